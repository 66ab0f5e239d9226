package org.sitrep.event;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sitrep.text.Resources;

/** Small words and their part in a clause about casualties. */
final class Grammar {

  /** What a small word does. */
  enum Role {
    BE,
    HAVE,
    ADVERB,
    BLOCK,
    CONJUNCTION,
    PREPOSITION,
    MODAL,
    NEGATION,
    HYPOTHETICAL,
    PRONOUN,
    DETERMINER,
    INCLUDING
  }

  private static final Map<String, Integer> ROLES = roles();
  private static final Set<String> NOT_VICTIMS =
      new HashSet<>(Resources.lines(Grammar.class, "not-victims.tsv"));

  /** The roles that may stand between a victim and what happened to it. */
  static final int AUXILIARY = bits(Role.BE, Role.HAVE, Role.ADVERB);

  /** The roles that end a phrase of nouns. */
  static final int ENDS_NOUNS =
      bits(
          Role.BE,
          Role.HAVE,
          Role.MODAL,
          Role.PREPOSITION,
          Role.BLOCK,
          Role.CONJUNCTION,
          Role.PRONOUN,
          Role.DETERMINER,
          Role.INCLUDING);

  private Grammar() {}

  /** The roles of a word, a bit for each. */
  static int roles(String term) {
    return ROLES.getOrDefault(term, 0);
  }

  /** Whether the word has the role. */
  static boolean is(String term, Role role) {
    return (roles(term) & bit(role)) != 0;
  }

  /** Whether the word may stand between a victim and what happened to it. */
  static boolean auxiliary(String term) {
    return (roles(term) & AUXILIARY) != 0;
  }

  /** Whether the word ends a phrase of nouns. */
  static boolean endsNouns(String term) {
    return (roles(term) & ENDS_NOUNS) != 0;
  }

  /** The bit of a role. */
  static int bit(Role role) {
    return 1 << role.ordinal();
  }

  /** Whether a counted noun cannot be people. */
  static boolean notVictims(String term) {
    return NOT_VICTIMS.contains(term);
  }

  private static Map<String, Integer> roles() {
    Map<String, Integer> roles = new HashMap<>();
    for (String[] row : Resources.rows(Grammar.class, "grammar-words.tsv")) {
      Role role = Role.valueOf(row[1].toUpperCase(Locale.ROOT));
      roles.merge(row[0], bit(role), (a, b) -> a | b);
    }
    return roles;
  }

  private static int bits(Role... roles) {
    int bits = 0;
    for (Role role : roles) {
      bits |= bit(role);
    }
    return bits;
  }
}
