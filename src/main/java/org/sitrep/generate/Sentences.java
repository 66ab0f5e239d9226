package org.sitrep.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.text.Resources;

/** The sentences of articles by part, kind of story, and what is known of its toll. */
final class Sentences {

  /** Part of an article. */
  enum Part {
    TITLE,
    LEAD,
    FACT,
    TOLL,
    RIVAL,
    FILLER,
    OPENING
  }

  private record Key(Part part, String kind, boolean killed, boolean injured) {}

  private final Map<Key, Template[]> pools = new HashMap<>();

  Sentences(List<Kind> kinds) {
    Map<Key, List<Template>> made = new HashMap<>();
    for (String[] row : Resources.rows(Sentences.class, "sentences.tsv")) {
      Part part = Part.valueOf(row[0].toUpperCase(java.util.Locale.ROOT));
      add(made, kinds, part, row[1], row[2], Template.of(row[3]));
    }
    for (String[] row : Resources.rows(Sentences.class, "titles.tsv")) {
      add(made, kinds, Part.TITLE, row[0], row[1], Template.of(row[2]));
    }
    made.forEach((key, list) -> pools.put(key, list.toArray(Template[]::new)));
  }

  private static void add(
      Map<Key, List<Template>> made,
      List<Kind> kinds,
      Part part,
      String names,
      String need,
      Template template) {
    List<String> wanted = new ArrayList<>(List.of(names.split("\\|")));
    if (names.equals("*")) {
      wanted = new ArrayList<>(kinds.stream().map(Kind::name).toList());
      if (part == Part.FILLER || part == Part.OPENING) {
        wanted.add(Kind.NONE.name());
      }
    }
    for (String kind : wanted) {
      for (int i = 0; i < 4; i++) {
        boolean killed = (i & 1) > 0;
        boolean injured = (i & 2) > 0;
        boolean fits =
            switch (need) {
              case "K" -> killed;
              case "I" -> injured;
              case "B" -> killed && injured;
              default -> true;
            };
        if (fits) {
          made.computeIfAbsent(new Key(part, kind, killed, injured), key -> new ArrayList<>())
              .add(template);
        }
      }
    }
  }

  /** What can be said; empty where nothing can. */
  Template[] pool(Part part, Story story) {
    return pools.getOrDefault(
        new Key(part, story.kind().name(), story.killed() > 0, story.injured() > 0),
        new Template[0]);
  }
}
