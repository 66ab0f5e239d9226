package org.sitrep.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sitrep.place.PlaceMention;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;
import org.sitrep.time.DateMention;
import org.sitrep.time.Dates;
import org.sitrep.time.PublicationDate;

class ClaimsTest {

  private static final LocalDate DAY = LocalDate.parse("2021-06-11");

  static Stream<Arguments> cases() {
    return Resources.rows(ClaimsTest.class, "claim-cases.tsv").stream()
        .map(row -> Arguments.of(row[0], row[1]));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aSentenceMakesItsClaims(String sentence, String expected) {
    List<Claim> claims =
        sentence.startsWith("T:") ? find(sentence.substring(2), "") : find(null, sentence);
    List<String> told = new ArrayList<>();
    for (Claim claim : claims) {
      told.add(brief(claim));
    }
    String wanted = expected.equals("-") ? "" : expected;
    assertThat(told)
        .containsExactlyInAnyOrder(wanted.isEmpty() ? new String[0] : wanted.split("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The Syrian Observatory for Human Rights said nine rebels were killed.|SOHR",
        "Nine rebels died near the dam, the Syrian Observatory for Human Rights said Monday.|SOHR",
        "According to the Syrian Observatory for Human Rights, nine rebels were killed.|SOHR",
        "Nine rebels were killed in the clash.|",
        "Police said nine rebels were killed.|police",
        "Nine rebels were killed, said a hospital official.|medics",
        "Rebels said they had killed nine soldiers.|rebels",
      })
  void aClaimHasItsClaimant(String sentence, String claimant) {
    List<Claim> claims = find(null, sentence);
    assertThat(claims).hasSize(1);
    assertThat(claims.get(0).claimant()).isEqualTo(claimant);
  }

  @Test
  void anIndefiniteClaimantIsTheNamedOneOfItsKind() {
    List<Claim> claims =
        find(
            null,
            "Nine rebels were killed, a monitoring group said.\n\n"
                + "The Syrian Observatory for Human Rights has a network of sources.\n\n"
                + "It said two soldiers were killed as well.");
    assertThat(claims).extracting(Claim::claimant).containsExactly("SOHR", "SOHR");
  }

  @Test
  void aSideClaimsItsEnemysLosses() {
    List<Claim> claims =
        find(
            null,
            "Fighting raged in Syria on Monday. The jihadists said they killed about 30 soldiers.");
    assertThat(claims).hasSize(1);
    assertThat(Actors.hostileToClass(claims.get(0).claimantSide(), claims.get(0).victimClass()))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nine soldiers were killed on Wednesday, the ministry said on Thursday.|2021-06-10|2021-06-09",
        "Nine soldiers were killed on Wednesday.|2021-06-09|2021-06-09",
        "Nine soldiers were killed, the ministry said on Thursday.|2021-06-10|",
      })
  void aClaimHasItsDayAndItsClausesDay(String sentence, LocalDate said, LocalDate told) {
    List<Claim> claims = find(null, sentence);
    assertThat(claims).hasSize(1);
    assertThat(claims.get(0).claimDate()).isEqualTo(said);
    assertThat(claims.get(0).dateStart()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Since Wednesday nine soldiers have been killed in the town.|cumulative",
        "Nine soldiers were killed in a barracks where troops are holed up since Wednesday.|news",
        "The conflict has killed more than 90,000 people.|cumulative",
        "Some 3,000 people have died since the uprising began.|cumulative",
        "The town fell in 2011 after the killing of 90 soldiers back then.|history",
        "Nine soldiers were killed there last year.|history",
        "Nine soldiers were killed in the past 24 hours.|news",
        "Nine soldiers were killed on Thursday.|news",
      })
  void aClaimHasItsScope(String sentence, String scope) {
    List<Claim> claims =
        find(null, "A shell killed two farmers on Thursday. Rain fell. It was cold.\n" + sentence);
    assertThat(claims).hasSizeGreaterThan(1);
    assertThat(claims.get(claims.size() - 1).scope()).isEqualTo(scope);
  }

  @Test
  void whatDoesNotFitIntoTheLeadIsAnotherEvents() {
    List<Claim> claims =
        find(
            "Market blast kills 14",
            "A blast killed 14 people in the market.\n\nA raid on a convoy left 90 people dead.");
    assertThat(claims).extracting(Claim::scope).containsExactly("news", "news", "elsewhere");
  }

  @Test
  void whatPointsBackAtTheEventStaysItsFigure() {
    List<Claim> claims =
        find(
            "Market blast kills 14",
            "A blast killed 14 people in the market.\n\nMedics said the blast killed 30 people.");
    assertThat(claims).extracting(Claim::scope).containsOnly("news");
  }

  @Test
  void aFigureOfAnotherPlaceIsNotTheMainEvents() {
    String text = "A man died. An envoy was killed in Damascus.";
    int at = text.indexOf("Damascus");
    PlaceMention damascus =
        new PlaceMention(
            "text",
            at,
            at + 8,
            "Damascus",
            "toponym",
            "Damascus",
            170654L,
            33.51,
            36.29,
            "SY",
            "SY-DI",
            "Damascus",
            "city",
            1.0,
            "");
    Reading reading = Reading.of(null, text, Set.of());
    List<Claim> claims =
        Claims.find(reading, List.of(damascus), List.of(), Actors.find(reading), published());
    List<Claim> scoped = Claims.scoped(claims, event("SY", "SY-HM", 35.13, 36.75));
    assertThat(scoped).extracting(Claim::scope).containsExactly("news", "elsewhere");
    assertThat(Claims.scoped(claims, event("SY", "SY-DI", 33.5, 36.3)))
        .extracting(Claim::scope)
        .containsExactly("news", "news");
  }

  @Test
  void spansLieInTheSentence() {
    String text = "It rained. At least 40 soldiers were killed in the ambush.";
    Claim claim = find(null, text).get(0);
    assertThat(text.substring(claim.start(), claim.end()))
        .isEqualTo("At least 40 soldiers were killed in the ambush.");
    assertThat(text.substring(claim.figureStart(), claim.figureEnd()))
        .isEqualTo("At least 40 soldiers");
  }

  @Property(tries = 300)
  void anyTextIsRead(@ForAll String title, @ForAll String text) {
    assertThat(find(title, text + " killed 12 " + text)).isNotNull();
  }

  @Property(tries = 300)
  void anyOrderOfItsWordsIsRead(@ForAll int seed) {
    String[] words =
        ("killed wounded 12 30 the a of and , including soldiers people were was dead between to "
                + "toll hundreds thousand half dozen million - . at least more than no one among "
                + "them whom himself fatally shot said he monitor in since Damascus 2011 Monday")
            .split(" ");
    java.util.Random random = new java.util.Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      text.append(words[random.nextInt(words.length)]).append(' ');
    }
    for (Claim claim : find(text.substring(0, 60), text.toString())) {
      assertThat(claim.numberLow()).isBetween(0, claim.numberHigh());
      assertThat(VictimClasses.ALL).contains(claim.victimClass());
      assertThat(claim.figureEnd()).isBetween(claim.figureStart(), claim.end());
    }
  }

  @Test
  void aLongTextWithoutSpacesIsReadAtOnce() {
    assertThat(find("x".repeat(100_000), "9".repeat(1_000_000))).isEmpty();
  }

  static Event event(String country, String region, double latitude, double longitude) {
    return new Event(
        "Battles",
        "Armed clash",
        false,
        1.0,
        "text",
        0,
        1,
        null,
        null,
        null,
        "none",
        null,
        null,
        "Main",
        null,
        latitude,
        longitude,
        1,
        country,
        region,
        region,
        null,
        null);
  }

  private static PublicationDate published() {
    return new PublicationDate(DAY, "metadata", DAY.toString());
  }

  private static List<Claim> find(String title, String text) {
    Reading reading = Reading.of(title, text, Set.of());
    List<DateMention> dates = Dates.find(reading, published());
    return Claims.find(reading, List.of(), dates, Actors.find(reading), published());
  }

  private static String brief(Claim claim) {
    return claim.effect()
        + " "
        + claim.numberLow()
        + (claim.numberHigh() == claim.numberLow() ? "" : ".." + claim.numberHigh())
        + " "
        + claim.victimClass()
        + (claim.modality().equals("exact") ? "" : " " + claim.modality())
        + (claim.relation().equals("none") ? "" : " " + claim.relation())
        + (claim.scope().equals("news") ? "" : " " + claim.scope());
  }
}
