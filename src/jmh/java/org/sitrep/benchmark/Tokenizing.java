package org.sitrep.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;
import java.util.Set;
import org.sitrep.tables.Article;
import org.sitrep.text.Reading;

/** Text to lines, sentences and tokens, beside a plain loop over the same characters. */
public class Tokenizing {

  /** Lines with their kind, sentences, tokens with offsets and folded forms. */
  @Benchmark
  public void reading(SampleText sample, SampleText.Volume volume, Blackhole sink) {
    for (Article article : sample.articles) {
      sink.consume(Reading.of(article.title(), article.text(), Set.of()));
    }
    volume.all(sample);
  }

  /** The yardstick: runs of letters and digits, lower-cased, and nothing else. */
  @Benchmark
  public void plainLoop(SampleText sample, SampleText.Volume volume, Blackhole sink) {
    for (Article article : sample.articles) {
      words(article.title(), sink);
      words(article.text(), sink);
    }
    volume.all(sample);
  }

  private static void words(String text, Blackhole sink) {
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inside && from < 0) {
        from = i;
      } else if (!inside && from >= 0) {
        sink.consume(text.substring(from, i).toLowerCase(java.util.Locale.ROOT));
        from = -1;
      }
    }
  }
}
