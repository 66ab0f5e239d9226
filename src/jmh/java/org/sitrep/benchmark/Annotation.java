package org.sitrep.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;
import java.util.Set;
import org.sitrep.annotate.Annotator;
import org.sitrep.tables.Article;

/** Article to document: everything that step 2 does with an article. */
public class Annotation {

  /** Without anything known of the outlet. */
  @Benchmark
  public void document(SampleText sample, SampleText.Volume volume, Blackhole sink) {
    Annotator annotator = new Annotator(sample.gazetteer, Set.of());
    for (Article article : sample.articles) {
      sink.consume(annotator.document(article, null));
    }
    volume.all(sample);
  }
}
