package org.sitrep.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.text.Resources;

/**
 * What the name or host of an outlet says about its home: the country of its top-level domain and
 * the places whose names stand in it without spaces ({@code examplecitytimes.com}).
 *
 * @param country ISO 3166-1 alpha-2, or null
 * @param places the bearers of each name found
 */
record OutletName(String country, List<List<Place>> places) {

  private static final Set<String> WORDS =
      new TreeSet<>(
          Comparator.comparingInt(String::length).reversed().thenComparing(String::compareTo));

  static {
    WORDS.addAll(Resources.lines(OutletName.class, "outlet-words.txt"));
  }

  /** Top-level domains that outlets of any country use. */
  private static final Set<String> ANYWHERE =
      Set.of(
          "ai", "am", "cc", "co", "eu", "fm", "gg", "io", "is", "la", "ly", "me", "nu", "sh", "to",
          "tv", "ws");

  private static final Map<String, String> OTHER_CODES = Map.of("uk", "GB");
  private static final int SHORTEST = 5;
  private static final int LEAST_POPULATION = 20_000;
  private static final int MOST_LETTERS = 60;

  static OutletName of(String source, Gazetteer gazetteer) {
    String host = source == null ? "" : source.toLowerCase(Locale.ROOT).trim();
    if (host.isEmpty() || host.length() > MOST_LETTERS) {
      return new OutletName(null, List.of());
    }
    String[] labels = host.split("[.\\s]+");
    boolean domain = labels.length > 1 && host.indexOf(' ') < 0;
    String country = domain ? country(labels[labels.length - 1], gazetteer) : null;
    List<List<Place>> places = new ArrayList<>();
    int names = domain ? labels.length - 1 : labels.length;
    for (int i = 0; i < names; i++) {
      for (String part : labels[i].split("[^a-z]+")) {
        List<Place> found = inside(part, gazetteer);
        if (!found.isEmpty()) {
          places.add(found);
        }
      }
    }
    return new OutletName(country, List.copyOf(places));
  }

  private static String country(String domain, Gazetteer gazetteer) {
    if (domain.length() != 2 || ANYWHERE.contains(domain)) {
      return null;
    }
    String code = OTHER_CODES.getOrDefault(domain, domain.toUpperCase(Locale.ROOT));
    return gazetteer.country(code).map(Place::countryCode).orElse(null);
  }

  /**
   * The bearers of the longest name at the beginning or end of a word, words of the press aside.
   */
  private static List<Place> inside(String word, Gazetteer gazetteer) {
    String bare = bare(word);
    List<Place> best = List.of();
    int most = SHORTEST - 1;
    for (int from = 0; from + SHORTEST <= bare.length(); from++) {
      for (int to = bare.length(); to - from > most; to--) {
        if (from > 0 && to < bare.length()) {
          continue;
        }
        List<Place> found = new ArrayList<>();
        walk(gazetteer.names(), gazetteer.names().root(), bare, from, to, found);
        if (!found.isEmpty()) {
          best = found;
          most = to - from;
        }
      }
    }
    return best;
  }

  /** Follows the trie through every way to cut the letters into words. */
  private static void walk(
      NameTrie trie, int node, String letters, int from, int to, List<Place> found) {
    if (from == to) {
      for (Place place : trie.ends(node) ? trie.places(node) : List.<Place>of()) {
        if (large(place) && !Finder.isCommon(letters.substring(0, to))) {
          found.add(place);
        }
      }
      return;
    }
    for (int end = from + 1; end <= to; end++) {
      String piece = letters.substring(from, end);
      int next = trie.step(node, piece.equals("st") ? "saint" : piece);
      if (next >= 0) {
        walk(trie, next, letters, end, to, found);
      }
    }
  }

  private static boolean large(Place place) {
    return place.is(Place.REGION) || place.is(Place.CITY) && place.population() >= LEAST_POPULATION;
  }

  /** A word without the words of the press at its ends. */
  private static String bare(String word) {
    String rest = word;
    boolean shorter = true;
    while (shorter) {
      shorter = false;
      for (String press : WORDS) {
        if (rest.length() > press.length() && rest.endsWith(press)) {
          rest = rest.substring(0, rest.length() - press.length());
          shorter = true;
        } else if (rest.length() > press.length() && rest.startsWith(press)) {
          rest = rest.substring(press.length());
          shorter = true;
        }
      }
    }
    return WORDS.contains(rest) ? "" : rest;
  }
}
