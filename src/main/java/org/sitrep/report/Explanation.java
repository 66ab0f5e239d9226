package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.sitrep.event.Event;
import org.sitrep.place.PlaceMention;
import org.sitrep.tables.Article;
import org.sitrep.tables.Corrected;
import org.sitrep.tables.Incident;
import org.sitrep.tables.IncidentArticle;
import org.sitrep.tables.IncidentClaim;

/**
 * An incident told with its evidence: where and when and how that is known, by article too, every
 * claim side by side, the sum as it was made, and the sentences behind it.
 */
public final class Explanation {

  private static final int LINE = 110;

  /** Characters at most that a figure quotes; the whole sentence stands further down. */
  private static final int WORDS = 24;

  private static final String EXACT = "exact";
  private static final String VAGUE = "vague";

  /** A number of at most one, where words hold one. */
  private static final Pattern NUMBER = Pattern.compile("(?i)\\d|\\bzero\\b|(?<!\\bno )\\bone\\b");

  private static final List<String> EFFECTS =
      List.of("killed", "injured", "missing", "captured", "displaced", "besieged");

  private static final Comparator<String> BY_NAME = Comparator.nullsLast(Comparator.naturalOrder());
  private static final Comparator<Double> BY_SCORE =
      Comparator.nullsFirst(Comparator.<Double>naturalOrder());
  private static final Comparator<IncidentClaim> SIDE_BY_SIDE =
      Comparator.comparingInt((IncidentClaim claim) -> order(claim.effect()))
          .thenComparing(IncidentClaim::victimClass, BY_NAME)
          .thenComparing(IncidentClaim::claimant, BY_NAME)
          .thenComparing(
              IncidentClaim::claimDate, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(IncidentClaim::articleId, BY_NAME)
          .thenComparing(IncidentClaim::field, BY_NAME)
          .thenComparingInt(IncidentClaim::start)
          .thenComparingInt(IncidentClaim::figureStart);

  private final StringBuilder text = new StringBuilder();
  private final Map<String, Article> articles = new HashMap<>();

  private final Map<String, Reading> readings = new HashMap<>();

  /**
   * What one article tells by itself of where its event was.
   *
   * @param event its main event, before the incident taught it anything
   * @param places the places that it names
   */
  public record Reading(String articleId, Event event, List<PlaceMention> places) {}

  private Explanation(List<Article> articles, List<Reading> readings) {
    articles.forEach(article -> this.articles.put(article.articleId(), article));
    readings.forEach(reading -> this.readings.put(reading.articleId(), reading));
  }

  /**
   * The text, in lines.
   *
   * @param incident the incident
   * @param members its articles' memberships, in the order in which they are told
   * @param articles the articles themselves; a missing one is told without source and sentences
   * @param readings what they tell of the place; a missing one is told by its day alone
   * @param claims its claims
   */
  public static String of(
      Incident incident,
      List<IncidentArticle> members,
      List<Article> articles,
      List<Reading> readings,
      List<IncidentClaim> claims) {
    Explanation explanation = new Explanation(articles, readings);
    List<IncidentClaim> sorted = claims.stream().sorted(SIDE_BY_SIDE).toList();
    explanation.incident(incident);
    explanation.corrections(incident);
    explanation.sum(incident);
    explanation.articles(members);
    explanation.inPassing(members);
    explanation.whereAndWhen(members);
    explanation.claims(sorted);
    explanation.sentences(members, sorted);
    return explanation.text.toString();
  }

  private static int order(String effect) {
    int index = EFFECTS.indexOf(effect);
    return index < 0 ? EFFECTS.size() : index;
  }

  private void incident(Incident incident) {
    heading(Headline.of(incident.title(), incident.subEventType(), incident.placeName()));
    fact("incident", incident.incidentId());
    if (incident.incidentIdsBefore() != null && !incident.incidentIdsBefore().isEmpty()) {
      fact("before", String.join(", ", incident.incidentIdsBefore()));
    }
    fact(
        "what",
        incident.eventType()
            + (incident.eventType().equals(incident.subEventType())
                ? ""
                : " / " + incident.subEventType())
            + (Boolean.TRUE.equals(incident.civilianTargeting()) ? ", against civilians" : ""));
    fact(
        "when",
        joined(
            "; ",
            Days.of(incident.dateStart(), incident.dateEnd()),
            incident.dateStart() == null ? "" : Words.of("date_prec", incident.datePrec()),
            Words.of("date_basis", incident.dateBasis())));
    fact("where", where(incident));
    fact("who", who(incident));
    fact("killed", figure(killed(incident), incident.killedByClass()));
    fact(
        "injured",
        figure(
            Range.of(incident.injuredLow(), incident.injuredBest(), incident.injuredHigh()), null));
    fact(
        "told by",
        "articles: %d (%d not copied), outlets: %d, confidence: %s"
            .formatted(
                zeroed(incident.articleCount()),
                zeroed(incident.originalCount()),
                zeroed(incident.sourceCount()),
                incident.confidence() == null
                    ? Range.NO_REPORT
                    : String.format(Locale.ROOT, "%.2f", incident.confidence())));
    if (incident.warning() != null && !incident.warning().isEmpty()) {
      fact("mind", String.join("; ", Words.of("warning", incident.warning())));
    }
  }

  private static Range killed(Incident incident) {
    return Range.of(incident.killedLow(), incident.killedBest(), incident.killedHigh());
  }

  private static int zeroed(Integer count) {
    return count == null ? 0 : count;
  }

  private static String where(Incident incident) {
    String point =
        incident.latitude() == null || incident.longitude() == null
            ? ""
            : String.format(Locale.ROOT, "%.4f %.4f", incident.latitude(), incident.longitude());
    String region =
        "XX".equals(incident.regionCode())
            ? "region unknown"
            : joined(" ", incident.regionName(), "(" + incident.regionCode() + ")");
    return joined(
        "; ",
        joined(", ", incident.placeName(), region, Words.country(incident.countryCode())),
        Words.of("where_prec", incident.wherePrec()),
        point);
  }

  private static String who(Incident incident) {
    String sides = joined(" against ", incident.actor1(), incident.actor2());
    String all = incident.actors() == null ? "" : String.join(", ", incident.actors());
    return sides.isEmpty() ? all : all.isEmpty() ? sides : sides + "; named: " + all;
  }

  private static String figure(Range figure, Map<String, Integer> byClass) {
    if (!figure.reported()) {
      return Range.NO_REPORT + " (nobody reports a figure)";
    }
    String bounds =
        figure.sure()
            ? figure.text()
            : "best %d, low %d, high %d".formatted(figure.best(), figure.low(), figure.high());
    if (byClass == null || byClass.isEmpty()) {
      return bounds;
    }
    List<String> classes = new ArrayList<>();
    byClass.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each -> classes.add(Words.of("victim_class", each.getKey()) + " " + each.getValue()));
    return bounds + " (" + String.join(", ", classes) + ")";
  }

  private void sum(Incident incident) {
    if (incident.figuresExplained() == null || incident.figuresExplained().isEmpty()) {
      return;
    }
    heading("The sum");
    incident.figuresExplained().forEach(step -> wrapped("  ", "    ", TextTable.line(step)));
  }

  /** What analysts made of what the articles gave: from what to what, why, and who says so. */
  private void corrections(Incident incident) {
    if (incident.corrections() == null || incident.corrections().isEmpty()) {
      return;
    }
    heading("Corrected by hand: " + incident.corrections().size());
    List<List<String>> rows = new ArrayList<>();
    for (Corrected one : incident.corrections()) {
      rows.add(
          List.of(
              one.action(),
              one.articleId(),
              one.field(),
              one.before() == null ? Range.NO_REPORT : one.before(),
              one.after() == null ? Range.NO_REPORT : one.after(),
              one.author() == null ? Range.NO_REPORT : one.author(),
              joined(" ", one.note(), "(line " + one.line() + ")")));
    }
    indented(
        TextTable.fitted(
            List.of("what", "article", "field", "from", "to", "by", "because"), rows, LINE));
  }

  private void articles(List<IncidentArticle> all) {
    List<IncidentArticle> members =
        all.stream().filter(member -> !Boolean.FALSE.equals(member.isPrimary())).toList();
    heading("Articles: " + members.size());
    if (members.isEmpty()) {
      text.append("  no article is about it\n");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (IncidentArticle member : members) {
      Article article = articles.get(member.articleId());
      List<String> remarks = new ArrayList<>();
      if (member.duplicateOf() != null) {
        remarks.add("copy of " + member.duplicateOf());
      }
      if ("inferred".equals(member.publishedBasis())) {
        remarks.add("day inferred");
      }
      rows.add(
          List.of(
              member.publishedDate() == null ? Range.NO_REPORT : member.publishedDate().toString(),
              source(article),
              member.articleId(),
              article == null || article.title() == null ? "" : article.title(),
              String.join(", ", remarks)));
    }
    indented(
        TextTable.fitted(List.of("published", "source", "article", "title", "remark"), rows, LINE));
  }

  /** The passages in which articles tell the incident that are about another. */
  private void inPassing(List<IncidentArticle> members) {
    List<IncidentArticle> passing =
        members.stream().filter(member -> Boolean.FALSE.equals(member.isPrimary())).toList();
    if (passing.isEmpty()) {
      return;
    }
    heading("Told in passing by articles about other events: " + passing.size());
    for (IncidentArticle member : passing) {
      Article article = articles.get(member.articleId());
      String source = article == null ? null : article.source();
      String day = Days.of(member.eventDate(), member.eventDateEnd());
      text.append("  ")
          .append(TextTable.line(joined(", ", source, member.articleId(), day)))
          .append('\n');
      wrapped("    ", "    ", passage(member, article));
    }
  }

  private static String passage(IncidentArticle member, Article article) {
    Integer start = member.passageStart();
    Integer end = member.passageEnd();
    String told = article == null ? null : article.text();
    if (told == null || start == null || end == null || start >= end || end > told.length()) {
      return "(the passage is not at hand)";
    }
    return "“" + TextTable.line(told.substring(start, end)) + "”";
  }

  /** For each article that is mainly about the incident: the place, the day, and why. */
  private void whereAndWhen(List<IncidentArticle> members) {
    List<List<String>> rows = new ArrayList<>();
    for (IncidentArticle member : members) {
      if (!Boolean.FALSE.equals(member.isPrimary())) {
        rows.add(whereAndWhen(member, readings.get(member.articleId())));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    heading("Where and when, by article");
    indented(
        TextTable.fitted(
            List.of("article", "place", "named", "sure", "because", "day", "known from"),
            rows,
            LINE));
  }

  private static List<String> whereAndWhen(IncidentArticle member, Reading reading) {
    Event event = reading == null ? null : reading.event();
    String own = event == null ? null : event.regionCode();
    List<PlaceMention> named = event == null ? List.of() : named(event, reading.places());
    boolean taught = own != null && !own.equals(member.regionCode());
    return List.of(
        member.articleId(),
        taught || event == null
            ? member.regionCode()
            : joined(", ", event.placeName(), member.regionCode()),
        named.isEmpty() ? Range.NO_REPORT : named.get(0).surface() + " × " + named.size(),
        named.stream()
            .map(PlaceMention::score)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .map(score -> String.format(Locale.ROOT, "%.2f", score))
            .orElse(Range.NO_REPORT),
        taught
            ? "the incident; by itself " + own
            : named.stream()
                .filter(mention -> mention.evidence() != null)
                .max(Comparator.comparing(PlaceMention::score, BY_SCORE))
                .map(PlaceMention::evidence)
                .orElse(""),
        Days.of(member.eventDate(), member.eventDateEnd()),
        Words.of("date_basis", member.dateBasis()));
  }

  /** The mentions of the place at which an article puts its event. */
  private static List<PlaceMention> named(Event event, List<PlaceMention> places) {
    return places.stream()
        .filter(
            mention ->
                mention.name().equals(event.placeName())
                    && Objects.equals(mention.regionCode(), event.regionCode()))
        .toList();
  }

  private static String source(Article article) {
    return article == null || article.source() == null ? Range.NO_REPORT : article.source();
  }

  private void claims(List<IncidentClaim> claims) {
    heading("Claims: " + claims.size());
    if (claims.isEmpty()) {
      text.append("  no article gives a figure\n");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      IncidentClaim claim = claims.get(i);
      rows.add(
          List.of(
              "[" + (i + 1) + "]",
              figure(claim),
              Words.of("effect", claim.effect()),
              Words.of("victim_class", claim.victimClass()),
              claim.claimant() == null ? "the article" : claim.claimant(),
              claim.claimDate() == null ? Range.NO_REPORT : claim.claimDate().toString(),
              claim.status() == null ? "" : claim.status(),
              claim.reason() == null ? "" : claim.reason()));
    }
    indented(
        TextTable.fitted(
            List.of("", "figure", "effect", "victims", "claimant", "day", "status", "because"),
            rows,
            LINE));
  }

  /**
   * The figure as one would say it: {@code 9}, {@code at least 40}, {@code up to 15}; with the
   * article's words where they hold no number: {@code 12 for “dozens of guards”}, {@code 1 for “a
   * man”}.
   */
  private static String figure(IncidentClaim claim) {
    if ("up_to".equals(claim.modality())) {
      return "up to " + claim.numberHigh();
    }
    String number =
        claim.numberLow() == claim.numberHigh()
            ? Integer.toString(claim.numberLow())
            : claim.numberLow() + " to " + claim.numberHigh();
    boolean vague = VAGUE.equals(claim.modality());
    String told =
        vague || EXACT.equals(claim.modality())
            ? number
            : joined(" ", Words.of("modality", claim.modality()), number);
    String words = TextTable.line(claim.victimText());
    if (words.isEmpty()) {
      return vague ? told + ", told in words" : told;
    }
    boolean numberless = vague || claim.numberHigh() <= 1 && !NUMBER.matcher(words).find();
    return numberless ? told + " for “" + TextTable.cut(words, WORDS) + "”" : told;
  }

  /** Each sentence once, under its article, with the numbers of its claims. */
  private void sentences(List<IncidentArticle> members, List<IncidentClaim> claims) {
    Map<String, Map<String, List<Integer>>> byArticle = new LinkedHashMap<>();
    members.forEach(member -> byArticle.put(member.articleId(), new LinkedHashMap<>()));
    for (int i = 0; i < claims.size(); i++) {
      IncidentClaim claim = claims.get(i);
      byArticle
          .computeIfAbsent(claim.articleId(), id -> new LinkedHashMap<>())
          .computeIfAbsent(sentence(claim), sentence -> new ArrayList<>())
          .add(i + 1);
    }
    if (claims.isEmpty()) {
      return;
    }
    heading("Sentences");
    byArticle.forEach(
        (id, sentences) -> {
          if (!sentences.isEmpty()) {
            Article article = articles.get(id);
            String source = article == null ? null : article.source();
            text.append("  ").append(TextTable.line(joined(", ", source, id))).append('\n');
            sentences.forEach(
                (sentence, numbers) -> wrapped("    " + numbers + " ", "        ", sentence));
          }
        });
  }

  private String sentence(IncidentClaim claim) {
    Article article = articles.get(claim.articleId());
    String field =
        article == null ? null : "title".equals(claim.field()) ? article.title() : article.text();
    if (field == null
        || claim.start() < 0
        || claim.start() >= claim.end()
        || claim.end() > field.length()) {
      return "(the sentence is not at hand)";
    }
    return "“" + TextTable.line(field.substring(claim.start(), claim.end())) + "”";
  }

  private void heading(String title) {
    String line = TextTable.line(title);
    text.append(text.isEmpty() ? "" : "\n");
    text.append(line).append('\n').append("-".repeat(TextTable.width(line))).append('\n');
  }

  private void fact(String name, String value) {
    if (!value.isEmpty()) {
      wrapped("  %-9s ".formatted(name), " ".repeat(12), TextTable.line(value));
    }
  }

  private void indented(String table) {
    table.lines().forEach(line -> text.append("  ").append(line).append('\n'));
  }

  private void wrapped(String first, String next, String value) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : value.split(" ")) {
      if (!empty && TextTable.width(line.toString()) + 1 + TextTable.width(word) > LINE) {
        text.append(line).append('\n');
        line = new StringBuilder(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static String joined(String delimiter, String... parts) {
    List<String> told = new ArrayList<>();
    for (String part : parts) {
      if (part != null && !part.isEmpty()) {
        told.add(part);
      }
    }
    return String.join(delimiter, told);
  }
}
