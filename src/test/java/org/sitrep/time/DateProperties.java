package org.sitrep.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sitrep.text.Reading;

class DateProperties {

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> news =
        Arbitraries.of(
            "on Friday ",
            "early ",
            "mid-",
            "late ",
            "April ",
            "the 15th ",
            "Christmas Eve ",
            "three days after the raid ",
            "from Thursday ",
            "to Saturday ",
            "May 10 ",
            "April 24-26 ",
            "2011 ",
            "in ",
            "since ",
            "last ",
            "month ",
            "week ",
            "the weekend ",
            "two ",
            "days ",
            "ago ",
            "will ",
            "said ",
            "began ",
            "31 February ",
            "29 February ",
            "Jul 262016 ",
            "\n",
            ". ",
            "overnight ",
            "back then ",
            "Sunday, June 7, 2015 ",
            "99.99.2015 ",
            "0000-00-00 ",
            "BEIRUT, April 25 — ",
            "this ",
            "earlier ",
            "next ",
            "year ",
            "between ",
            "and ",
            "- ",
            "mid-",
            "late ",
            "the past ",
            "24 hours ",
            "the following day ",
            "a couple of ",
            "the day before ",
            "the day before yesterday ",
            "New Year's Eve ",
            "1980s ",
            "2015-13-45 ",
            "31 April ",
            "25 April 3017. ",
            "at 4 p.m. ",
            "Saturdays blast ",
            "was reported ");
    return Arbitraries.oneOf(news, Arbitraries.strings().all().ofMaxLength(8))
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 60_000).map(LocalDate::ofEpochDay);
  }

  @Property
  void mentionsStandWhereTheySay(@ForAll("texts") String text, @ForAll("days") LocalDate day) {
    Reading reading = Reading.of(null, text, Set.of());
    PublicationDate published = PublicationDates.find(reading, day);
    int end = 0;
    for (DateMention mention : Dates.find(reading, published)) {
      assertThat(mention.start()).isGreaterThanOrEqualTo(end);
      assertThat(text.substring(mention.start(), mention.end())).isEqualTo(mention.surface());
      end = mention.end();
      assertThat(
              DateExpression.resolve(mention.expression(), day).map(DateRange::start).orElse(null))
          .isEqualTo(mention.dateStart());
    }
  }

  @Property
  void whatIsLearnedLaterResolvesAlike(
      @ForAll("texts") String text, @ForAll("days") LocalDate day) {
    Reading reading = Reading.of(null, text, Set.of());
    PublicationDate unknown = new PublicationDate(null, "none", null);
    PublicationDate known = new PublicationDate(day, "metadata", day.toString());
    assertThat(Dates.find(reading, unknown).stream().map(DateMention::expression))
        .containsExactlyElementsOf(
            Dates.find(reading, known).stream().map(DateMention::expression).toList());
  }

  @Property
  void theEventIsInTheArticlesPastUnlessItIsPlanned(
      @ForAll("texts") String text, @ForAll("days") LocalDate day) {
    Reading reading = Reading.of(null, text, Set.of());
    PublicationDate known = new PublicationDate(day, "metadata", day.toString());
    List<DateMention> mentions = Dates.find(reading, known);
    EventDates.EventDate event = EventDates.of(reading, mentions, known);
    boolean planned =
        mentions.stream()
            .anyMatch(
                mention ->
                    mention.role().equals(Dates.FUTURE)
                        && mention.expression().equals(event.startExpression()));
    assertThat(event.range().start()).isBeforeOrEqualTo(day.plusDays(planned ? 92 : 2));
    assertThat(event.startExpression()).isNotNull();
  }

  @Property
  void inferenceNeverFails(@ForAll("texts") String one, @ForAll("texts") String other) {
    List<DateInference.Evidence> evidence =
        List.of(one, other).stream()
            .map(
                text -> {
                  Reading reading = Reading.of(null, text, Set.of());
                  PublicationDate published = PublicationDates.find(reading, null);
                  List<DateMention> dates = Dates.find(reading, published);
                  EventDates.EventDate event = EventDates.of(reading, dates, published);
                  return new DateInference.Evidence(
                      text, published, dates, event.startExpression(), event.endExpression());
                })
            .toList();
    assertThat(DateInference.infer(evidence).articles()).hasSize(2);
  }

  @Property
  void rangesEndAfterTheyStart(@ForAll("texts") String text, @ForAll("days") LocalDate day) {
    Reading reading = Reading.of(null, text, Set.of());
    PublicationDate known = new PublicationDate(day, "metadata", day.toString());
    for (DateMention mention : Dates.find(reading, known)) {
      assertThat(mention.start()).isLessThan(mention.end());
      if (mention.dateStart() != null) {
        assertThat(mention.dateEnd()).isAfterOrEqualTo(mention.dateStart());
        assertThat(mention.datePrec()).isBetween(1, 5);
      }
    }
    DateRange event = EventDates.of(reading, Dates.find(reading, known), known).range();
    assertThat(event.end()).isAfterOrEqualTo(event.start());
  }

  @Provide
  Arbitrary<String> absurd() {
    return Arbitraries.of(
        "31 April 2015",
        "April 31, 2015",
        "30 February 2016",
        "February 29, 2015",
        "32 May 2015",
        "0 May 2015",
        "31.04.2015",
        "2015-02-30",
        "2015-13-01",
        "0000-00-00",
        "25 April 3017",
        "April 25, 1017",
        "31/06/2015");
  }

  @Property
  void absurdDatesAreRefused(@ForAll("absurd") String date, @ForAll("days") LocalDate day) {
    PublicationDate known = new PublicationDate(day, "metadata", day.toString());
    for (String text :
        List.of("A mill burned on " + date + ".", date + "\n\nA mill burned near the river.")) {
      Reading reading = Reading.of(null, text, Set.of());
      assertThat(Dates.find(reading, known)).isEmpty();
      assertThat(PublicationDates.find(reading, null).date()).isNull();
    }
  }

  @Provide
  Arbitrary<LocalDate> real() {
    return Arbitraries.integers().between(0, 40_000).map(LocalDate::ofEpochDay);
  }

  /** Every form of a day with its year is read as that day, whatever the day of publication. */
  @Property
  void aDayWithItsYearIsThatDay(@ForAll("real") LocalDate date, @ForAll("days") LocalDate day) {
    PublicationDate known = new PublicationDate(day, "metadata", day.toString());
    for (String form :
        List.of("d MMMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "yyyy-MM-dd", "dd.MM.yyyy")) {
      String written = DateTimeFormatter.ofPattern(form, Locale.ENGLISH).format(date);
      Reading reading = Reading.of(null, "A mill burned on " + written + ".", Set.of());
      assertThat(Dates.find(reading, known))
          .singleElement()
          .satisfies(mention -> assertThat(mention.dateStart()).isEqualTo(date));
    }
  }
}
