package org.sitrep.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.place.Found.By;
import org.sitrep.place.Found.Wording;
import org.sitrep.place.Pieces.Gap;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;
import org.sitrep.text.Sentence;

/**
 * Finds place names in an article: the longest name at each capitalised word, without those that
 * are part of a person's name, an organisation, a street, or a common word.
 */
final class Finder {

  private static final Set<String> COMMON = set("common-words.txt");
  private static final Set<String> FIRST_NAMES = set("first-names.txt");
  private static final Set<String> TITLES = set("titles.txt");

  private final Gazetteer gazetteer;
  private final List<Pieces> sentences = new ArrayList<>();
  private final Set<String> surnames = new HashSet<>();
  private final Set<String> lowerCased = new HashSet<>();
  private final Set<String> named = new HashSet<>();
  private final Set<String> capitals = new HashSet<>();
  private final Set<String> partsOfNames = new HashSet<>();
  private final Set<String> streets = new HashSet<>();
  private List<Found> found = List.of();

  private Finder(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** The names found, in reading order. */
  static List<Found> find(Reading reading, Gazetteer gazetteer) {
    Finder finder = new Finder(gazetteer);
    for (Sentence sentence : reading.sentences()) {
      String whole = sentence.isTitle() ? reading.title() : reading.text();
      Pieces pieces = Pieces.of(sentence, whole);
      finder.sentences.add(pieces);
      finder.learn(pieces);
    }
    List<List<Found>> all = new ArrayList<>();
    for (Pieces pieces : finder.sentences) {
      finder.found = new ArrayList<>();
      finder.match(pieces, whole(reading, pieces));
      finder.link();
      all.add(finder.found);
      for (Found mention : finder.found) {
        if (mention.candidates.size() == 1) {
          finder.named.add(mention.candidates.get(0).countryCode());
        }
      }
    }
    List<List<Surroundings>> surroundings = new ArrayList<>(all.size());
    for (List<Found> ofSentence : all) {
      List<Surroundings> own = new ArrayList<>(ofSentence.size());
      for (Found mention : ofSentence) {
        Surroundings around = new Surroundings(mention, finder);
        finder.learn(around);
        own.add(around);
      }
      surroundings.add(own);
    }
    List<Found> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      finder.found = all.get(i);
      for (Surroundings around : surroundings.get(i)) {
        if (PlaceRule.of(around).place) {
          kept.add(around.mention);
        }
      }
    }
    return kept;
  }

  private static String whole(Reading reading, Pieces pieces) {
    return pieces.sentence.isTitle() ? reading.title() : reading.text();
  }

  private static Set<String> set(String resource) {
    return Set.copyOf(Resources.lines(Finder.class, resource));
  }

  static boolean isCommon(String plain) {
    return COMMON.contains(plain);
  }

  static boolean isFirstName(String plain) {
    return FIRST_NAMES.contains(plain);
  }

  static boolean isTitle(String plain) {
    return TITLES.contains(plain);
  }

  /** Collects what the article itself teaches: surnames, and words that it writes small. */
  private void learn(Pieces p) {
    for (int i = 0; i < p.size; i++) {
      Piece piece = p.pieces[i];
      if (!piece.capital) {
        if (!piece.common) {
          lowerCased.add(piece.plain);
        }
        continue;
      }
      capitals.add(piece.plain);
      boolean title = piece.title;
      if (!title && !piece.firstName) {
        continue;
      }
      int next = i + 1;
      if (p.gapAt(next) == Gap.STOP && title) {
        // "Gov. X"
      } else if (p.gapAt(next) != Gap.SPACE || !p.capitalAt(next)) {
        continue;
      }
      if (title && p.capitalAt(next) && p.gapAt(next + 1) == Gap.SPACE && p.capitalAt(next + 1)) {
        next++;
      }
      if (next < p.size && p.plain[next].length() == 1) {
        next++; // an initial
      }
      if (p.capitalAt(next)
          && (p.gapAt(next) == Gap.SPACE || p.gapAt(next) == Gap.STOP)
          && !Cue.AREA_WORD.is(p.plain[next])) {
        surnames.add(p.plain[next]);
      }
    }
  }

  private void match(Pieces p, String whole) {
    Map<Integer, Found> counties = counties(p);
    int i = 0;
    while (i < p.size) {
      Found mention = counties.get(i);
      if (mention == null) {
        mention = at(p, i, whole);
      }
      if (mention == null) {
        i++;
      } else {
        found.add(mention);
        i = mention.last + 1;
      }
    }
  }

  /** The counties of a list such as "Clarke, Madison and Oconee counties", by their first piece. */
  private Map<Integer, Found> counties(Pieces p) {
    Map<Integer, Found> counties = new HashMap<>();
    for (int end = 1; end < p.size; end++) {
      String type =
          p.plain[end].equals("counties")
              ? "county"
              : p.plain[end].equals("parishes") ? "parish" : null;
      if (type == null) {
        continue;
      }
      int last = end - 1;
      while (last >= 0 && p.capital[last]) {
        int first = last;
        while (first > 0 && p.capital[first - 1] && joins(p, first)) {
          first--;
        }
        int node = gazetteer.names().root();
        for (int j = first; j <= last && node >= 0; j++) {
          node = gazetteer.names().step(node, p.plain[j]);
        }
        node = node < 0 ? node : gazetteer.names().step(node, type);
        if (node < 0 || !gazetteer.names().ends(node)) {
          break;
        }
        Found county = new Found(p, first, last, By.NAME, gazetteer.names().places(node));
        county.listedCounty = true;
        counties.put(first, county);
        last = first - 1;
        if (p.plainAt(last).equals("and") || p.plainAt(last).equals("or")) {
          last--;
        } else if (p.gaps[first] != Gap.COMMA) {
          break;
        }
      }
    }
    return counties;
  }

  private Found at(Pieces p, int i, String whole) {
    if (!p.capital[i] && !articleBefore(p, i)) {
      return null;
    }
    if (p.form[i].length() == 2 || p.form[i].indexOf('.') >= 0 || stopBehind(whole, p.ends[i])) {
      Found abbreviation = abbreviation(p, i, whole);
      if (abbreviation != null) {
        return abbreviation;
      }
    }
    if (p.plain[i].equals("the")) {
      // "The Rock Hill school" is about Rock Hill, "The Hague" is not about a Hague
      boolean once = joins(p, i + 1) && !p.plain[i + 1].equals("the");
      Found behind = once ? at(p, i + 1, whole) : null;
      int with = walk(gazetteer.names(), p, i);
      return behind != null && behind.last >= with
          ? behind
          : with < 0
              ? null
              : new Found(p, i, with, By.NAME, candidates(gazetteer.names(), p, i, with));
    }
    Piece.Start start = p.pieces[i].start(gazetteer);
    int demonym = start.demonym() < 0 ? -1 : walk(gazetteer.demonyms(), p, i);
    int name = start.name() < 0 ? -1 : walk(gazetteer.names(), p, i);
    boolean bones = start.skeleton() >= 0 || p.pieces[i].article;
    int skeleton = bones ? walkSkeleton(p, i) : -1;
    if (demonym >= 0 && demonym >= name) {
      return new Found(p, i, demonym, By.DEMONYM, candidates(gazetteer.demonyms(), p, i, demonym));
    }
    if (name >= 0 && name >= skeleton) {
      return new Found(p, i, name, By.NAME, candidates(gazetteer.names(), p, i, name));
    }
    if (skeleton >= 0) {
      return new Found(p, i, skeleton, By.SKELETON, skeletons(p, i, skeleton));
    }
    return start.name() < 0 && start.demonym() < 0 ? genitive(p, i) : null;
  }

  private static final int SHORTEST_GENITIVE = 5;

  /** A name whose apostrophe was lost ({@code Aleppos suburbs}), where the text has it bare too. */
  private Found genitive(Pieces p, int i) {
    String plain = p.plain[i];
    int stem = plain.length() - 1;
    if (plain.length() < SHORTEST_GENITIVE
        || plain.charAt(stem) != 's'
        || p.form[i].charAt(p.form[i].length() - 1) != 's') {
      return null;
    }
    String name = plain.substring(0, stem);
    boolean acronym = Surroundings.allUpper(p.form[i].substring(0, stem)); // "SANAs reporter"
    if (acronym || !capitals.contains(name) || isCommon(name) || isFirstName(name)) {
      return null;
    }
    int node = gazetteer.names().step(gazetteer.names().root(), name);
    if (node < 0 || !gazetteer.names().ends(node)) {
      return null;
    }
    return new Found(p, i, name, gazetteer.names().places(node));
  }

  /**
   * Whether a piece is the article of the name behind it. Without a hyphen only {@code al} and
   * {@code el} are sure, and {@code e} with the letter that begins the name ("Ed Daein"); others
   * are English words ("As Samson said").
   */
  private static boolean articleBefore(Pieces p, int i) {
    if (!p.pieces[i].article || !p.capitalAt(i + 1)) {
      return false;
    }
    boolean sure =
        p.plain[i].equals("al")
            || p.plain[i].equals("el")
            || p.plain[i].charAt(0) == 'e' && p.plain[i + 1].startsWith(p.plain[i].substring(1));
    return p.gapAt(i + 1) == Gap.HYPHEN || sure && p.gapAt(i + 1) == Gap.SPACE;
  }

  private static boolean stopBehind(String whole, int end) {
    return end < whole.length() && whole.charAt(end) == '.';
  }

  private Found abbreviation(Pieces p, int i, String whole) {
    String form = p.form[i];
    boolean inner = form.indexOf('.') > 0;
    boolean comma = p.gaps[i] == Gap.COMMA && i > 0 && p.capital[i - 1];
    boolean stop = stopBehind(whole, p.ends[i]);
    Place division = null;
    if (comma) {
      division = gazetteer.abbreviatedBehindComma(form);
      if (division != null
          && !inner
          && !stop
          && !(form.length() == 2 && Character.isUpperCase(form.charAt(1)))) {
        division = null;
      }
    }
    if (division == null && (inner || stop || form.length() == 2)) {
      division = gazetteer.abbreviated(form);
    }
    return division == null ? null : new Found(p, i, i, By.ABBREVIATION, List.of(division));
  }

  private static boolean joins(Pieces p, int i) {
    Gap gap = p.gapAt(i);
    if (gap == Gap.SPACE || gap == Gap.HYPHEN) {
      return true;
    }
    if (gap != Gap.STOP) {
      return false;
    }
    String before = p.plain[i - 1];
    return before.equals("saint") || before.equals("fort") || before.equals("mount");
  }

  /** The last piece of the longest name that begins at a piece, or -1. */
  private static int walk(NameTrie trie, Pieces p, int i) {
    int node = trie.root();
    int best = -1;
    for (int j = i;
        node >= 0 && j < p.size && (j == i || joins(p, j) || p.gapAt(j) == Gap.POSSESSIVE);
        j++) {
      int end = trie.step(node, piece(p, i, j));
      boolean joined = j > i && p.gapAt(j) == Gap.HYPHEN; // "Hpa-an"
      if (end >= 0
          && trie.ends(end)
          && (p.capital[j] || joined || Character.isDigit(p.plain[j].charAt(0)))) {
        best = j;
      }
      node = p.gapAt(j + 1) == Gap.POSSESSIVE ? trie.step(node, possessive(p, j)) : end;
    }
    return best;
  }

  private static String piece(Pieces p, int first, int j) {
    return j > first && p.form[j].equals("Co") ? "county" : p.plain[j];
  }

  /** A piece inside a name such as "Prince George's County", whose apostrophe is folded. */
  private static String possessive(Pieces p, int j) {
    return p.plain[j] + "s";
  }

  private static List<Place> candidates(NameTrie trie, Pieces p, int i, int last) {
    int node = trie.root();
    for (int j = i; j <= last; j++) {
      boolean inside = j < last && p.gapAt(j + 1) == Gap.POSSESSIVE;
      node = trie.step(node, inside ? possessive(p, j) : piece(p, i, j));
    }
    return trie.places(node);
  }

  private static final int SHORTEST_SKELETON = 4;
  private static final int MOST_ARTICLES = 2;

  private int walkSkeleton(Pieces p, int i) {
    NameTrie trie = gazetteer.skeletons();
    int node = trie.root();
    int best = -1;
    int letters = 0;
    int articles = 0;
    for (int j = i; j < p.size && (j == i || joins(p, j)); j++) {
      if (p.pieces[j].article) {
        if (j == i && !articleBefore(p, i)) {
          return -1;
        }
        if (++articles > MOST_ARTICLES) {
          break;
        }
        continue;
      }
      String bone = Names.skeleton(p.plain[j]);
      letters += bone.length();
      node = trie.step(node, bone);
      if (node < 0) {
        break;
      }
      if (trie.ends(node) && p.capital[j] && letters >= SHORTEST_SKELETON) {
        best = j;
      }
    }
    return best;
  }

  private List<Place> skeletons(Pieces p, int i, int last) {
    NameTrie trie = gazetteer.skeletons();
    int node = trie.root();
    for (int j = i; j <= last; j++) {
      if (!p.pieces[j].article) {
        node = trie.step(node, Names.skeleton(p.plain[j]));
      }
    }
    return trie.places(node);
  }

  // --- what the words around a name say ---------------------------------------------------------

  private void link() {
    for (int k = 0; k < found.size(); k++) {
      Found m = found.get(k);
      Found next = k + 1 < found.size() ? found.get(k + 1) : null;
      wording(m);
      m.locative = locative(m);
      if (next == null) {
        continue;
      }
      m.behind = next;
      next.before = m;
      Pieces p = m.pieces;
      if (next.first == m.last + 1 && p.gaps[next.first] == Gap.COMMA && holds(next)) {
        m.containedIn(next);
      } else if (next.first == m.last + 1
          && p.gaps[next.first] == Gap.POSSESSIVE
          && (m.hasFeature(Place.COUNTRY) || m.hasFeature(Place.REGION))) {
        next.containedIn(m);
      } else if (m.by != By.DEMONYM
          && holds(next)
          && next.by != By.DEMONYM
          && between(p, m, next)) {
        m.containedIn(next);
      }
    }
    teams();
    for (int k = found.size() - 2; k >= 0; k--) {
      Found a = found.get(k);
      Found b = found.get(k + 1);
      if (a.listedCounty && b.listedCounty && b.container != null && a.container == null) {
        a.containedIn(b.container);
      }
    }
    // "in the provinces of X and Y", "X and Y provinces"
    for (int k = 1; k < found.size(); k++) {
      Found a = found.get(k - 1);
      Found b = found.get(k);
      boolean listed =
          b.first == a.last + 2 && b.pieces.plain[a.last + 1].equals("and")
              || b.first == a.last + 1 && b.pieces.gaps[b.first] == Gap.COMMA;
      if (!listed) {
        continue;
      }
      if (a.wording == Wording.NONE
          && b.wording == Wording.REGION
          && Cue.REGIONS.is(b.pieces.plainAt(b.last + 1))) {
        a.wording = Wording.REGION;
      } else if (b.wording == Wording.NONE && a.wording == Wording.REGION && pluralBefore(a)) {
        b.wording = Wording.REGION;
      }
    }
  }

  private static final int LONGEST_GAME = 5;

  /** Names that play each other ({@code Athens beat Sparta 3-1}) are teams. */
  private void teams() {
    for (Found m : found) {
      Pieces p = m.pieces;
      if (!Cue.GAME_VERB.is(p.plainAt(m.last + 1)) || p.gapAt(m.last + 1) != Gap.SPACE) {
        continue;
      }
      Found next = m.behind;
      int end = next == null ? p.size : next.first;
      boolean linked = next != null && end - m.last <= LONGEST_GAME;
      for (int i = m.last + 2; i < end && linked; i++) {
        linked = Cue.GAME_LINK.is(p.plain[i]) || isScore(p, i) || isScore(p, i - 1);
      }
      boolean scored = false;
      for (int i = m.last + 1; i < p.size && i <= m.last + LONGEST_GAME; i++) {
        scored |= isScore(p, i);
      }
      if (next != null && linked && next.by == By.NAME) {
        scored |= isScore(p, next.last + 1);
      }
      boolean sure =
          scored
              || !m.hasFeature(Place.COUNTRY)
                  && next != null
                  && !next.hasFeature(Place.COUNTY)
                  && next.container == null;
      if (linked && next.by == By.NAME && sure) {
        m.team = m.by == By.NAME;
        next.team = true;
      } else if (scored) {
        m.team = m.by == By.NAME;
      }
    }
  }

  /** Whether the final score of a game begins at a piece ({@code 3-1}). */
  private static boolean isScore(Pieces p, int i) {
    return isPoints(p.plainAt(i)) && p.gapAt(i + 1) == Gap.HYPHEN && isPoints(p.plainAt(i + 1));
  }

  private static boolean isPoints(String plain) {
    return !plain.isEmpty()
        && plain.length() <= 3
        && plain.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean pluralBefore(Found m) {
    Pieces p = m.pieces;
    return p.plainAt(m.first - 1).equals("of") && Cue.REGIONS.is(p.plainAt(m.first - 2));
  }

  private static boolean holds(Found m) {
    return m.by == By.ABBREVIATION
        || m.hasFeature(Place.COUNTRY)
        || m.hasFeature(Place.REGION)
        || m.hasFeature(Place.COUNTY);
  }

  private static final int LONGEST_BETWEEN = 5;

  /** Whether only words such as "in the northern province of" stand between two mentions. */
  private static boolean between(Pieces p, Found a, Found b) {
    if (a.listedCounty
        && (p.plain[a.last + 1].equals("counties") || p.plain[a.last + 1].equals("parishes"))) {
      return a.last + 3 == b.first && p.plain[a.last + 2].equals("in");
    }
    int from = a.last + 1;
    if (from < b.first && p.gaps[from] == Gap.SPACE && isKind(p.plain[from])) {
      from++; // "Leon province in Spain"
    }
    int n = b.first - from;
    if (n < 1 || n > LONGEST_BETWEEN || !p.plain[from].equals("in")) {
      return false;
    }
    for (int i = from; i < b.first; i++) {
      if (!Cue.BETWEEN.is(p.plain[i]) && !Cue.REGION.is(p.plain[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKind(String plain) {
    return Cue.REGION.is(plain) || Cue.CITY.is(plain) || Cue.VILLAGE.is(plain);
  }

  private static void wording(Found m) {
    Pieces p = m.pieces;
    int before = m.first - 1;
    int after = m.last + 1;
    String next = p.gapAt(after) == Gap.SPACE || p.gapAt(after) == Gap.HYPHEN ? p.plain[after] : "";
    String previous = p.plainAt(before);
    Gap gap = p.gapAt(m.first);
    if (Cue.REGION.is(next) || Cue.REGIONS.is(next)) {
      m.wording = Wording.REGION;
    } else if (Cue.CITY.is(next) && !(p.capitalAt(after) && next.equals("city"))) {
      m.wording = Wording.CITY;
    } else if (Cue.QUARTER.is(next)) {
      m.wording = Wording.QUARTER;
    }
    if (previous.equals("of") && gap == Gap.SPACE) {
      String head = p.plainAt(before - 1);
      if (Cue.REGION.is(head) || Cue.REGIONS.is(head)) {
        m.wording = Wording.REGION;
      } else if (Cue.CITY.is(head)) {
        m.wording = Wording.CITY;
      } else if (Cue.VILLAGE.is(head)) {
        m.wording = Wording.VILLAGE;
      } else if (Cue.QUARTER.is(head)) {
        m.wording = Wording.QUARTER;
      }
    } else if ((gap == Gap.COMMA || gap == Gap.SPACE)
        && Cue.CAPITAL.is(previous)
        && m.wording == Wording.NONE) {
      m.wording = Wording.CITY;
    }
  }

  private static boolean locative(Found m) {
    Pieces p = m.pieces;
    int i = m.first - 1;
    for (int steps = 0; steps < 3 && i >= 0 && p.gapAt(i + 1) != Gap.COMMA; steps++, i--) {
      String word = p.plain[i];
      if (Cue.PREPOSITION.is(word)) {
        m.within = Cue.WITHIN.is(word);
        return true;
      }
      if (!Cue.BETWEEN.is(word)) {
        return false;
      }
    }
    return false;
  }

  // --- what the rules of places ask about the article -------------------------------------------

  boolean isSurname(String plain) {
    return surnames.contains(plain);
  }

  boolean isPartOfName(String plain) {
    return partsOfNames.contains(plain);
  }

  boolean isStreet(String plain) {
    return streets.contains(plain);
  }

  /** Whether the article writes the word small elsewhere. */
  boolean writesSmall(String plain) {
    return lowerCased.contains(plain);
  }

  /** Collects names that are part of an unknown longer name or of a street. */
  private void learn(Surroundings c) {
    if (!c.single || c.mention.by != By.NAME) {
      return;
    }
    if (c.adjacentAfter && Cue.STREET.is(c.next)) {
      streets.add(c.word);
    }
    if (c.unknownBefore()
        && c.mention.first > 1
        && !c.adjacentAfter
        && !Cue.AREA_WORD.is(c.previous)
        && !isCommon(c.previous)
        && !beginsName(c.previous)
        && !(c.previous.endsWith("s")
            && beginsName(c.previous.substring(0, c.previous.length() - 1)))) { // "Syrias Idlib"
      partsOfNames.add(c.word);
    }
  }

  /** Whether a country's name or a demonym begins with a word. */
  boolean beginsCountry(String plain) {
    return gazetteer.demonyms().step(gazetteer.demonyms().root(), plain) >= 0;
  }

  /** Whether a word is a name by itself. */
  boolean knows(String plain) {
    int node = gazetteer.names().step(gazetteer.names().root(), plain);
    return node >= 0 && gazetteer.names().ends(node);
  }

  private boolean beginsName(String plain) {
    return gazetteer.names().step(gazetteer.names().root(), plain) >= 0
        || gazetteer.demonyms().step(gazetteer.demonyms().root(), plain) >= 0;
  }

  /**
   * Whether it may be one of the small places that news names, in a country that the article names.
   */
  boolean supplemented(Found m) {
    for (Place candidate : m.candidates) {
      if (named.contains(candidate.countryCode()) && gazetteer.isSupplemented(candidate)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it has a bearer in a country that the article names beyond doubt. */
  boolean inNamedCountry(Found m) {
    for (Place candidate : m.candidates) {
      if (named.contains(candidate.countryCode())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a piece beside a mention belongs to another one, of a country, people or region. */
  boolean isMention(Found m, int piece) {
    Found other = piece < m.first ? m.before : m.behind;
    if (other != null && other.first <= piece && piece <= other.last) {
      return other.by == By.DEMONYM
          || other.hasFeature(Place.COUNTRY)
          || other.wording == Wording.REGION
          || divisions(m, other);
    }
    return countryGenitive(m.pieces, piece);
  }

  /** Whether two names are divisions of one country: a list that has lost its commas. */
  private static boolean divisions(Found m, Found other) {
    for (Place one : m.candidates) {
      for (Place two : other.candidates) {
        if (one.is(Place.REGION)
            && two.is(Place.REGION)
            && one.countryCode().equals(two.countryCode())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a piece is a country's name with the ending of a genitive ({@code Syrias Aleppo}). */
  private boolean countryGenitive(Pieces p, int piece) {
    String plain = p.plainAt(piece);
    if (plain.length() < 5 || !plain.endsWith("s")) {
      return false;
    }
    NameTrie names = gazetteer.names();
    int node = names.step(names.root(), plain.substring(0, plain.length() - 1));
    return node >= 0
        && names.ends(node)
        && names.places(node).stream().anyMatch(place -> place.is(Place.COUNTRY));
  }
}
