package org.sitrep.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.time.DateRange;

/**
 * From the claims of an incident's articles to its figures: who says what, which claim is newer,
 * which is a total, a part, a bound, history or another event's. Pure, and blind to the order of
 * articles and claims.
 */
public final class Reconciliation {

  static final String BELLIGERENT_ONLY = "belligerent_only";
  static final String DISPUTED = "disputed";

  private static final Comparator<LocalDate> DAYS =
      Comparator.nullsFirst(Comparator.naturalOrder());
  private static final Comparator<Instant> INSTANTS =
      Comparator.nullsFirst(Comparator.naturalOrder());

  /** Smaller figures are often some of the victims, told one by one. */
  private static final int TOLL = 5;

  private static final String BATTLES = "Battles";

  /** Events whose articles tell deaths only as their background. */
  private static final Set<String> WITHOUT_DEATHS =
      Set.of("Strategic developments", "Diplomacy", "Protests");

  /** "At least 40" supports another claimant's figure up to this many times as high. */
  private static final double OPEN_REACH = 1.5;

  private final Incident incident;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private final Set<String> warnings = new TreeSet<>();

  private Reconciliation(Incident incident, Collection<Source> sources) {
    this.incident = incident;
    for (Source source : sources) {
      for (Claim claim : source.claims) {
        entries.add(new Entry(source, claim));
      }
    }
    entries.sort(Entry.ORDER);
  }

  /**
   * What is known of an incident before its figures.
   *
   * @param eventType the incident's event type
   * @param window its first and last day; null where unknown
   * @param placeName its place; null where unknown
   * @param latitude degrees north; null where unknown
   * @param longitude degrees east; null where unknown
   * @param countryCode ISO 3166-1 alpha-2; null or {@code XX} where unknown
   * @param regionCode ISO 3166-2; null or {@code XX} where unknown
   */
  public record Incident(
      String eventType,
      DateRange window,
      String placeName,
      Double latitude,
      Double longitude,
      String countryCode,
      String regionCode) {

    /** The incident that an article's main event alone would be. */
    public static Incident of(Event event) {
      if (event == null) {
        return new Incident(null, null, null, null, null, null, null);
      }
      DateRange window =
          event.dateStart() == null || event.dateEnd() == null
              ? null
              : new DateRange(
                  event.dateStart(),
                  event.dateEnd(),
                  event.datePrec() == null ? 1 : event.datePrec());
      return new Incident(
          event.eventType(),
          window,
          event.placeName(),
          event.latitude(),
          event.longitude(),
          event.countryCode(),
          event.regionCode());
    }
  }

  /**
   * One article of the incident with its claims.
   *
   * @param articleId the article
   * @param duplicateOf the article that it copies, or null
   * @param source its outlet
   * @param publishedDate the calendar day of its publication; null where unknown
   * @param publishedAt the moment of its publication; null where unknown
   * @param claims its claims, their dates resolved as well as the incident allows
   */
  public record Source(
      String articleId,
      String duplicateOf,
      String source,
      LocalDate publishedDate,
      Instant publishedAt,
      List<Claim> claims) {}

  /**
   * What came out.
   *
   * @param claims every claim, by article and place in it
   * @param figures the figures
   */
  public record Result(List<ReconciledClaim> claims, Figures figures) {}

  /** Reconciles the claims of an incident's articles. */
  public static Result of(Incident incident, Collection<Source> sources) {
    return new Reconciliation(incident, sources).result();
  }

  /** The figures of one article alone, against its own main event. */
  public static Figures ofArticle(
      String articleId, Event main, LocalDate publishedDate, List<Claim> claims) {
    Source source = new Source(articleId, null, null, publishedDate, null, claims);
    return of(Incident.of(main), List.of(source)).figures();
  }

  private static final class Entry {

    private static final Comparator<Entry> ORDER =
        Comparator.<Entry, String>comparing(entry -> entry.source.articleId)
            .thenComparing(entry -> entry.claim.field(), Comparator.reverseOrder())
            .thenComparing(entry -> entry.claim.figureStart())
            .thenComparing(entry -> entry.claim.effect())
            .thenComparing(entry -> entry.claim.toString());

    private final Source source;
    private final Claim claim;
    private String status;
    private String reason = "";
    private String speaker;

    private Entry(Source source, Claim claim) {
      this.source = source;
      this.claim = claim;
    }

    private void is(String newStatus, String why) {
      status = newStatus;
      reason = why;
    }

    private boolean open() {
      return claim.modality().equals("at_least");
    }

    /** The figure that the claim names: of "up to 40" 40, of "40 to 50" 40. */
    private int best() {
      return claim.modality().equals("up_to") ? claim.numberHigh() : claim.numberLow();
    }

    private LocalDate day() {
      return claim.claimDate() != null ? claim.claimDate() : source.publishedDate;
    }
  }

  /**
   * A figure with its range.
   *
   * @param single whether only single persons are told ("his daughter"), not how many there were
   */
  private record Value(
      long low, long best, long high, boolean open, boolean vague, boolean single) {

    private static final Value NONE = new Value(0, 0, 0, false, false, true);

    private Value plus(Value other) {
      return new Value(
          low + other.low,
          best + other.best,
          high + other.high,
          open || other.open,
          vague || other.vague,
          single && other.single);
    }

    private static Value of(Entry entry) {
      return new Value(
          entry.claim.numberLow(),
          entry.best(),
          entry.claim.numberHigh(),
          entry.open(),
          entry.claim.modality().equals("vague"),
          single(entry.claim));
    }

    private static boolean single(Claim claim) {
      String text = claim.victimText() == null ? "" : claim.victimText().strip();
      return claim.numberHigh() == 1
          && !text.isEmpty()
          && !Character.isDigit(text.charAt(0))
          && Numbers.value(text.split("\\s", 2)[0].toLowerCase(Locale.ROOT)) == null;
    }
  }

  /** What one sentence says in one voice about one effect. */
  private static final class Statement {
    private final String speaker;
    private final LocalDate day;
    private final Instant at;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Value> byClass = new TreeMap<>();
    private final Map<String, Value> parts = new TreeMap<>();
    private Value total = Value.NONE;
    private boolean explicit;

    private Statement(Entry first) {
      speaker = first.speaker;
      day = first.day();
      at = first.source.publishedAt;
    }

    private void close() {
      Value sum = Value.NONE;
      Value said = null;
      // "the number of soldiers killed rose to 19": a toll of one class.
      boolean ofOneClass =
          entries.stream()
              .filter(entry -> !entry.claim.relation().equals("part"))
              .allMatch(
                  entry ->
                      entry.claim.relation().equals("total")
                          && VictimClasses.specific(entry.claim.victimClass()));
      for (Entry entry : entries) {
        String victims = entry.claim.victimClass();
        Value value = Value.of(entry);
        if (entry.claim.relation().equals("part")) {
          if (VictimClasses.specific(victims)) {
            parts.merge(victims, value, Value::plus);
          }
        } else if (entry.claim.relation().equals("total") && !ofOneClass) {
          said = said == null || value.best > said.best ? value : said;
        } else {
          byClass.merge(victims, value, Value::plus);
          sum = sum.plus(value);
        }
      }
      explicit = said != null;
      total = said == null || sum.best > said.best ? sum : said;
      // A part in the class of what it is a part of adds nothing.
      parts.keySet().removeAll(byClass.keySet());
    }

    /** Whether it says how many in all, not only how many of known classes. */
    private boolean general() {
      return explicit || byClass.containsKey(VictimClasses.UNKNOWN);
    }

    /** The figure for a class: its own, or that of its parts. */
    private Value of(String victims) {
      Value own = byClass.get(victims);
      return own != null ? own : parts.get(victims);
    }

    private static int compareAge(Statement a, Statement b) {
      int days = DAYS.compare(a.day, b.day);
      return days != 0 ? days : INSTANTS.compare(a.at, b.at);
    }
  }

  /** The current figures of one claimant. */
  private static final class Speaker {
    private final Map<String, Value> byClass = new TreeMap<>();
    private final Map<String, Statement> sources = new HashMap<>();
    private Value total;
    private Statement totalSource;

    private long parts() {
      long sum = 0;
      for (Value value : byClass.values()) {
        sum += value.best;
      }
      return sum;
    }
  }

  private record Outcome(
      Value value, Map<String, Long> byClass, Map<String, Long> highs, int speakers) {}

  private Result result() {
    Set<String> seen = new HashSet<>();
    for (Entry entry : entries) {
      if (!seen.add(entry.source.articleId + "\n" + entry.claim)) {
        entry.is("repeated", "told twice");
      } else {
        sift(entry);
      }
    }
    reconsider(Claims.KILLED);
    reconsider(Claims.INJURED);
    Outcome killed = effect(Claims.KILLED);
    Outcome injured = effect(Claims.INJURED);
    List<ReconciledClaim> claims = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      claims.add(
          new ReconciledClaim(entry.source.articleId, entry.claim, entry.status, entry.reason));
    }
    Map<String, Integer> byClass = new LinkedHashMap<>();
    if (killed != null) {
      for (String victims : VictimClasses.ALL) {
        Long number = killed.byClass.get(victims);
        if (number != null && number > 0) {
          byClass.put(victims, clip(number));
        }
      }
    }
    Figures figures =
        new Figures(
            killed == null ? null : clip(killed.value.low),
            killed == null ? null : clip(killed.value.best),
            killed == null ? null : clip(killed.value.high),
            java.util.Collections.unmodifiableMap(byClass),
            injured == null ? null : clip(injured.value.low),
            injured == null ? null : clip(injured.value.best),
            injured == null ? null : clip(injured.value.high),
            List.copyOf(warnings),
            confidence(killed != null ? killed : injured),
            List.copyOf(steps));
    return new Result(List.copyOf(claims), figures);
  }

  private static int clip(long number) {
    return (int) Math.min(Integer.MAX_VALUE, number);
  }

  private Double confidence(Outcome outcome) {
    if (outcome == null) {
      return null;
    }
    if (outcome.speakers == 0) {
      return 0.2;
    }
    double support = 1 - Math.pow(0.5, outcome.speakers);
    double spread =
        outcome.value.high == 0
            ? 0
            : (outcome.value.high - outcome.value.low) / (double) outcome.value.high;
    return Math.round(100 * support * (1 - 0.5 * spread)) / 100.0;
  }

  /** Rules 1, 5 and 6: what is not this incident's news. */
  private void sift(Entry entry) {
    Claim claim = entry.claim;
    DateRange window = incident.window;
    if (entry.source.duplicateOf != null) {
      entry.is("repeated", "in a copy of " + entry.source.duplicateOf);
    } else if (claim.scope().equals(Claims.HISTORY)) {
      entry.is("history", claim.scopeReason());
    } else if (claim.scope().equals(Claims.CUMULATIVE)) {
      boolean stock =
          claim.dateStart() != null
              && window != null
              && !claim.dateStart().isBefore(window.start().minusDays(1));
      if (!stock) {
        entry.is("cumulative", claim.scopeReason());
      }
    } else if (claim.scope().equals(Claims.ELSEWHERE)) {
      entry.is("elsewhere", claim.scopeReason());
    } else if (window != null
        && claim.dateEnd() != null
        && claim.dateEnd().isBefore(window.start().minusDays(2))) {
      entry.is("history", "dated " + claim.dateEnd() + ", before the incident");
    }
    if (entry.status == null
        && ClaimPlaces.away(
            claim,
            incident.latitude,
            incident.longitude,
            incident.countryCode,
            incident.regionCode)) {
      entry.is("elsewhere", "told of " + claim.placeName());
    }
    if (entry.status == null
        && !claim.effect().equals(Claims.KILLED)
        && !claim.effect().equals(Claims.INJURED)) {
      entry.is("counted", "as " + claim.effect() + " only");
    }
  }

  private static boolean victims(Claim claim) {
    return claim.effect().equals(Claims.KILLED) || claim.effect().equals(Claims.INJURED);
  }

  /** Characters of a text that lead it. */
  private static final int LEAD = 600;

  /**
   * Where every figure lies before the window, the window is late, not the figures history; where
   * all that the lead tells lies elsewhere in the country, the place is wrong, not the figures.
   */
  private void reconsider(String effect) {
    if (incident.eventType != null && WITHOUT_DEATHS.contains(incident.eventType)) {
      return;
    }
    for (Entry entry : entries) {
      if (entry.claim.effect().equals(effect) && entry.status == null) {
        return;
      }
    }
    boolean others =
        entries.stream().anyMatch(entry -> entry.status == null && victims(entry.claim));
    for (Entry entry : entries) {
      Claim claim = entry.claim;
      boolean leads = claim.field().equals("title") || claim.start() < LEAD;
      boolean near =
          "elsewhere".equals(entry.status)
              && !others
              && leads
              && String.valueOf(incident.countryCode).equals(claim.countryCode());
      if (claim.effect().equals(effect)
          && claim.scope().equals(Claims.NEWS)
          && ("history".equals(entry.status) || near)) {
        entry.status = null;
      }
    }
  }

  private Outcome effect(String effect) {
    List<Entry> bounds = new ArrayList<>();
    List<Entry> current = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.status != null || !entry.claim.effect().equals(effect)) {
        continue;
      }
      if (hostile(entry.claim)) {
        entry.is("bound", entry.claim.claimant() + " about its enemy");
        bounds.add(entry);
      } else {
        current.add(entry);
      }
    }
    if (current.isEmpty() && bounds.isEmpty()) {
      return null;
    }
    name(current);
    List<Statement> statements = statements(current);
    Map<String, Speaker> speakers = speakers(statements);
    Outcome outcome = combine(effect, speakers);
    outcome = bounded(effect, outcome, bounds, current.isEmpty());
    marks(statements, speakers);
    return outcome;
  }

  /** Whether a side speaks of its enemy's losses. */
  private boolean hostile(Claim claim) {
    String side = claim.claimantSide();
    String victims = claim.victimClass();
    if (side == null) {
      return false;
    }
    boolean government = side.endsWith("-government");
    if (victims.equals(VictimClasses.PERPETRATORS)) {
      // In a battle the gunmen are the army's enemy; elsewhere police count whom they shot.
      return government && BATTLES.equals(incident.eventType);
    }
    boolean foreign =
        government
            && incident.countryCode != null
            && !incident.countryCode.equals("XX")
            && !side.startsWith(incident.countryCode + "-");
    if (foreign && victims.equals(VictimClasses.STATE_FORCES)) {
      return true;
    }
    return Actors.hostileToClass(side, victims);
  }

  /** Rule 2: an article's unattributed figures are its only claimant's, else the article's own. */
  private static void name(List<Entry> current) {
    Map<String, Set<String>> byArticle = new HashMap<>();
    for (Entry entry : current) {
      if (entry.claim.claimant() != null) {
        byArticle
            .computeIfAbsent(entry.source.articleId, id -> new TreeSet<>())
            .add(entry.claim.claimant());
      }
    }
    for (Entry entry : current) {
      Set<String> claimants = byArticle.get(entry.source.articleId);
      if (entry.claim.claimant() != null) {
        entry.speaker = entry.claim.claimant();
      } else if (claimants != null && claimants.size() == 1 && !contradicted(entry, current)) {
        entry.speaker = claimants.iterator().next();
      } else {
        entry.speaker = "article " + entry.source.articleId;
      }
    }
  }

  /**
   * Whether the article's only claimant tells another number of the same people, never this one.
   */
  private static boolean contradicted(Entry entry, List<Entry> current) {
    boolean other = false;
    for (Entry said : current) {
      boolean same =
          said.claim.claimant() != null
              && said.source.articleId.equals(entry.source.articleId)
              && said.claim.victimClass().equals(entry.claim.victimClass())
              && !said.claim.relation().equals("part");
      if (same && (said.best() == entry.best() || opens(said, entry) || opens(entry, said))) {
        return false;
      }
      other |= same && Math.min(said.best(), entry.best()) >= TOLL;
    }
    return other
        && !entry.claim.modality().equals("vague")
        && !entry.claim.relation().equals("part");
  }

  /** "Over 70" is said of 72. */
  private static boolean opens(Entry open, Entry other) {
    return open.open() && other.best() >= open.best() && other.best() <= OPEN_REACH * open.best();
  }

  private static List<Statement> statements(List<Entry> current) {
    Map<String, Statement> byKey = new LinkedHashMap<>();
    Map<String, Statement> before = new HashMap<>();
    for (Entry entry : current) {
      Claim claim = entry.claim;
      String voice = entry.source.articleId + "\n" + entry.speaker + "\n" + entry.day();
      String key = claim.field() + "\n" + claim.start() + "\n" + voice;
      Statement told = byKey.get(key);
      if (told == null && claim.relation().equals(Claims.ALSO)) {
        // "A driver was also killed" goes on with what the voice told before.
        told = before.get(voice);
      }
      if (told == null) {
        told = new Statement(entry);
      }
      byKey.putIfAbsent(key, told);
      told.entries.add(entry);
      if (claim.field().equals("text") && !claim.relation().equals("part")) {
        before.put(voice, told);
      }
    }
    List<Statement> statements = new ArrayList<>(new LinkedHashSet<>(byKey.values()));
    statements.forEach(Statement::close);
    return statements;
  }

  /** Rule 2: the newest figure of a claimant for a class supersedes the older; ties: the higher. */
  private static Map<String, Speaker> speakers(List<Statement> statements) {
    Map<String, Speaker> speakers = new TreeMap<>();
    for (Statement statement : statements) {
      Speaker speaker = speakers.computeIfAbsent(statement.speaker, name -> new Speaker());
      for (String victims : VictimClasses.ALL) {
        Value value = statement.of(victims);
        if (value == null || !VictimClasses.specific(victims)) {
          continue;
        }
        Statement held = speaker.sources.get(victims);
        boolean own = statement.byClass.containsKey(victims);
        boolean heldOwn = held != null && held.byClass.containsKey(victims);
        // Some children of one sentence are not all the civilians of another.
        if (held == null
            || own && !heldOwn
            || own == heldOwn && newer(statement, value, held, held.of(victims))) {
          speaker.sources.put(victims, statement);
          speaker.byClass.put(victims, value);
        }
      }
      if (statement.general()
          && (speaker.totalSource == null
              || newer(statement, statement.total, speaker.totalSource, speaker.total))) {
        speaker.totalSource = statement;
        speaker.total = statement.total;
      }
    }
    return speakers;
  }

  private static boolean newer(Statement a, Value value, Statement b, Value other) {
    int age = Statement.compareAge(a, b);
    if (age != 0) {
      return age > 0;
    }
    if (value.vague != other.vague) {
      return other.vague;
    }
    if (value.best != other.best) {
      return value.best > other.best;
    }
    return value.high > other.high;
  }

  /** Rules 3, 4 and 7: per class, then totals over what the classes do not cover. */
  private Outcome combine(String effect, Map<String, Speaker> speakers) {
    Value sum = Value.NONE;
    Map<String, Long> byClass = new TreeMap<>();
    Map<String, Long> highs = new TreeMap<>();
    for (String victims : VictimClasses.ALL) {
      List<Value> values = new ArrayList<>();
      List<Value> wholes = new ArrayList<>();
      List<String> voices = new ArrayList<>();
      for (Map.Entry<String, Speaker> speaker : speakers.entrySet()) {
        Value value = speaker.getValue().byClass.get(victims);
        if (value != null) {
          values.add(value);
          if (speaker.getValue().sources.get(victims).byClass.containsKey(victims)) {
            wholes.add(value);
          }
          voices.add(voice(speaker.getKey(), value, speaker.getValue().sources.get(victims)));
        }
      }
      if (!values.isEmpty()) {
        // Who tells of some of them does not gainsay who tells how many there were.
        Value value = agreed(wholes.isEmpty() ? values : wholes);
        sum = sum.plus(value);
        byClass.put(victims, value.best);
        highs.put(victims, value.high);
        steps.add(
            effect + ", " + victims + ": " + range(value) + " (" + String.join("; ", voices) + ")");
      }
    }
    return totals(effect, speakers, sum, byClass, highs);
  }

  private Outcome totals(
      String effect,
      Map<String, Speaker> speakers,
      Value sum,
      Map<String, Long> byClass,
      Map<String, Long> highs) {
    List<Value> totals = new ArrayList<>();
    List<String> voices = new ArrayList<>();
    for (Map.Entry<String, Speaker> entry : speakers.entrySet()) {
      Speaker speaker = entry.getValue();
      if (speaker.total == null) {
        continue;
      }
      Value total = speaker.total;
      long own = speaker.parts();
      if (own > 0 && (own >= total.best || total.open && own >= 0.9 * total.best)) {
        // The claimant's own parts satisfy its total.
        voices.add(
            voice(entry.getKey(), total, speaker.totalSource) + " is the total of its parts");
        continue;
      }
      totals.add(total);
      voices.add(voice(entry.getKey(), total, speaker.totalSource));
    }
    if (voices.isEmpty()) {
      return new Outcome(sum, byClass, highs, speakers.size());
    }
    if (totals.isEmpty()) {
      steps.add(effect + ", in all: " + String.join("; ", voices));
      return new Outcome(sum, byClass, highs, speakers.size());
    }
    if (byClass.keySet().equals(Set.of(VictimClasses.CIVILIANS))) {
      // One says 23 villagers, another 31 people: both speak of all the dead.
      for (Speaker speaker : speakers.values()) {
        Statement said = speaker.sources.get(VictimClasses.CIVILIANS);
        if (speaker.total == null
            && said != null
            && said.byClass.containsKey(VictimClasses.CIVILIANS)) {
          totals.add(speaker.byClass.get(VictimClasses.CIVILIANS));
        }
      }
    }
    Value total = agreed(totals);
    boolean satisfied =
        !byClass.isEmpty()
            && (sum.best >= total.best || total.open && sum.best >= 0.9 * total.best);
    long best = satisfied ? sum.best : total.best;
    long low = byClass.isEmpty() ? total.low : Math.min(best, Math.max(sum.low, total.low));
    if (satisfied) {
      low = Math.min(sum.low, total.low > 0 ? Math.max(total.low, 0) : sum.low);
    }
    long high = Math.max(best, Math.max(sum.high, total.high));
    long rest = best - sum.best;
    if (rest > 0) {
      byClass.merge(VictimClasses.UNKNOWN, rest, Long::sum);
    }
    steps.add(
        effect
            + ", in all: "
            + range(total)
            + " ("
            + String.join("; ", voices)
            + ")"
            + (byClass.size() > (rest > 0 ? 1 : 0)
                ? rest > 0 ? ", of which " + rest + " of unknown class" : ", covered by the classes"
                : ""));
    return new Outcome(
        new Value(Math.min(low, best), best, high, total.open, total.vague, false),
        byClass,
        highs,
        speakers.size());
  }

  /** Rule 7: the value that most independent claimants support, ties to the lower. */
  private Value agreed(List<Value> all) {
    // "Dozens" yields to any number, and who tells of one person to who tells how many.
    List<Value> numbers = all.stream().filter(value -> !value.vague).toList();
    List<Value> counts = numbers.stream().filter(value -> !value.single).toList();
    List<Value> values = !counts.isEmpty() ? counts : numbers.isEmpty() ? all : numbers;
    long low = Long.MAX_VALUE;
    long high = 0;
    TreeSet<Long> candidates = new TreeSet<>();
    for (Value value : values) {
      low = Math.min(low, value.low);
      high = Math.max(high, Math.max(value.high, value.best));
      candidates.add(value.best);
    }
    long best = candidates.first();
    int most = -1;
    boolean openOnly = true;
    for (long candidate : candidates) {
      int support = 0;
      for (Value value : values) {
        boolean supports =
            value.best == candidate
                || value.open && candidate >= value.best && candidate <= OPEN_REACH * value.best
                || value.low <= candidate && candidate <= value.high;
        support += supports ? 1 : 0;
      }
      if (support > most) {
        most = support;
        best = candidate;
      }
    }
    for (Value value : values) {
      if (value.best != best) {
        openOnly &= value.open && best >= value.best || value.low <= best && best <= value.high;
      }
    }
    long spread = candidates.last() - candidates.first();
    if (!openOnly && spread >= 2 && spread > 0.25 * candidates.first()) {
      warnings.add(DISPUTED);
    }
    return new Value(
        Math.min(low, best), best, Math.max(high, best), false, values.get(0).vague, false);
  }

  /** Rule 7: what a side claims of its enemy's losses raises high only. */
  private Outcome bounded(String effect, Outcome outcome, List<Entry> bounds, boolean alone) {
    if (bounds.isEmpty()) {
      return outcome;
    }
    Map<String, Long> most = new TreeMap<>();
    for (Entry entry : bounds) {
      if (!entry.claim.relation().equals("part")) {
        most.merge(entry.claim.victimClass(), (long) entry.claim.numberHigh(), Math::max);
      }
    }
    Value value = outcome.value;
    long high = value.high;
    for (Map.Entry<String, Long> bound : most.entrySet()) {
      long other = outcome.highs.getOrDefault(bound.getKey(), 0L);
      long above = Math.max(0, bound.getValue() - other);
      high += above;
      steps.add(
          effect
              + ", "
              + bound.getKey()
              + ": at most "
              + bound.getValue()
              + " by the enemy's claim"
              + (above > 0 ? ", raises high only" : ", changes nothing"));
    }
    if ((alone || outcome.value.best == 0 && high > 0) && effect.equals(Claims.KILLED)) {
      warnings.add(BELLIGERENT_ONLY);
    }
    return new Outcome(
        new Value(
            value.low,
            value.best,
            Math.max(high, value.high),
            value.open,
            value.vague,
            value.single),
        outcome.byClass,
        outcome.highs,
        outcome.speakers);
  }

  /** What became of each claim that took part. */
  private static void marks(List<Statement> statements, Map<String, Speaker> speakers) {
    Set<String> counted = new HashSet<>();
    for (Statement statement : statements) {
      Speaker speaker = speakers.get(statement.speaker);
      for (Entry entry : statement.entries) {
        mark(entry, statement, speaker, counted);
      }
    }
  }

  private static void mark(Entry entry, Statement statement, Speaker speaker, Set<String> counted) {
    String victims = entry.claim.victimClass();
    boolean specific = VictimClasses.specific(victims);
    if (entry.claim.relation().equals("part")) {
      entry.is("part", "a part by its own sentence");
      return;
    }
    Statement held = specific ? speaker.sources.get(victims) : speaker.totalSource;
    if (entry.claim.relation().equals("total")) {
      held = speaker.totalSource;
    }
    long parts = speaker.parts();
    Value said = statement.total;
    boolean whole =
        (!specific || entry.claim.relation().equals("total"))
            && parts > 0
            && statement.general()
            && (parts == said.best
                || said.open && parts >= 0.9 * said.best && parts <= OPEN_REACH * said.best);
    if (held != statement && whole) {
      entry.is("total", "of the parts of " + statement.speaker);
      return;
    }
    if (held != statement) {
      Value current =
          held == null
              ? null
              : specific && held.of(victims) != null ? held.of(victims) : held.total;
      Value own =
          specific && statement.of(victims) != null ? statement.of(victims) : statement.total;
      boolean same = current != null && own != null && current.best == own.best;
      entry.is(
          same ? "repeated" : "superseded",
          same
              ? "said again by " + statement.speaker
              : "by "
                  + (current == null ? "a total" : current.best)
                  + " of "
                  + statement.speaker
                  + (held == null || held.day == null ? "" : ", " + held.day));
      return;
    }
    if (!specific || entry.claim.relation().equals("total")) {
      boolean covered =
          speaker.parts() > 0
                  && !statement.byClass.isEmpty()
                  && statement.byClass.size() == 1
                  && statement.byClass.containsKey(VictimClasses.UNKNOWN)
              || entry.claim.relation().equals("total") && speaker.parts() > 0;
      if (covered) {
        entry.is("total", "of the parts of " + statement.speaker);
        return;
      }
    }
    entry.is("counted", statement.speaker + (statement.day == null ? "" : ", " + statement.day));
  }

  private static String voice(String speaker, Value value, Statement statement) {
    String day = statement == null ? null : Objects.toString(statement.day, null);
    return value.best + " " + speaker + (day == null ? "" : ", " + day);
  }

  private static String range(Value value) {
    return value.low == value.high
        ? "" + value.best
        : value.low + "/" + value.best + "/" + value.high;
  }
}
