package org.sitrep.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words by which two articles can be recognised as telling one event; each list holds distinct
 * entries, sorted.
 *
 * @param titleTerms terms of the headline without its site suffix and without stop words
 * @param capitalised capitalised words inside sentences, lower-cased
 * @param capitalisedBigrams two capitalised words in a row, lower-cased
 * @param persons first and last word of what looks like a person's name, without officials
 * @param ages ages of persons, for example {@code 27}, {@code 3} or {@code 18m} (months)
 * @param agesWithGender ages with the gender of the noun behind them, for example {@code 27f}
 * @param streets names of streets, without their type word
 * @param blocks street blocks, for example {@code 1600 plymouth}
 * @param kinds words for the kind of incident (weapon, relation, setting)
 * @param shingles hashes of runs of four terms of the body; where the text is long the {@link
 *     #SHINGLES} smallest, so that two samples can be compared below the smaller of their ends
 */
public record Clues(
    List<String> titleTerms,
    List<String> capitalised,
    List<String> capitalisedBigrams,
    List<String> persons,
    List<String> ages,
    List<String> agesWithGender,
    List<String> streets,
    List<String> blocks,
    List<String> kinds,
    List<Integer> shingles) {

  /** Most shingles that are kept of one article; fewer means that all are there. */
  public static final int SHINGLES = 256;

  /** What stands behind this offset of a long text is not looked at. */
  private static final int FAR = 20_000;

  private static final int LEAST_TITLE = 20;

  private static final Pattern AGE =
      Pattern.compile(
          "\\b(\\d{1,3}|[a-z]{3,9})[- ](year|month|week|day)s?[- ]old"
              + "(?:[ ,]+([a-z]{1,12})\\b(?: ([a-z]{3,9})\\b)?)?");
  private static final Pattern AGE_BEHIND_NAME =
      Pattern.compile("\\p{Lu}[\\p{L}'’.-]{1,30},(?: (?:Jr|Sr|II|III|IV)\\.?,)? ?(\\d{1,2}),");
  private static final Pattern AGED = Pattern.compile("\\b(?:aged?|ages) (\\d{1,2})\\b");
  private static final Pattern BLOCK_COUNT = Pattern.compile("\\d{1,5}|\\d{1,2},\\d{3}");
  private static final Pattern HOUSE_NUMBER = Pattern.compile("\\d+00");

  /** The clues of an article. */
  public static Clues of(Reading reading) {
    return of(reading, Set.of());
  }

  /**
   * The clues of an article.
   *
   * @param placeSurfaces names as written that are places in this article, hence no persons
   */
  public static Clues of(Reading reading, Set<String> placeSurfaces) {
    Words words = Words.LOADED;
    Set<String> places = new HashSet<>();
    for (String surface : placeSurfaces) {
      places.add(surface.toLowerCase(Locale.ROOT));
    }
    TreeSet<String> title = new TreeSet<>();
    TreeSet<String> capitalised = new TreeSet<>();
    TreeSet<String> bigrams = new TreeSet<>();
    Map<String, Boolean> persons = new HashMap<>();
    TreeSet<String> ages = new TreeSet<>();
    TreeSet<String> gendered = new TreeSet<>();
    TreeSet<String> streets = new TreeSet<>();
    TreeSet<String> blocks = new TreeSet<>();
    TreeSet<String> kinds = new TreeSet<>();
    List<String> body = new ArrayList<>();
    int titleEnd = titleEnd(reading.title());
    for (Sentence sentence : reading.sentences()) {
      boolean isTitle = sentence.isTitle();
      int end = isTitle ? titleEnd : FAR;
      String field = isTitle ? reading.title() : reading.text();
      List<Token> tokens = until(sentence.tokens(), end);
      if (tokens.isEmpty()) {
        continue;
      }
      for (Token token : tokens) {
        if (isTitle) {
          if (!Traits.of(token).is(Traits.STOP)) {
            title.add(token.term());
          }
        } else {
          body.add(token.term());
        }
      }
      capitalised(field, tokens, capitalised, bigrams);
      persons(field, tokens, places, persons);
      streets(tokens, streets, blocks);
      kinds(tokens, kinds, words);
      ages(sentence, end, ages, gendered, words);
    }
    TreeSet<String> plain = new TreeSet<>();
    persons.forEach(
        (name, official) -> {
          if (!official) {
            plain.add(name);
          }
        });
    return new Clues(
        List.copyOf(title),
        List.copyOf(capitalised),
        List.copyOf(bigrams),
        List.copyOf(plain),
        List.copyOf(ages),
        List.copyOf(gendered),
        List.copyOf(streets),
        List.copyOf(blocks),
        List.copyOf(kinds),
        shingles(body));
  }

  /** Whether a term says nothing about what a text is about. */
  public static boolean isStopWord(String term) {
    return Words.LOADED.stop.contains(term);
  }

  /** Where the headline ends and the name of the site begins. */
  private static int titleEnd(String title) {
    int cut = title.length();
    for (String mark : List.of(" | ", " :: ", " : ", " -- ")) {
      int at = title.indexOf(mark, LEAST_TITLE);
      if (at >= 0 && at < cut) {
        cut = at;
      }
    }
    int dash = title.lastIndexOf(" - ", cut - 1);
    return dash >= LEAST_TITLE ? dash : cut;
  }

  private static List<Token> until(List<Token> tokens, int end) {
    int count = tokens.size();
    while (count > 0 && tokens.get(count - 1).end() > end) {
      count--;
    }
    return tokens.subList(0, count);
  }

  private static void capitalised(
      String field, List<Token> tokens, Set<String> capitalised, Set<String> bigrams) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (!Traits.of(token).is(Traits.CAPITALISED)) {
        continue;
      }
      if (i > 0 && !isQuote(field.charAt(token.start() - 1))) {
        capitalised.add(token.term());
      }
      if (i + 1 < tokens.size()) {
        Token next = tokens.get(i + 1);
        if (next.start() == token.end() + 1
            && field.charAt(token.end()) == ' '
            && isName(token.form())
            && isName(next.form())) {
          bigrams.add(token.term() + " " + next.term());
        }
      }
    }
  }

  /**
   * Runs of two to four capitalised words. A name is an official's when a rank or office stands
   * before it or a verb of speech behind it, anywhere in the article.
   */
  private static void persons(
      String field, List<Token> tokens, Set<String> places, Map<String, Boolean> found) {
    int i = 0;
    while (i < tokens.size()) {
      if (!Traits.of(tokens.get(i)).is(Traits.NAME_WORD)) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < tokens.size()
          && end - i < 5
          && Traits.of(tokens.get(end)).is(Traits.NAME_WORD)
          && adjacent(field, tokens.get(end - 1), tokens.get(end))) {
        end++;
      }
      List<Token> run = new ArrayList<>(end - i);
      for (Token token : tokens.subList(i, end)) {
        if (token.form().length() > 1 && !Traits.of(token).is(Traits.SUFFIX)) {
          run.add(token);
        }
      }
      if (run.size() >= 2 && run.size() <= 4) {
        String whole = joined(run);
        String key = run.get(0).term() + " " + run.get(run.size() - 1).term();
        if (!places.contains(whole) && !places.contains(key)) {
          boolean official =
              is(tokens, i - 1, Traits.OFFICE)
                  || is(tokens, i - 2, Traits.OFFICE) && is(tokens, i - 1, Traits.CAPITALISED)
                  || is(tokens, end, Traits.SPEECH)
                  || is(tokens, end + 1, Traits.OFFICE) && tokens.get(end).term().length() <= 3;
          found.merge(key, official, Boolean::logicalOr);
        }
      }
      i = end;
    }
  }

  private static boolean adjacent(String field, Token left, Token right) {
    int gap = right.start() - left.end();
    return gap == 1 && field.charAt(left.end()) == ' '
        || gap == 2 && left.form().length() == 1 && field.charAt(left.end()) == '.';
  }

  private static String joined(List<Token> run) {
    StringBuilder joined = new StringBuilder(run.get(0).term());
    for (int i = 1; i < run.size(); i++) {
      joined.append(' ').append(run.get(i).term());
    }
    return joined.toString();
  }

  private static boolean is(List<Token> tokens, int index, int trait) {
    return index >= 0 && index < tokens.size() && Traits.of(tokens.get(index)).is(trait);
  }

  private static void streets(List<Token> tokens, Set<String> streets, Set<String> blocks) {
    for (int i = 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Traits traits = Traits.of(token);
      if (traits.is(Traits.STREET) && traits.is(Traits.CAPITALISED)) {
        List<String> name = new ArrayList<>();
        for (int j = i - 1; j >= 0 && j >= i - 3; j--) {
          Token before = tokens.get(j);
          char first = before.form().charAt(0);
          if (tokens.get(j + 1).start() - before.end() > 2
              || !(Character.isUpperCase(first) || Character.isDigit(first))
              || HOUSE_NUMBER.matcher(before.form()).matches()) {
            break;
          }
          if (!Traits.of(before).is(Traits.DIRECTION)) {
            name.add(0, before.term());
          }
        }
        if (!name.isEmpty()) {
          streets.add(name.get(name.size() - 1));
          if (name.size() > 1) {
            streets.add(name.get(name.size() - 2) + " " + name.get(name.size() - 1));
          }
        }
      } else if (traits.is(Traits.BLOCK)
          && i + 2 < tokens.size()
          && tokens.get(i + 1).term().equals("of")
          && BLOCK_COUNT.matcher(tokens.get(i - 1).form()).matches()) {
        int j = i + 2;
        while (is(tokens, j, Traits.DIRECTION)) {
          j++;
        }
        if (j < tokens.size()) {
          streets.add(tokens.get(j).term());
          blocks.add(tokens.get(i - 1).form().replace(",", "") + " " + tokens.get(j).term());
        }
      }
    }
  }

  private static void kinds(List<Token> tokens, Set<String> kinds, Words words) {
    boolean started = false;
    for (int i = 0; i < tokens.size(); i++) {
      Traits traits = Traits.of(tokens.get(i));
      String term = tokens.get(i).term();
      if (traits.is(Traits.KIND)) {
        kinds.add(term);
      }
      if (started) {
        String joined = tokens.get(i - 1).term() + "-" + term;
        if (words.kind.contains(joined)) {
          kinds.add(joined);
        }
      }
      started = traits.is(Traits.KIND_START);
    }
  }

  private static void ages(
      Sentence sentence, int end, Set<String> ages, Set<String> gendered, Words words) {
    String text = sentence.text();
    if (sentence.span().end() > end) {
      text = text.substring(0, Math.max(0, end - sentence.span().start()));
    }
    if (text.contains("-old") || text.contains(" old")) {
      Matcher age = AGE.matcher(text.toLowerCase(Locale.ROOT));
      while (age.find()) {
        String number = number(age.group(1), words);
        if (number != null) {
          char unit = age.group(2).charAt(0);
          String value = unit == 'y' ? number : number + unit;
          ages.add(value);
          String gender = gender(age.group(3), age.group(4), words);
          if (gender != null) {
            gendered.add(value + gender);
          }
        }
      }
    }
    if (text.indexOf(',') >= 0 && digitsBefore(text, ',')) {
      Matcher name = AGE_BEHIND_NAME.matcher(text);
      while (name.find()) {
        ages.add(name.group(1));
      }
    }
    if (text.contains("age")) {
      Matcher aged = AGED.matcher(text);
      while (aged.find()) {
        ages.add(aged.group(1));
      }
    }
  }

  /** The gender of the noun behind an age: the next word, or the one after an adjective. */
  private static String gender(String next, String second, Words words) {
    if (next == null) {
      return null;
    }
    String gender = words.gender.get(next);
    return gender != null || second == null ? gender : words.gender.get(second);
  }

  private static String number(String digitsOrWord, Words words) {
    return Character.isDigit(digitsOrWord.charAt(0))
        ? digitsOrWord
        : words.number.get(digitsOrWord);
  }

  private static boolean digitsBefore(String text, char mark) {
    for (int at = text.indexOf(mark, 1); at > 0; at = text.indexOf(mark, at + 1)) {
      if (Character.isDigit(text.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }

  private static List<Integer> shingles(List<String> terms) {
    int runs = terms.size() - 3;
    if (runs <= 0) {
      return List.of();
    }
    int[] words = new int[terms.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = mix(terms.get(i).hashCode());
    }
    int[] hashes = new int[runs];
    for (int i = 0; i < runs; i++) {
      int hash = words[i];
      for (int j = 1; j < 4; j++) {
        hash = mix(31 * hash + words[i + j]);
      }
      hashes[i] = hash;
    }
    Arrays.sort(hashes);
    List<Integer> least = new ArrayList<>(Math.min(runs, SHINGLES));
    for (int i = 0; i < runs && least.size() < SHINGLES; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        least.add(hashes[i]);
      }
    }
    return List.copyOf(least);
  }

  /** The finalizer of MurmurHash3 (public domain): spreads every bit. */
  private static int mix(int value) {
    int h = value;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ h >>> 16;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '‘' || c == '«';
  }

  private static boolean isCapitalised(String form) {
    return Character.isUpperCase(form.codePointAt(0));
  }

  /** A capital with small letters behind it. */
  private static boolean isName(String form) {
    return form.length() > 1
        && Character.isUpperCase(form.charAt(0))
        && Character.isLowerCase(form.charAt(1));
  }

  /** What the word lists say of a form, one bit for each. */
  private record Traits(int bits) {

    static final int CAPITALISED = 1;
    static final int STOP = 2;
    static final int NAME_WORD = 4;
    static final int OFFICE = 8;
    static final int SPEECH = 16;
    static final int SUFFIX = 32;
    static final int STREET = 64;
    static final int DIRECTION = 128;
    static final int KIND = 256;
    static final int KIND_START = 512;
    static final int BLOCK = 1024;

    private static final Lexeme.Note<Traits> NOTE = Lexeme.Note.of(Traits::of);

    static Traits of(Token token) {
      return NOTE.on(token.lexeme());
    }

    boolean is(int trait) {
      return (bits & trait) != 0;
    }

    private static Traits of(Lexeme lexeme) {
      Words words = Words.LOADED;
      String form = lexeme.form();
      String term = lexeme.term();
      boolean capitalised = isCapitalised(form);
      boolean office = words.office.contains(term);
      boolean shouted = form.length() > 3 && form.equals(form.toUpperCase(Locale.ROOT));
      boolean name = capitalised && !words.notName.contains(term) && !office && !shouted;
      return new Traits(
          bit(capitalised, CAPITALISED)
              | bit(words.stop.contains(term), STOP)
              | bit(name, NAME_WORD)
              | bit(office, OFFICE)
              | bit(words.speech.contains(term), SPEECH)
              | bit(words.suffix.contains(term), SUFFIX)
              | bit(words.street.contains(term), STREET)
              | bit(words.direction.contains(term), DIRECTION)
              | bit(words.kind.contains(term), KIND)
              | bit(words.kindStart.contains(term), KIND_START)
              | bit(term.equals("block"), BLOCK));
    }

    private static int bit(boolean holds, int trait) {
      return holds ? trait : 0;
    }
  }

  /** The word lists, read once. */
  private record Words(
      Set<String> stop,
      Set<String> notName,
      Set<String> office,
      Set<String> speech,
      Set<String> suffix,
      Set<String> street,
      Set<String> direction,
      Set<String> kind,
      Set<String> kindStart,
      Map<String, String> gender,
      Map<String, String> number) {

    static final Words LOADED = load();

    private static Words load() {
      Map<String, Set<String>> lists = new HashMap<>();
      Map<String, String> gender = new HashMap<>();
      Map<String, String> number = new HashMap<>();
      for (String[] row : Resources.rows(Clues.class, "clue-words.tsv")) {
        for (String word : row[1].split(" ")) {
          switch (row[0]) {
            case "female" -> gender.put(word, "f");
            case "male" -> gender.put(word, "m");
            case "number" -> number.put(word, String.valueOf(number.size() + 1));
            default -> lists.computeIfAbsent(row[0], list -> new HashSet<>()).add(word);
          }
        }
      }
      Set<String> kind = lists.get("kind");
      Set<String> kindStart =
          kind.stream()
              .filter(word -> word.indexOf('-') > 0)
              .map(word -> word.substring(0, word.lastIndexOf('-')))
              .collect(Collectors.toSet());
      return new Words(
          lists.get("stop"),
          lists.get("not-name"),
          lists.get("office"),
          lists.get("speech"),
          lists.get("suffix"),
          lists.get("street"),
          lists.get("direction"),
          kind,
          kindStart,
          gender,
          number);
    }
  }
}
