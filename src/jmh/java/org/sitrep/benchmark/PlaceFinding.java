package org.sitrep.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;
import org.sitrep.place.Places;
import org.sitrep.text.Reading;

/** Place names, found and resolved, in articles that have been read. */
public class PlaceFinding {

  /** By the embedded gazetteer, without a home region. */
  @Benchmark
  public void places(SampleText sample, SampleText.Volume volume, Blackhole sink) {
    for (Reading reading : sample.readings) {
      sink.consume(Places.find(reading, null, sample.gazetteer));
    }
    volume.all(sample);
  }
}
