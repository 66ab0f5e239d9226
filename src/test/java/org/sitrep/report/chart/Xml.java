package org.sitrep.report.chart;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A drawing as an XML parser reads it. */
final class Xml {

  private final Element root;

  private Xml(Element root) {
    this.root = root;
  }

  /** Fails where the text is not well-formed. */
  static Xml of(String text) {
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return new Xml(builder.parse(new InputSource(new StringReader(text))).getDocumentElement());
    } catch (Exception e) {
      throw new AssertionError(e.getMessage() + "\n" + text, e);
    }
  }

  Element root() {
    return root;
  }

  /** Elements that bear a class, in the order of the drawing. */
  List<Element> styled(String style) {
    return named("*").stream()
        .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(style))
        .toList();
  }

  List<Element> named(String element) {
    List<Element> found = new ArrayList<>();
    NodeList all = root.getElementsByTagName(element);
    for (int i = 0; i < all.getLength(); i++) {
      found.add((Element) all.item(i));
    }
    return found;
  }

  String label() {
    return root.getAttribute("aria-label");
  }
}
