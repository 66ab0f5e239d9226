package org.sitrep.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the dictionaries of the jar: UTF-8 text, a line an entry, tab-separated, comments behind
 * {@code #}.
 */
public final class Resources {

  private Resources() {}

  /**
   * The lines of a resource without comments and blank lines.
   *
   * @param owner the class beside which the resource lies
   * @param name the file's name
   * @throws IllegalStateException where the jar lacks it
   */
  public static List<String> lines(Class<?> owner, String name) {
    InputStream stream = owner.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException("no resource " + name + " beside " + owner.getName());
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + name, e);
    }
  }

  /** The tab-separated columns of each line of a resource; trailing empty columns are kept. */
  public static List<String[]> rows(Class<?> owner, String name) {
    return lines(owner, name).stream().map(line -> line.split("\t", -1)).toList();
  }
}
