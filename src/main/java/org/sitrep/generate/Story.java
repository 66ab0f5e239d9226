package org.sitrep.generate;

/**
 * What happened, or nothing much: what the articles of a story share.
 *
 * @param number which story
 * @param size its articles
 * @param kind what kind of event
 * @param country number of the country
 * @param town where
 * @param minute when, in minutes since the corpus begins
 * @param killed dead, as finally counted
 * @param injured injured, as finally counted
 * @param victims what the dead are called, singular and plural
 * @param incident what the papers call the event
 * @param rebels the party beside the government
 * @param claimant who counts the dead
 * @param rival who counts otherwise
 * @param rivalShare figures of the rival as a share of the claimant's
 * @param firstShare share of the final toll that is known at once
 * @param persons two to six people who have a name
 * @param villages one to three villages or quarters
 */
record Story(
    int number,
    int size,
    Kind kind,
    int country,
    World.Town town,
    int minute,
    int killed,
    int injured,
    String[] victims,
    String incident,
    String rebels,
    String claimant,
    String rival,
    double rivalShare,
    double firstShare,
    String[] persons,
    String[] villages) {

  /** Minutes until the toll is final: three days. */
  static final int FINAL = 3 * 24 * 60;

  /** Mean time in which the missing part of a toll falls to 1/e, minutes. */
  private static final double REVISION = 18 * 60;

  /** Tolls are revised at most every six hours. */
  private static final int REVISED_EVERY = 6 * 60;

  /**
   * A toll as known some time after the event; it never falls.
   *
   * @param toll the final toll
   * @param age minutes since the event
   */
  int known(int toll, int age) {
    if (toll == 0 || age >= FINAL) {
      return toll;
    }
    int revised = age / REVISED_EVERY * REVISED_EVERY;
    double missing = (1 - firstShare) * StrictMath.exp(-revised / REVISION);
    return Math.max(1, (int) (toll * (1 - missing)));
  }

  /** What the rival says where the claimant says {@code toll}; 1 or more. */
  int rivals(int toll) {
    int other = (int) StrictMath.rint(toll * rivalShare);
    return Math.max(1, other == toll ? toll + 1 : other);
  }
}
