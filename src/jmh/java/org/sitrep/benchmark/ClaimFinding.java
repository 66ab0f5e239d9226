package org.sitrep.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.sitrep.event.ActorMention;
import org.sitrep.event.Actors;
import org.sitrep.event.Claims;
import org.sitrep.event.EventTypes;
import org.sitrep.place.PlaceMention;
import org.sitrep.place.Places;
import org.sitrep.text.Reading;
import org.sitrep.time.DateMention;
import org.sitrep.time.Dates;
import org.sitrep.time.PublicationDate;
import org.sitrep.time.PublicationDates;

/** Dates, actors and casualty figures of articles that have been read and whose places are known. */
public class ClaimFinding {

  /** What stands before the step. */
  @State(Scope.Benchmark)
  public static class Known {
    private final List<List<PlaceMention>> places = new ArrayList<>();
    private final List<PublicationDate> published = new ArrayList<>();
    private final List<List<DateMention>> dates = new ArrayList<>();
    private final List<List<ActorMention>> actors = new ArrayList<>();

    /** Finds it. */
    @Setup
    public void find(SampleText sample) {
      for (int i = 0; i < sample.readings.size(); i++) {
        Reading reading = sample.readings.get(i);
        places.add(Places.find(reading, null, sample.gazetteer));
        published.add(PublicationDates.find(reading, sample.articles.get(i).publishedDate()));
        dates.add(Dates.find(reading, published.get(i)));
        actors.add(Actors.find(reading));
      }
    }
  }

  /** Who did what to how many, and when. */
  @Benchmark
  public void claims(SampleText sample, Known known, SampleText.Volume volume, Blackhole sink) {
    for (int i = 0; i < sample.readings.size(); i++) {
      Reading reading = sample.readings.get(i);
      PublicationDate published = known.published.get(i);
      List<DateMention> dates = Dates.find(reading, published);
      List<ActorMention> actors = Actors.find(reading);
      sink.consume(Claims.find(reading, known.places.get(i), dates, actors, published));
    }
    volume.all(sample);
  }

  /** What happened and to how many, where places, days and actors are known. */
  @Benchmark
  public void typesAndClaims(
      SampleText sample, Known known, SampleText.Volume volume, Blackhole sink) {
    for (int i = 0; i < sample.readings.size(); i++) {
      Reading reading = sample.readings.get(i);
      PublicationDate published = known.published.get(i);
      List<PlaceMention> places = known.places.get(i);
      List<DateMention> dates = known.dates.get(i);
      List<ActorMention> actors = known.actors.get(i);
      sink.consume(EventTypes.classify(reading, actors, places, dates, published.date()));
      sink.consume(Claims.find(reading, places, dates, actors, published));
    }
    volume.all(sample);
  }
}
