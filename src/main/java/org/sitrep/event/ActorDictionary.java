package org.sitrep.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sitrep.text.Resources;

/**
 * Who is who: named actors with aliases, sides and periods, general patterns, and alliances. The
 * embedded one is the resources' ({@code actors.tsv}, {@code actor-patterns.tsv}, {@code
 * actor-heads.tsv}, {@code alliances.tsv}); a user's rows come before it. Immutable.
 */
public final class ActorDictionary {

  static final String NATION = "{nation}";

  private static final ActorDictionary EMBEDDED = new ActorDictionary();

  /** The one with rows that was asked for last: tasks of a run ask for the same. */
  private static volatile ActorDictionary latest;

  private final List<ActorRow> rows;
  private final Phrases<Entry> given;
  private final Phrases<Entry> phrases;
  private final Phrases<Entry> behindNation;
  private final Phrases<Entry> beforeNation;
  private final Phrases<Entry> heads;
  private final Map<String, String> alliances;
  private final Map<String, String> stateMedia;

  private ActorDictionary() {
    rows = List.of();
    given = null;
    phrases = new Phrases<>();
    behindNation = new Phrases<>();
    beforeNation = new Phrases<>();
    heads = new Phrases<>();
    for (String[] row : Resources.rows(ActorDictionary.class, "actor-heads.tsv")) {
      for (String head : row[0].split("\\|")) {
        heads.add(
            head, new Entry("", row[1], empty(row[2]), null, false, Letters.CAPITALISED, null));
      }
    }
    alliances = new HashMap<>();
    stateMedia = new HashMap<>();
    for (String[] row : Resources.rows(ActorDictionary.class, "actors.tsv")) {
      ActorRow actor = row(row);
      add(phrases, actor, actor.aliases());
      if (actor.actorClass().equals("media")
          && actor.country() != null
          && (actor.country() + "-government").equals(actor.side())) {
        stateMedia.putIfAbsent(actor.country(), actor.name());
      }
    }
    for (String[] row : Resources.rows(ActorDictionary.class, "actor-patterns.tsv")) {
      Entry entry = new Entry(row[1], row[2], empty(row[3]), null, false, Letters.ANY, null);
      for (String phrase : row[0].split("\\|")) {
        if (phrase.startsWith(NATION)) {
          behindNation.add(phrase.substring(NATION.length()).trim(), entry);
        } else if (phrase.endsWith(NATION)) {
          beforeNation.add(phrase.substring(0, phrase.length() - NATION.length()), entry);
        } else {
          phrases.add(phrase, entry);
        }
      }
    }
    for (String[] row : Resources.rows(ActorDictionary.class, "alliances.tsv")) {
      alliances.put(row[0] + " " + row[1], row[2]);
    }
  }

  private ActorDictionary(List<ActorRow> rows, ActorDictionary embedded) {
    this.rows = rows;
    phrases = embedded.phrases;
    behindNation = embedded.behindNation;
    beforeNation = embedded.beforeNation;
    heads = embedded.heads;
    alliances = embedded.alliances;
    stateMedia = embedded.stateMedia;
    given = Phrases.unnumbered();
    Map<String, ActorRow> named = new HashMap<>();
    for (ActorRow row : rows) {
      if (row.fault() != null) {
        throw new IllegalArgumentException("actor " + row.name() + ": " + row.fault());
      }
      add(given, row, row.spellings());
      named.putIfAbsent(row.name().toLowerCase(Locale.ROOT), row);
    }
    // What the embedded dictionary calls the same is the user's, with the user's class and side.
    for (String[] columns : Resources.rows(ActorDictionary.class, "actors.tsv")) {
      ActorRow known = row(columns);
      ActorRow row = named.get(known.name().toLowerCase(Locale.ROOT));
      if (row != null) {
        ActorRow renamed =
            new ActorRow(
                row.name(),
                known.aliases(),
                row.actorClass(),
                row.side(),
                row.country(),
                row.from() == null ? known.from() : row.from(),
                row.until() == null ? known.until() : row.until());
        add(given, renamed, known.aliases());
      }
    }
  }

  /** The dictionary of the jar. */
  public static ActorDictionary embedded() {
    return EMBEDDED;
  }

  /**
   * The embedded dictionary with rows that win over it: where both know a phrase of the same
   * length, and where both have an actor of the same name, which then is of the row's class and
   * side under all its aliases.
   *
   * @throws IllegalArgumentException where a row has a {@link ActorRow#fault fault}
   */
  public static ActorDictionary with(List<ActorRow> rows) {
    if (rows.isEmpty()) {
      return EMBEDDED;
    }
    ActorDictionary known = latest;
    if (known == null || !known.rows.equals(rows)) {
      known = new ActorDictionary(List.copyOf(rows), EMBEDDED);
      latest = known;
    }
    return known;
  }

  /** The phrases of the user's rows; null where there are none. */
  Phrases<Entry> given() {
    return given;
  }

  Phrases<Entry> phrases() {
    return phrases;
  }

  Phrases<Entry> behindNation() {
    return behindNation;
  }

  Phrases<Entry> beforeNation() {
    return beforeNation;
  }

  /** Last words of names that no dictionary lists; their entries have no name. */
  Phrases<Entry> heads() {
    return heads;
  }

  /** The side that a side fights for in a country; itself where it has no ally there. */
  String alliance(String country, String side) {
    return alliances.getOrDefault(country + " " + side, side);
  }

  /** The medium that speaks for a country's government; null where none is known. */
  String stateMedia(String country) {
    return stateMedia.get(country);
  }

  private static void add(Phrases<Entry> phrases, ActorRow row, List<String> aliases) {
    for (String alias : aliases) {
      boolean weak = alias.startsWith("~");
      String plain = weak ? alias.substring(1) : alias;
      Entry entry =
          new Entry(
              row.name(), row.actorClass(), row.side(), row.country(), weak, letters(plain), row);
      phrases.add(plain, entry);
      if (entry.letters() == Letters.CAPITALISED && plain.length() > 4 && !plain.endsWith("s")) {
        // The genitive of texts that lost their apostrophes: "Hezbollahs fighters".
        phrases.add(plain + "s", entry);
      }
      String bare = plain.replaceFirst("^[Aa]l[- ]", "");
      if (bare.length() > 4 && !bare.equals(plain)) {
        phrases.add(bare, entry);
      }
    }
  }

  private static ActorRow row(String[] columns) {
    List<String> aliases = new ArrayList<>();
    for (String alias : columns[1].split("\\|")) {
      aliases.add(alias.trim());
    }
    return new ActorRow(
        columns[0],
        aliases,
        columns[2],
        empty(columns[3]),
        column(columns, 4),
        year(column(columns, 5)),
        year(column(columns, 6)));
  }

  private static String column(String[] columns, int index) {
    return columns.length > index ? empty(columns[index]) : null;
  }

  private static Integer year(String column) {
    return column == null ? null : Integer.valueOf(column);
  }

  private static String empty(String value) {
    return value.isBlank() ? null : value.trim();
  }

  private static Letters letters(String alias) {
    if (alias.equals(alias.toLowerCase(Locale.ROOT))) {
      return Letters.ANY;
    }
    return alias.equals(alias.toUpperCase(Locale.ROOT)) ? Letters.CAPITALS : Letters.CAPITALISED;
  }

  /** How an alias must be written to count. */
  enum Letters {
    ANY,
    CAPITALISED,
    CAPITALS
  }

  /** What a phrase stands for; {@code row} is null for a general word. */
  record Entry(
      String name,
      String actorClass,
      String side,
      String country,
      boolean weak,
      Letters letters,
      ActorRow row) {

    Entry called(String other) {
      return new Entry(other, actorClass, side, null, false, Letters.ANY, null);
    }

    boolean usedIn(Integer year) {
      return row == null || row.usedIn(year);
    }

    boolean fits(Words words, int from, int end, boolean shouted) {
      if (letters == Letters.ANY) {
        return true;
      }
      if (letters == Letters.CAPITALS) {
        // In a headline set in capitals, IS and WHO are words.
        return words.isCapitals(from) && !(shouted && words.at(from).length() < 5);
      }
      for (int i = from; i < end; i++) {
        if (words.isCapitalised(i)) {
          return true;
        }
      }
      return false;
    }
  }
}
