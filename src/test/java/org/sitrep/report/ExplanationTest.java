package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.event.Event;
import org.sitrep.place.PlaceMention;
import org.sitrep.tables.Article;
import org.sitrep.tables.Incident;
import org.sitrep.tables.IncidentArticle;
import org.sitrep.tables.IncidentClaim;

class ExplanationTest {

  private static final LocalDate DAY = LocalDate.of(2023, 3, 4);
  private static final String TEXT =
      "Shells hit the ferry landing. The ministry counted 9 dead, two of them sailors.\n"
          + "Up to 15 died, a port worker said.";

  private static Incident incident(Integer low, Integer best, Integer high, LocalDate day) {
    return Incident.draft("0a1b")
        .title("Shells hit ferry landing")
        .what("Explosions/Remote violence", "Shelling/artillery/missile attack")
        .when(day, day, day == null ? null : 1, day == null ? "none" : "expression")
        .where("Kherson", 706448L, 46.65581, 32.6178, 1, "UA", "UA-65", "Kherson Oblast")
        .toldBy(2, 1, 2)
        .killed(low, best, high, best == null ? Map.of() : Map.of("civilians", best))
        .who("Russian forces", null, List.of("Russian forces"), false)
        .confidence(0.734)
        .explained(List.of("killed, civilians: 9 of the ministry, 0 to 15 of a port worker"))
        .warnings(day == null ? List.of("undated") : List.of("disputed"))
        .incident();
  }

  private static IncidentArticle member(String article, String original) {
    return new IncidentArticle(
        "0a1b",
        article,
        0.9,
        true,
        original,
        DAY,
        "inferred",
        DAY,
        DAY,
        1,
        "expression",
        "UA",
        "UA-65",
        "0a1b",
        null,
        null);
  }

  private static Explanation.Reading reading(String article, String region) {
    Event event =
        new Event(
            "Explosions/Remote violence",
            null,
            false,
            1.0,
            "text",
            0,
            9,
            DAY,
            DAY,
            1,
            "expression",
            null,
            null,
            "Kherson",
            null,
            46.6558,
            32.6178,
            1,
            "UA",
            region,
            null,
            null,
            null);
    return new Explanation.Reading(
        article,
        event,
        List.of(
            mention("Kherson", "one sense per article", 0.8),
            mention("Kherson", "contained in Ukraine", 0.93),
            mention("Ukraine", "only candidate", 0.99)));
  }

  private static PlaceMention mention(String name, String evidence, double score) {
    return new PlaceMention(
        "text", 0, 7, name, "toponym", name, null, 46.6, 32.6, "UA", "UA-65", null, "city", score,
        evidence);
  }

  private static Article article(String id, String title) {
    return new Article(
        id, "in.jsonl", 1L, null, "River Post", title, TEXT, null, DAY, "en", "00", List.of());
  }

  private static IncidentClaim claim(
      String article, String sentence, int low, int high, String modality, String status) {
    int start = TEXT.indexOf(sentence);
    return new IncidentClaim(
        "0a1b",
        article,
        "text",
        start,
        start + sentence.length(),
        start,
        start + 1,
        "killed",
        low,
        high,
        modality,
        "civilians",
        "dead",
        "up_to".equals(modality) ? "a port worker" : "the ministry",
        null,
        DAY,
        status,
        "its reason");
  }

  private static String told() {
    return Explanation.of(
        incident(9, 9, 15, DAY),
        List.of(member("one", null), member("two", "one")),
        List.of(article("one", "Shells hit ferry landing"), article("two", "Ferry\u001b[31m hit")),
        List.of(reading("one", "UA-65"), reading("two", "UA-48")),
        List.of(
            claim(
                "one",
                "The ministry counted 9 dead, two of them sailors.",
                9,
                9,
                "exact",
                "counted"),
            claim(
                "one", "The ministry counted 9 dead, two of them sailors.", 2, 2, "exact", "part"),
            claim("one", "Up to 15 died, a port worker said.", 0, 15, "up_to", "counted")));
  }

  @Test
  void theHeadTellsWhatWhenWhereAndHowMany() {
    assertThat(told().lines())
        .contains(
            "Shells hit ferry landing",
            "  what      Explosions/Remote violence / Shelling/artillery/missile attack",
            "  when      4 Mar 2023; to the day; told in the text",
            "  where     Kherson, Kherson Oblast (UA-65), Ukraine; exact place; 46.6558 32.6178",
            "  killed    best 9, low 9, high 15 (civilians 9)",
            "  injured   – (nobody reports a figure)",
            "  told by   articles: 2 (1 not copied), outlets: 2, confidence: 0.73",
            "  mind      claimants disagree",
            "  killed, civilians: 9 of the ministry, 0 to 15 of a port worker");
  }

  @Test
  void eachArticleTellsWhereItPutsTheEventAndWhy() {
    assertThat(told().lines().map(line -> line.strip().replaceAll(" {2,}", "|")))
        .contains(
            "article|place|named|sure|because|day|known from",
            "one|Kherson, UA-65|Kherson × 2|0.93|contained in Ukraine|4 Mar 2023|told in the text",
            "two|UA-65|–|–|the incident; by itself UA-48|4 Mar 2023|told in the text");
  }

  @Test
  void claimsStandSideBySide() {
    assertThat(told().lines().map(line -> line.strip().replaceAll(" {2,}", "|")))
        .contains(
            "|figure|effect|victims|claimant|day|status|because".substring(1),
            "[1]|up to 15|killed|civilians|a port worker|2023-03-04|counted|its reason",
            "[2]|9|killed|civilians|the ministry|2023-03-04|counted|its reason",
            "[3]|2|killed|civilians|the ministry|2023-03-04|part|its reason");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9       | 9       | exact    | nine sailors              | 9
          10      | 20      | exact    | between 10 and 20 sailors | 10 to 20
          10      | 20      | about    | some 10 to 20             | about 10 to 20
          40      | 40      | at_least | at least 40 sailors       | at least 40
          0       | 15      | up_to    | up to 15                  | up to 15
          0       | 1       | up_to    | at most one sailor        | up to 1
          12      | 12      | vague    | Dozens of sailors         | 12 for “Dozens of sailors”
          1000000 | 1000000 | vague    | Millions                  | 1000000 for “Millions”
          3       | 3       | vague    | several sailors of the second squadron | 3 for “several sailors of the …”
          3       | 3       | vague    |                           | 3, told in words
          1       | 1       | exact    | A ferryman                | 1 for “A ferryman”
          1       | 1       | exact    | one ferryman              | 1
          1       | 1       | exact    | 1 ferryman                | 1
          1       | 1       | at_least | At least one ferryman     | at least 1
          1       | 1       | at_least | deadly blast              | at least 1 for “deadly blast”
          0       | 0       | exact    | No one was hurt           | 0 for “No one was hurt”
          0       | 0       | exact    | zero deaths               | 0
          1       | 1       | exact    |                           | 1
          7       | 7       |          |                           | 7
          """)
  void aFigureReadsAsOneWouldSayIt(
      int low, int high, String modality, String words, String figure) {
    IncidentClaim claim =
        new IncidentClaim(
            "0a1b",
            "one",
            "text",
            0,
            9,
            0,
            1,
            "killed",
            low,
            high,
            modality,
            "civilians",
            words,
            null,
            null,
            DAY,
            "counted",
            "its reason");
    String told =
        Explanation.of(
            incident(low, low, high, DAY),
            List.of(),
            List.of(article("one", "Title")),
            List.of(),
            List.of(claim));
    assertThat(told.lines().map(line -> line.strip().replaceAll(" {2,}", "|")))
        .contains("[1]|" + figure + "|killed|civilians|the article|2023-03-04|counted|its reason");
  }

  @Test
  void everySentenceIsQuotedOnceWithItsClaims() {
    assertThat(told().lines())
        .containsOnlyOnce("    [2, 3] “The ministry counted 9 dead, two of them sailors.”")
        .contains("    [1] “Up to 15 died, a port worker said.”", "  River Post, one");
  }

  @Test
  void copiesAreNamedAndTerminalsAreSafe() {
    assertThat(told()).contains("copy of one", "day inferred").doesNotContain("\u001b");
  }

  @Test
  void whatIsUnknownIsSaid() {
    String told =
        Explanation.of(
            incident(null, null, null, null),
            List.of(member("lost", null)),
            List.of(),
            List.of(),
            List.of(claim("lost", "Up to 15 died, a port worker said.", 0, 15, "up_to", "part")));
    assertThat(told)
        .contains("day unknown; not known", "killed    – (nobody reports a figure)")
        .contains("(the sentence is not at hand)");
  }

  @Test
  void spansOutsideTheTextDoNoHarm() {
    IncidentClaim claim = claim("one", "Up to 15", 0, 15, "up_to", "part");
    for (int[] span : new int[][] {{-1, 4}, {5, 5}, {9, 3}, {0, 100_000}}) {
      IncidentClaim bad =
          new IncidentClaim(
              claim.incidentId(),
              "one",
              "title",
              span[0],
              span[1],
              0,
              1,
              "killed",
              1,
              1,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null);
      assertThat(
              Explanation.of(
                  incident(1, 1, 1, DAY),
                  List.of(),
                  List.of(article("one", "Title")),
                  List.of(),
                  List.of(bad)))
          .contains("(the sentence is not at hand)");
    }
  }
}
