package org.sitrep.event;

import java.util.List;
import java.util.Set;
import org.sitrep.event.Grammar.Role;
import org.sitrep.text.Sentence;
import org.sitrep.text.Span;
import org.sitrep.text.Token;

/**
 * The words of a sentence with the marks between them: what counts for a clause about casualties.
 * Words that a hyphen joins are one ({@code 27-year-old}), also where the tokens are not.
 */
final class Wording {

  /** A comma stands before the word. */
  static final int COMMA = 1;

  /** A semicolon, full stop, question or exclamation mark stands before the word. */
  static final int STOP = 2;

  /** A colon stands before the word. */
  static final int COLON = 4;

  /** A dash or bracket stands before the word. */
  static final int ASIDE = 8;

  /** A quotation mark stands before the word. */
  static final int QUOTE = 16;

  /** A currency sign or the like stands before the word: its number counts no persons. */
  static final int SIGN = 32;

  /** A percent sign, plus or the like stands before the word, behind the one before it. */
  static final int PERCENT = 64;

  /** A plus stands before the word, behind the number before it. */
  static final int PLUS = 128;

  /** Letters from which on hyphens join no more: no dictionary holds longer words. */
  private static final int LONGEST = 60;

  private static final Set<String> AGE_UNITS = Set.of("year", "month", "week", "day");

  private final Sentence sentence;
  private final Term[] terms;
  private final int[] starts;
  private final int[] ends;
  private final int[] marks;
  private final int size;

  private Wording(
      Sentence sentence, Term[] terms, int[] starts, int[] ends, int[] marks, int size) {
    this.sentence = sentence;
    this.terms = terms;
    this.starts = starts;
    this.ends = ends;
    this.marks = marks;
    this.size = size;
  }

  /** The wording of a sentence. */
  static Wording of(Sentence sentence) {
    List<Token> tokens = sentence.tokens();
    int capacity = tokens.size();
    Term[] terms = new Term[capacity];
    int[] starts = new int[capacity];
    int[] ends = new int[capacity];
    int[] marks = new int[capacity + 1];
    int size = 0;
    String text = sentence.text();
    int base = sentence.span().start();
    int last = base;
    for (Token token : tokens) {
      int gap = token.start() - last;
      if (size > 0
          && gap == 1
          && joins(text, last - base)
          && terms[size - 1].text.length() < LONGEST) {
        terms[size - 1] = Term.of(terms[size - 1].text + "-" + token.term());
        ends[size - 1] = token.end();
      } else {
        terms[size] = Term.of(token.lexeme());
        starts[size] = token.start();
        ends[size] = token.end();
        marks[size] = marks(text, last - base, token.start() - base);
        size++;
      }
      last = token.end();
    }
    marks[size] = marks(text, last - base, text.length()) | STOP;
    size = ages(terms, starts, ends, marks, size);
    return new Wording(sentence, terms, starts, ends, marks, size);
  }

  /** Joins ages that are written apart: {@code 2 year old}, {@code 15 year-old}. */
  private static int ages(Term[] terms, int[] starts, int[] ends, int[] marks, int size) {
    int kept = 0;
    for (int i = 0; i < size; kept++) {
      int end = ageEnd(terms, marks, i, size);
      String age = terms[i].text;
      for (int k = i + 1; k < end; k++) {
        age += "-" + terms[k].text;
      }
      terms[kept] = end == i + 1 ? terms[i] : Term.of(age);
      starts[kept] = starts[i];
      ends[kept] = ends[end - 1];
      marks[kept] = marks[i];
      i = end;
    }
    marks[kept] = marks[size];
    return kept;
  }

  /** The index behind an age that begins at a word; the next index where none does. */
  private static int ageEnd(Term[] terms, int[] marks, int first, int size) {
    boolean begins =
        Character.isDigit(terms[first].text.charAt(0))
            || terms[first].number != null
            || terms[first].text.indexOf('-') > 0;
    if (!begins) {
      return first + 1;
    }
    String[] parts = {"", "", ""};
    int part = 0;
    int end = first;
    for (int k = first; k < size && k < first + 3 && part < 3; k++) {
      String[] own = terms[k].text.split("-");
      boolean apart = k > first && (marks[k] & ~QUOTE) != 0;
      if (apart || part + own.length > 3) {
        return first + 1;
      }
      for (String each : own) {
        parts[part++] = each;
      }
      end = k + 1;
    }
    boolean number =
        !parts[0].isEmpty()
            && (Character.isDigit(parts[0].charAt(0)) || Numbers.value(parts[0]) != null);
    boolean age = number && AGE_UNITS.contains(parts[1]) && parts[2].startsWith("old");
    return part == 3 && age ? end : first + 1;
  }

  int size() {
    return size;
  }

  /** The folded word, or an empty string outside the sentence. */
  String term(int index) {
    return word(index).text;
  }

  /** The word with what dictionaries know of it; {@link Term#NOTHING} outside the sentence. */
  Term word(int index) {
    return index < 0 || index >= size ? Term.NOTHING : terms[index];
  }

  /** Whether the word has the role. */
  boolean is(int index, Role role) {
    return (word(index).roles & Grammar.bit(role)) != 0;
  }

  /** Whether the word may stand between a victim and what happened to it. */
  boolean auxiliary(int index) {
    return (word(index).roles & Grammar.AUXILIARY) != 0;
  }

  /** Whether the word ends a phrase of nouns. */
  boolean endsNouns(int index) {
    return (word(index).roles & Grammar.ENDS_NOUNS) != 0;
  }

  /** What the word means as a word for victims, or null. */
  VictimClasses.Noun noun(int index) {
    return word(index).noun;
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  /** Whether one of the marks stands before the word; past the last word, behind it. */
  boolean marked(int index, int mask) {
    return index >= 0 && index <= size && (marks[index] & mask) != 0;
  }

  /** Whether the word begins with a capital letter. */
  boolean capitalised(int index) {
    return index >= 0
        && index < size
        && Character.isUpperCase(sentence.text().charAt(starts[index] - sentence.span().start()));
  }

  /** The first word that ends behind the offset. */
  int at(int offset) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The characters from one word to before another. */
  String text(int from, int until) {
    int base = sentence.span().start();
    return sentence.text().substring(starts[from] - base, ends[until - 1] - base);
  }

  /** Where the words stand. */
  Span span(int from, int until) {
    return new Span(sentence.span().field(), starts[from], ends[until - 1]);
  }

  Sentence sentence() {
    return sentence;
  }

  private static boolean joins(String text, int at) {
    char c = text.charAt(at);
    if (c == '-' || c == '‐' || c == '‑') {
      return true;
    }
    return c == '–'
        && at > 0
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1));
  }

  private static int marks(String text, int from, int until) {
    int result = 0;
    for (int i = Math.max(0, from); i < until; i++) {
      switch (text.charAt(i)) {
        case ',':
          result |= COMMA;
          break;
        case ';', '.', '?', '!', '…', '\n':
          result |= STOP;
          break;
        case ':':
          result |= COLON;
          break;
        case '(', ')', '[', ']', '–', '—':
          result |= ASIDE;
          break;
        case '-':
          result |= ASIDE;
          break;
        case '"', '“', '”':
          result |= QUOTE;
          break;
        case '$', '€', '£', '#', '№':
          result |= SIGN;
          break;
        case '%':
          result |= PERCENT;
          break;
        case '+':
          result |= PLUS;
          break;
        default:
          break;
      }
    }
    return result;
  }
}
