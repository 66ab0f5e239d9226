package org.sitrep.correct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.tables.Correction;

class CorrectionPlanTest {

  /** Articles of three incidents: I with a, b and c, J with d and e, K with f; b copies a. */
  private static final List<CorrectionPlan.Placement> PLACED =
      Stream.of("a I", "b I a", "c I", "d J", "e J", "f K")
          .map(text -> text.split(" "))
          .map(w -> new CorrectionPlan.Placement(w[0], w[1], w.length > 2 ? w[2] : null))
          .toList();

  private static List<Correction> lines(String lines) {
    String text = "action,article_id,field,value\n" + lines.replace("; ", "\n");
    return CorrectionsFile.of("c.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /** Incidents of all articles, ids that splits make written as 1, 2, ... */
  private static String grouped(CorrectionPlan plan) {
    Map<String, String> names = new TreeMap<>();
    return PLACED.stream()
        .map(
            placed -> {
              String id =
                  plan.splits()
                      .getOrDefault(
                          placed.articleId(),
                          plan.splits()
                              .getOrDefault(
                                  String.valueOf(placed.duplicateOf()), placed.clusteredId()));
              String last = plan.merged().getOrDefault(id, id);
              return last.length() == 1
                  ? last
                  : names.computeIfAbsent(last, any -> String.valueOf(names.size() + 1));
            })
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          merge,a,,d               | IIIIIK | 2 applied
          merge,d,,a               | JJJJJK | 2 applied
          merge,a,,d; merge,e,,f   | IIIIII | 2 applied, 3 applied
          merge,d,,f; merge,a,,e   | JJJJJJ | 2 applied, 3 applied
          merge,a,,c               | IIIJJK | 2 no_effect
          merge,a,,d; merge,c,,e   | IIIIIK | 2 applied, 3 no_effect
          split,c,,                | II1JJK | 2 applied
          split,a,,                | 11IJJK | 2 applied
          split,b,,                | I1IJJK | 2 applied
          split,a,,x; split,d,,x   | 11I1JK | 2 applied, 3 applied
          split,a,,x; split,d,,y   | 11I2JK | 2 applied, 3 applied
          split,c,,; merge,c,,f    | II1JJ1 | 2 applied, 3 applied
          split,c,,; merge,f,,c    | IIKJJK | 2 applied, 3 applied
          split,c,,; merge,a,,c    | IIIJJK | 2 refused, 3 applied
          merge,a,,q               | IIIJJK | 2 waiting
          merge,q,,a; split,p,,    | IIIJJK | 2 waiting, 3 waiting
          """)
  void regroups(String lines, String incidents, String status) {
    CorrectionPlan plan = CorrectionPlan.of(lines(lines), PLACED);
    assertThat(grouped(plan)).isEqualTo(incidents);
    assertThat(status(plan)).isEqualTo(status);
  }

  private static String status(CorrectionPlan plan) {
    return plan.rows().stream()
        .map(row -> row.line() + " " + row.status())
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          override,a,killed,3; override,c,killed,4                 | 2 applied, 3 refused
          override,a,killed,3; override,c,killed,3                 | 2 applied, 3 no_effect
          override,a,killed,3; override,c,injured,4                | 2 applied, 3 applied
          override,a,killed,3; override,d,killed,4                 | 2 applied, 3 applied
          override,a,killed,3; override,d,killed,4; merge,a,,d     | 2 applied, 3 refused, 4 applied
          override,a,killed,3; override,c,killed,4; split,c,,      | 2 applied, 3 applied, 4 applied
          override,a,killed,3; drop,c,,                            | 2 refused, 3 applied
          drop,a,,; drop,c,,                                       | 2 applied, 3 no_effect
          override,q,killed,3                                      | 2 waiting
          """)
  void theFirstLineSpeaksForTheIncident(String lines, String status) {
    assertThat(status(CorrectionPlan.of(lines(lines), PLACED))).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          5 8 20 | killed 12                                | 12 12 12
          5 8 20 | killed unknown                           | - - -
          5 8 20 | killed_best 12                           | 5 12 20
          5 8 20 | killed_best 3                            | 3 3 20
          5 8 20 | killed_best 30                           | 5 30 30
          5 8 20 | killed_low 10                            | 10 10 20
          5 8 20 | killed_high 7                            | 5 7 7
          5 8 20 | killed_high 2                            | 2 2 2
          5 8 20 | killed_low 0 killed_high 9               | 0 8 9
          - - -  | killed_best 4                            | 4 4 4
          - - -  | killed_low 2 killed_high 9               | 2 2 9
          - - -  | killed_low 2 killed_best 3 killed_high 9 | 2 3 9
          """)
  void boundsFollow(String own, String given, String expected) {
    Map<String, String> values = new TreeMap<>();
    String[] words = given.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      values.put(words[i], words[i + 1]);
    }
    assertThat(bounds(own).overridden(Topic.KILLED.fields(), values)).isEqualTo(bounds(expected));
  }

  private static Bounds bounds(String text) {
    String[] words = text.split(" ");
    return words[0].equals("-")
        ? Bounds.UNKNOWN
        : new Bounds(
            Integer.valueOf(words[0]), Integer.valueOf(words[1]), Integer.valueOf(words[2]));
  }

  @Provide
  Arbitrary<List<Correction>> regroupings() {
    Arbitrary<String> article = Arbitraries.of("a", "b", "c", "d", "e", "f", "q");
    return net.jqwik.api.Combinators.combine(Arbitraries.of("merge", "split"), article, article)
        .as((action, one, other) -> List.of(action, one, other))
        .filter(words -> !words.get(1).equals(words.get(2)))
        .list()
        .ofMaxSize(8)
        .map(
            all -> {
              List<Correction> rows = new java.util.ArrayList<>();
              for (List<String> words : all) {
                rows.add(
                    new Correction(
                        rows.size() + 2,
                        words.get(0),
                        words.get(1),
                        null,
                        words.get(2),
                        null,
                        null,
                        "waiting",
                        null,
                        null));
              }
              return rows;
            });
  }

  /** Every line gets one answer; merged articles share an incident; ids never chain. */
  @Property
  void regroupingIsConsistent(@ForAll("regroupings") List<Correction> rows) {
    CorrectionPlan plan = CorrectionPlan.of(rows, PLACED);
    assertThat(plan.rows()).extracting(Correction::line).doesNotHaveDuplicates();
    assertThat(plan.rows()).hasSameSizeAs(rows);
    assertThat(plan.merged().values()).noneMatch(plan.merged()::containsKey);
    Map<String, String> incident = new TreeMap<>();
    List<String> named = PLACED.stream().map(CorrectionPlan.Placement::articleId).toList();
    String all = grouped(plan);
    named.forEach(id -> incident.put(id, String.valueOf(all.charAt(named.indexOf(id)))));
    for (Correction row : plan.rows()) {
      if (row.action().equals("merge") && !row.status().equals("waiting")) {
        assertThat(incident.get(row.value())).isEqualTo(incident.get(row.articleId()));
      }
    }
  }
}
