package org.sitrep.event;

import java.util.EnumSet;
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

  private static final Map<String, Set<Role>> ROLES = roles();
  private static final Set<String> NOT_VICTIMS =
      new HashSet<>(Resources.lines(Grammar.class, "not-victims.tsv"));

  private Grammar() {}

  /** Whether the word has the role. */
  static boolean is(String term, Role role) {
    Set<Role> roles = ROLES.get(term);
    return roles != null && roles.contains(role);
  }

  /** Whether the word may stand between a victim and what happened to it. */
  static boolean auxiliary(String term) {
    Set<Role> roles = ROLES.get(term);
    return roles != null
        && (roles.contains(Role.BE) || roles.contains(Role.HAVE) || roles.contains(Role.ADVERB));
  }

  /** Whether the word ends a phrase of nouns. */
  static boolean endsNouns(String term) {
    Set<Role> roles = ROLES.get(term);
    return roles != null
        && (roles.contains(Role.BE)
            || roles.contains(Role.HAVE)
            || roles.contains(Role.MODAL)
            || roles.contains(Role.PREPOSITION)
            || roles.contains(Role.BLOCK)
            || roles.contains(Role.CONJUNCTION)
            || roles.contains(Role.PRONOUN)
            || roles.contains(Role.DETERMINER)
            || roles.contains(Role.INCLUDING));
  }

  /** Whether a counted noun cannot be people. */
  static boolean notVictims(String term) {
    return NOT_VICTIMS.contains(term);
  }

  private static Map<String, Set<Role>> roles() {
    Map<String, Set<Role>> roles = new HashMap<>();
    for (String[] row : Resources.rows(Grammar.class, "grammar-words.tsv")) {
      Role role = Role.valueOf(row[1].toUpperCase(Locale.ROOT));
      roles.computeIfAbsent(row[0], word -> EnumSet.noneOf(Role.class)).add(role);
    }
    return roles;
  }
}
