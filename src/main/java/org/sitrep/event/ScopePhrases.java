package org.sitrep.event;

/**
 * Phrases that give a figure another scope than the news: "in recent months", "so far this year".
 */
final class ScopePhrases {

  /** Figures from here on are sums over a war where the sentence speaks of one. */
  static final int LARGE = 1000;

  private static final Lexicon<String> SCOPES = Lexicon.of("scope-phrases.tsv", row -> row[1]);

  private ScopePhrases() {}

  /**
   * A scope with its reason.
   *
   * @param name {@code history}, {@code cumulative} or {@code elsewhere}
   * @param reason the phrase that gives it
   */
  record Scope(String name, String reason) {}

  /** The scope that a phrase of the sentence gives a figure; null where none does. */
  static Scope of(Wording words, Counted one, ArticleClaims article) {
    boolean title = words.sentence().isTitle();
    boolean pointsBack = article.pointsBack(words.start(one.first));
    int told = article.sentences();
    for (int k = 0; k < words.size(); k++) {
      Lexicon.Hit<String> hit = SCOPES.at(words, k);
      if (hit == null) {
        continue;
      }
      String scope = hit.value();
      boolean holds =
          switch (scope) {
            case "large" -> one.low >= LARGE || one.high >= LARGE;
            case "yearly" -> true;
            case Claims.CUMULATIVE -> told > 2 || one.low >= LARGE;
            case Claims.ELSEWHERE -> !pointsBack && !title && told > 1 && k < one.first + 3;
            default -> !title;
          };
      if (holds) {
        boolean sum = scope.equals("large") || scope.equals("yearly");
        return new Scope(sum ? Claims.CUMULATIVE : scope, words.text(k, hit.end()));
      }
    }
    return null;
  }
}
