package org.sitrep.place;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Spellings of names brought to a common form: the plain form (case, diacritics, apostrophes and
 * stops) for exact look-up, and the skeleton (transliteration) for the fallback.
 */
final class Names {

  /** Forms of the Arabic article. */
  private static final Set<String> ARTICLES =
      Set.of(
          "al", "el", "il", "ul", "as", "ash", "ad", "adh", "an", "ar", "at", "ath", "az", "es",
          "esh", "ech", "ed", "en", "er", "et", "ez");

  private static final String[] LATIN = latin();

  private Names() {}

  /** The plain form of every letter up to the end of Latin Extended Additional. */
  private static String[] latin() {
    String[] table = new String[0x1f00];
    for (char c = 0x80; c < table.length; c++) {
      table[c] = folded(c);
    }
    return table;
  }

  private static String folded(char c) {
    switch (Character.toLowerCase(c)) {
      case 'ø':
        return "o";
      case 'ł':
        return "l";
      case 'đ', 'ð':
        return "d";
      case 'ı':
        return "i";
      case 'ə':
        return "a";
      case 'ß':
        return "ss";
      case 'æ':
        return "ae";
      case 'œ':
        return "oe";
      case 'þ':
        return "th";
      default:
        break;
    }
    if (!Character.isLetter(c) || c >= 0x2b0 && c <= 0x2ff || Character.isSurrogate(c)) {
      return "";
    }
    String parts =
        Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder(2);
    for (int i = 0; i < parts.length(); i++) {
      if (Character.isLetter(parts.charAt(i))) {
        letters.append(parts.charAt(i));
      }
    }
    return letters.toString();
  }

  /** Whether a plain piece of a name is a form of the Arabic article. */
  static boolean isArticle(String plain) {
    return plain.length() <= 3 && ARTICLES.contains(plain);
  }

  /** A word without case, diacritics, apostrophes and stops; may be empty. */
  static String plain(String word) {
    boolean simple = true;
    for (int i = 0; i < word.length() && simple; i++) {
      char c = word.charAt(i);
      simple = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
    if (simple) {
      return abbreviated(word);
    }
    StringBuilder out = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        out.append(c);
      } else if (c >= 'A' && c <= 'Z') {
        out.append((char) (c + 32));
      } else if (c >= 0x80 && c < LATIN.length) {
        out.append(LATIN[c]);
      } else if (c >= 0x80) {
        out.append(folded(c));
      }
    }
    return abbreviated(out.toString());
  }

  private static String abbreviated(String plain) {
    return switch (plain) {
      case "st" -> "saint";
      case "ste" -> "sainte";
      case "ft" -> "fort";
      case "mt" -> "mount";
      default -> plain;
    };
  }

  /** The plain pieces of a whole name, cut at spaces, hyphens and other marks. */
  static List<String> pieces(String name) {
    List<String> pieces = new ArrayList<>(3);
    int start = -1;
    for (int i = 0; i <= name.length(); i++) {
      boolean inside = i < name.length() && insideWord(name.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        String plain = plain(name.substring(start, i));
        if (!plain.isEmpty()) {
          pieces.add(plain);
        }
        start = -1;
      }
    }
    return pieces;
  }

  /** Whether a character belongs to a word of a name; apostrophes and stops do not cut one. */
  static boolean insideWord(char c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || c == '\''
        || c == '’'
        || c == '‘'
        || c == '`'
        || c == 'ʼ'
        || c == 'ʻ'
        || c == 'ʿ'
        || c == 'ʾ'
        || c == '.';
  }

  /**
   * The skeleton of a plain piece: what different transliterations of one name have in common.
   * Vowels of one kind, doubled letters, {@code kh/k/q}, {@code gh/g}, {@code dh/d}, {@code th/t}
   * and a last {@code h} fall together; long names of different towns do not (Daraa, Darayya).
   */
  static String skeleton(String plain) {
    int n = plain.length();
    StringBuilder out = new StringBuilder(n);
    for (int i = 0; i < n; i++) {
      char c = plain.charAt(i);
      char next = i + 1 < n ? plain.charAt(i + 1) : 0;
      char folded;
      switch (c) {
        case 'k', 'g', 'd', 't' -> {
          folded = c;
          if (next == 'h') {
            i++;
          }
        }
        case 'q', 'x' -> folded = 'k';
        case 'p' -> {
          folded = 'p';
          if (next == 'h') {
            folded = 'f';
            i++;
          }
        }
        case 'c' -> {
          if (next == 'h') {
            folded = 'S';
            i++;
          } else {
            folded = 'k';
          }
        }
        case 's' -> {
          if (next == 'h') {
            folded = 'S';
            i++;
          } else {
            folded = 's';
          }
        }
        case 'a' -> {
          if (next == 'i' || next == 'y') {
            folded = 'i';
            i++;
          } else {
            folded = 'a';
          }
        }
        case 'e' -> {
          folded = i == n - 1 || i == n - 2 && next == 'h' ? 'a' : 'i';
          if (next == 'i' || next == 'y' || next == 'e') {
            folded = 'i';
            i++;
          }
        }
        case 'i', 'y', 'j' -> folded = c == 'j' ? 'j' : 'i';
        case 'o', 'u', 'w' -> folded = 'u';
        case 'h' -> {
          if (i == n - 1) {
            continue;
          }
          folded = 'h';
        }
        default -> folded = c;
      }
      if (out.length() == 0 || out.charAt(out.length() - 1) != folded) {
        out.append(folded);
      }
    }
    return out.toString();
  }
}
