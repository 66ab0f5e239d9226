package org.sitrep.event;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * An actor of a dictionary: a name, what else it is called, and from when to when.
 *
 * @param name the canonical name
 * @param aliases how news writes it, beside the name; an alias in capitals matches capitals only,
 *     one with a capital needs a capitalised word, one in lower case matches any case; behind
 *     {@code ~} it counts only where the article names the actor in full, or its country
 * @param actorClass one of {@link #CLASSES}
 * @param side the belligerent side, for example {@code SY-government}; null for a bystander
 * @param country ISO 3166-1 alpha-2; null where the actor belongs to none
 * @param from first year in which the name is used; null without a bound
 * @param until last year in which the name is used; null without a bound
 */
public record ActorRow(
    String name,
    List<String> aliases,
    String actorClass,
    String side,
    String country,
    Integer from,
    Integer until)
    implements Serializable {

  /**
   * The closed list of classes, in alphabetical order. A rule names one as {@code a:rebels}, for
   * the actors of that class that stand in a sentence.
   */
  public static final List<String> CLASSES =
      List.of(
          "civilians",
          "foreign_forces",
          "government",
          "media",
          "militia",
          "monitor",
          "perpetrators",
          "police",
          "protesters",
          "rebels",
          "state_forces",
          "unknown");

  public ActorRow {
    aliases = List.copyOf(aliases);
  }

  /**
   * What keeps a dictionary from holding the actor, in words; null where nothing does. Dictionaries
   * hold Latin letters and digits, with or without accents.
   */
  public String fault() {
    if (name == null || name.isBlank()) {
      return "has no name";
    }
    if (actorClass == null) {
      return "has no class";
    }
    if (!CLASSES.contains(actorClass)) {
      return "class " + actorClass + " is none of " + String.join(", ", CLASSES);
    }
    if (country != null && !country.matches("[A-Z]{2}")) {
      return "country " + country + " is no two-letter code (ISO 3166-1)";
    }
    if (side != null && !side.matches("[A-Za-z][A-Za-z0-9-]{0,39}")) {
      return "side " + side + " is no word of letters, digits and hyphens";
    }
    if (from != null && until != null && from > until) {
      return "its period begins in " + from + " and ends in " + until;
    }
    for (String alias : spellings()) {
      String plain = alias.startsWith("~") ? alias.substring(1) : alias;
      for (String word : Words.ofPhrase(plain)) {
        if (word.isEmpty() || !word.chars().allMatch(Phrases::holds)) {
          return "alias " + alias + " needs words of Latin letters and digits";
        }
      }
    }
    return null;
  }

  /** The name and the aliases. */
  List<String> spellings() {
    List<String> all = new ArrayList<>(aliases);
    if (!all.contains(name) && !all.contains("~" + name)) {
      all.add(0, name);
    }
    return all;
  }

  /** Whether the name is used in the year; always where the year is not known. */
  boolean usedIn(Integer year) {
    return year == null || (from == null || from <= year) && (until == null || year <= until);
  }
}
