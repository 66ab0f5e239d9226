package org.sitrep.report;

import java.util.*;
import org.sitrep.tables.*;

public final class Explanation {
  private Explanation() {}

  public static String of(
      Incident i, List<IncidentArticle> m, List<Article> a, List<IncidentClaim> c) {
    StringBuilder b = new StringBuilder(i + "\n");
    m.forEach(x -> b.append(x).append('\n'));
    c.forEach(x -> b.append(x).append('\n'));
    return b.toString();
  }
}
