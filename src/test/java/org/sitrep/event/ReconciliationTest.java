package org.sitrep.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sitrep.text.Reading;
import org.sitrep.time.DateMention;
import org.sitrep.time.DateRange;
import org.sitrep.time.Dates;
import org.sitrep.time.PublicationDate;

class ReconciliationTest {

  private static final LocalDate FRIDAY = LocalDate.parse("2021-06-11");
  private static final DateRange WINDOW = new DateRange(FRIDAY.minusDays(1), FRIDAY.plusDays(1), 2);

  @Test
  void theNewerFigureOfAClaimantSupersedesItsOlder() {
    // The shape of a town's fall told by two agencies that quote one monitor on two days.
    Reconciliation.Result result =
        reconcile(
            source(
                "a",
                FRIDAY.plusDays(1),
                "The Syrian Observatory for Human Rights said today that at least 60"
                    + " government fighters had died in Talbin."),
            source(
                "b",
                FRIDAY,
                "The Syrian Observatory for Human Rights counted 30 army soldiers and 43 insurgents,"
                    + " including 13 foreign fighters, killed since the assault began on Thursday."));
    assertKilled(result, 103, 103, 103);
    assertThat(result.figures().killedByClass())
        .containsEntry("state_forces", 60)
        .containsEntry("rebels", 43);
    assertThat(statuses(result))
        .containsExactlyInAnyOrder("counted", "counted", "superseded", "part");
    assertThat(result.figures().steps()).anyMatch(step -> step.contains("60 SOHR, 2021-06-12"));
  }

  @Test
  void totalsAreNotAddedToTheirPartsAndAnEnemysClaimBelowThemChangesNothing() {
    Reconciliation.Result result =
        reconcile(
            source(
                "a",
                FRIDAY,
                "72 dead as army fights for silo\n\n"
                    + "Over 70 fighters have been killed in the silo, a monitoring group says.\n\n"
                    + "At least 40 militants and 32 government troops were killed in it, according to"
                    + " the Syrian Observatory for Human Rights.\n\n"
                    + "More than 200,000 people have been killed due to the crisis in the country."),
            source(
                "b",
                FRIDAY,
                "The Syrian army killed tens of militants near the silo, SANA said.\n\n"
                    + "The town was lost after the killing of 140 soldiers back then."));
    assertKilled(result, 72, 72, 72);
    assertThat(statuses(result)).contains("total", "bound", "history", "cumulative");
  }

  @Test
  void aDateOfAnotherClauseDoesNotMakeADeathHistory() {
    Reconciliation.Result result =
        reconcile(
            source(
                "a",
                FRIDAY,
                "Nine rebels were killed on the ridge where troops are holed up since two weeks"
                    + " ago."));
    assertKilled(result, 9, 9, 9);
    assertThat(statuses(result)).containsExactly("counted");
    assertThat(result.claims().get(0).claim().dateStart()).isNull();
  }

  @Test
  void aSidesClaimAloneRaisesHighOnly() {
    Reconciliation.Result result =
        reconcile(
            source(
                "a",
                FRIDAY,
                "Rebels took the town in Syria.\n\nThe jihadists said they had killed about 50"
                    + " government soldiers there."));
    assertKilled(result, 0, 0, 50);
    assertThat(result.figures().warnings()).contains("belligerent_only");
  }

  @Test
  void threeOutletsQuotingOneClaimantAreOneClaim() {
    String text = "Nine villagers died at the well, the Syrian Observatory for Human Rights said.";
    Reconciliation.Result result =
        reconcile(source("a", FRIDAY, text), source("b", FRIDAY, text), source("c", FRIDAY, text));
    assertKilled(result, 9, 9, 9);
    assertThat(statuses(result)).containsExactlyInAnyOrder("counted", "repeated", "repeated");
  }

  @Test
  void whatMostIndependentClaimantsSupportIsBest() {
    Reconciliation.Result result =
        reconcile(
            source("a", FRIDAY, "Nine villagers were killed."),
            source("b", FRIDAY, "Nine villagers were killed."),
            source("c", FRIDAY, "Twenty villagers were killed."));
    assertKilled(result, 9, 9, 20);
    assertThat(result.figures().warnings()).contains("disputed");
  }

  @Test
  void aBoundStandsBesideFiguresOfOtherClasses() {
    assertKilled(
        reconcile(
            source("a", FRIDAY, "Twelve people, four of them soldiers, were killed, medics said."),
            source("b", FRIDAY, "Rebels said they had killed 20 soldiers.")),
        12,
        12,
        28);
  }

  @Test
  void inABattleGunmenAreTheArmysEnemyButPoliceCountWhomTheyShot() {
    String text = "Nigerian army units fought back. The Nigerian army said it killed 14 gunmen.";
    Reconciliation.Result battle = reconcile(source("a", FRIDAY, text));
    assertKilled(battle, 0, 0, 14);
    assertThat(battle.figures().warnings()).contains("belligerent_only");
    Reconciliation.Incident crime =
        new Reconciliation.Incident("Crime", WINDOW, null, null, null, null, null);
    assertKilled(Reconciliation.of(crime, List.of(source("a", FRIDAY, text))), 14, 14, 14);
  }

  @Test
  void anotherStatesClaimAboutTheSoldiersOfTheCountryIsABound() {
    Reconciliation.Incident abroad =
        new Reconciliation.Incident("Battles", WINDOW, null, null, null, "UA", null);
    Reconciliation.Source told =
        source("a", FRIDAY, "The Russian army said 20 soldiers were killed.");
    assertKilled(Reconciliation.of(abroad, List.of(told)), 0, 0, 20);
  }

  @Test
  void civiliansOfOneClaimantAndPeopleOfAnotherAreRivalTotals() {
    assertKilled(
        reconcile(
            source("a", FRIDAY, "Gunmen killed 23 villagers, the governor said."),
            source("b", FRIDAY, "Gunmen killed 31 people, a rights group said.")),
        23,
        23,
        31);
  }

  @Test
  void anUnattributedTollThatTheClaimantContradictsStandsForItself() {
    String text = "The blast killed 18 rebels.\n\nActivists said the blast killed 20 rebels.";
    assertKilled(reconcile(source("a", FRIDAY, text)), 18, 18, 20);
    assertKilled(
        reconcile(
            source(
                "a",
                FRIDAY,
                "The blast killed 22 rebels.\n\nActivists said it killed over 20 rebels.")),
        22,
        22,
        22);
  }

  @Test
  void moreDeadAreAPartOfTheTollThatTheyRaise() {
    Reconciliation.Result result =
        reconcile(
            source(
                "a",
                FRIDAY,
                "Rescuers found five more bodies, bringing the death toll to 24, the disaster"
                    + " office said."));
    assertKilled(result, 24, 24, 24);
    assertThat(statuses(result)).containsExactly("part", "counted");
  }

  @Test
  void aParagraphGoesOnInOneVoice() {
    Reconciliation.Result result =
        reconcile(
            source(
                "a",
                FRIDAY,
                "The Syrian army said nine soldiers died on the road. Its units killed 30"
                    + " militants."));
    assertKilled(result, 9, 9, 39);
    assertThat(statuses(result)).containsExactly("counted", "bound");
  }

  @Test
  void tiesGoToTheLower() {
    assertKilled(
        reconcile(
            source("a", FRIDAY, "Nine villagers were killed."),
            source("b", FRIDAY, "Twenty villagers were killed.")),
        9,
        9,
        20);
  }

  @Test
  void atLeastDoesNotRaiseHigh() {
    assertKilled(reconcile(source("a", FRIDAY, "At least 40 rebels were killed.")), 40, 40, 40);
    assertKilled(reconcile(source("a", FRIDAY, "Up to 40 rebels were killed.")), 0, 40, 40);
  }

  @Test
  void aRemainderIsOfUnknownClass() {
    Reconciliation.Result result =
        reconcile(source("a", FRIDAY, "Seventy-two people were killed, 40 of them militants."));
    assertKilled(result, 72, 72, 72);
    assertThat(result.figures().killedByClass())
        .containsEntry("rebels", 40)
        .containsEntry("unknown", 32);
  }

  @Test
  void aCopyRepeats() {
    Reconciliation.Source original = source("a", FRIDAY, "Nine villagers were killed.");
    Reconciliation.Source copy = source("b", FRIDAY, "Twenty villagers were killed.");
    Reconciliation.Result result =
        reconcile(
            original, new Reconciliation.Source("b", "a", "outlet", FRIDAY, null, copy.claims()));
    assertKilled(result, 9, 9, 9);
    assertThat(statuses(result)).containsExactly("counted", "repeated");
  }

  @Test
  void noReportIsNullAndNoneIsZero() {
    Figures silent = reconcile(source("a", FRIDAY, "Rebels took the town.")).figures();
    assertThat(silent.killedBest()).isNull();
    assertThat(silent.injuredBest()).isNull();
    Figures none =
        reconcile(source("a", FRIDAY, "There were no casualties in the blast.")).figures();
    assertThat(none.killedBest()).isZero();
    assertThat(none.injuredBest()).isZero();
  }

  @Test
  void besiegedAndCapturedNeverSum() {
    Figures figures =
        reconcile(
                source(
                    "a",
                    FRIDAY,
                    "Nine soldiers were killed, 20 were captured and 150 besieged soldiers were"
                        + " freed."))
            .figures();
    assertThat(figures.killedBest()).isEqualTo(9);
    assertThat(figures.injuredBest()).isNull();
  }

  @Test
  void aPeriodThatStartsBeforeTheWindowIsNoStock() {
    DateRange late = new DateRange(FRIDAY, FRIDAY, 1);
    Reconciliation.Source source =
        source("a", FRIDAY, "Since Monday nine soldiers have been killed on the ridge.");
    Reconciliation.Result out = Reconciliation.of(incident(late), List.of(source));
    assertThat(statuses(out)).containsExactly("cumulative");
    Reconciliation.Result in =
        Reconciliation.of(incident(new DateRange(FRIDAY.minusDays(4), FRIDAY, 2)), List.of(source));
    assertThat(statuses(in)).containsExactly("counted");
  }

  @Test
  void crimeIsCountedWithItsPerpetratorAndItsWounded() {
    Figures figures =
        reconcile(
                source(
                    "a",
                    FRIDAY,
                    "Two people were killed and three others wounded at a diner, police said. The"
                        + " gunman then turned the gun on himself, police said."))
            .figures();
    assertThat(figures.killedByClass()).containsEntry("perpetrators", 1);
    assertThat(figures.injuredBest()).isEqualTo(3);
  }

  @Test
  void anArticleAloneHasFigures() {
    Reconciliation.Source source = source("a", FRIDAY, "Nine villagers were killed.");
    assertThat(Reconciliation.ofArticle("a", null, FRIDAY, source.claims()).killedBest())
        .isEqualTo(9);
  }

  @Property(tries = 200)
  void orderChangesNothing(@ForAll int seed) {
    List<Reconciliation.Source> sources = random(new Random(seed));
    List<Reconciliation.Source> shuffled = new ArrayList<>();
    for (Reconciliation.Source source : sources) {
      List<Claim> claims = new ArrayList<>(source.claims());
      Collections.shuffle(claims, new Random(seed));
      shuffled.add(with(source, claims));
    }
    Collections.shuffle(shuffled, new Random(seed + 1L));
    assertThat(Reconciliation.of(incident(WINDOW), shuffled))
        .isEqualTo(Reconciliation.of(incident(WINDOW), sources));
  }

  @Property(tries = 200)
  void lowIsAtMostBestIsAtMostHighAndClassesSumToBest(@ForAll int seed) {
    Figures figures = Reconciliation.of(incident(WINDOW), random(new Random(seed))).figures();
    if (figures.killedBest() != null) {
      assertThat(figures.killedLow()).isBetween(0, figures.killedBest());
      assertThat(figures.killedHigh()).isGreaterThanOrEqualTo(figures.killedBest());
      assertThat(figures.killedByClass().values().stream().mapToInt(i -> i).sum())
          .isEqualTo(figures.killedBest());
    }
    if (figures.injuredBest() != null) {
      assertThat(figures.injuredLow()).isBetween(0, figures.injuredBest());
      assertThat(figures.injuredHigh()).isGreaterThanOrEqualTo(figures.injuredBest());
    }
  }

  @Property(tries = 200)
  void repeatingAClaimChangesNothing(@ForAll int seed) {
    Random random = new Random(seed);
    List<Reconciliation.Source> sources = random(random);
    List<Reconciliation.Source> twice = new ArrayList<>();
    for (Reconciliation.Source source : sources) {
      List<Claim> claims = new ArrayList<>(source.claims());
      claims.add(claims.get(random.nextInt(claims.size())));
      twice.add(with(source, claims));
    }
    assertThat(Reconciliation.of(incident(WINDOW), twice).figures())
        .isEqualTo(Reconciliation.of(incident(WINDOW), sources).figures());
  }

  @Property(tries = 200)
  void removingHistoryChangesNothing(@ForAll int seed) {
    List<Reconciliation.Source> sources = random(new Random(seed));
    List<Reconciliation.Source> without = new ArrayList<>();
    for (Reconciliation.Source source : sources) {
      without.add(
          with(
              source, source.claims().stream().filter(c -> !c.scope().equals("history")).toList()));
    }
    assertThat(Reconciliation.of(incident(WINDOW), without).figures())
        .isEqualTo(Reconciliation.of(incident(WINDOW), sources).figures());
  }

  private static List<Reconciliation.Source> random(Random random) {
    List<Reconciliation.Source> sources = new ArrayList<>();
    for (int article = 0; article < 4; article++) {
      List<Claim> claims = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        int low = random.nextInt(60);
        int high = random.nextInt(4) == 0 ? low + random.nextInt(30) : low;
        String modality = pick(random, "exact", "exact", "at_least", "about", "up_to", "vague");
        boolean spoken = random.nextBoolean();
        claims.add(
            new Claim(
                "text",
                100 * random.nextInt(3),
                400,
                100 + 10 * i,
                105 + 10 * i,
                pick(random, "killed", "killed", "injured", "besieged"),
                modality.equals("up_to") ? 0 : low,
                high,
                modality,
                pick(random, VictimClasses.ALL.toArray(new String[0])),
                "x",
                spoken ? pick(random, "SOHR", "SANA", "police") : null,
                spoken ? pick(random, null, "SY-government", "SY-rebels") : null,
                random.nextInt(3) == 0 ? null : FRIDAY.plusDays(random.nextInt(3)),
                null,
                null,
                null,
                null,
                pick(random, "news", "news", "news", "history", "cumulative", "elsewhere"),
                "",
                pick(random, "none", "none", "none", "total", "part"),
                null,
                null,
                null,
                null,
                null));
      }
      sources.add(new Reconciliation.Source("a" + article, null, "s", FRIDAY, null, claims));
    }
    return sources;
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  private static Reconciliation.Source with(Reconciliation.Source source, List<Claim> claims) {
    return new Reconciliation.Source(
        source.articleId(),
        source.duplicateOf(),
        source.source(),
        source.publishedDate(),
        source.publishedAt(),
        claims);
  }

  private static Reconciliation.Incident incident(DateRange window) {
    return new Reconciliation.Incident("Battles", window, null, null, null, null, null);
  }

  private static Reconciliation.Source source(String id, LocalDate day, String text) {
    Reading reading = Reading.of(null, text, Set.of());
    PublicationDate published = new PublicationDate(day, "metadata", day.toString());
    List<DateMention> dates = Dates.find(reading, published);
    List<Claim> claims = Claims.find(reading, List.of(), dates, Actors.find(reading), published);
    return new Reconciliation.Source(id, null, "outlet", day, null, claims);
  }

  private static Reconciliation.Result reconcile(Reconciliation.Source... sources) {
    return Reconciliation.of(incident(WINDOW), List.of(sources));
  }

  private static List<String> statuses(Reconciliation.Result result) {
    return result.claims().stream().map(ReconciledClaim::status).toList();
  }

  private static void assertKilled(Reconciliation.Result result, int low, int best, int high) {
    Figures figures = result.figures();
    assertThat(List.of(figures.killedLow(), figures.killedBest(), figures.killedHigh()))
        .as(figures.steps().toString())
        .containsExactly(low, best, high);
  }
}
