package org.sitrep.ingest;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.hadoop.util.ReflectionUtils;

/** How an input file is compressed, known by its last extension. */
enum Compression {
  NONE(""),
  GZIP(".gz"),
  BZIP2(".bz2"),
  ZSTANDARD(".zst");

  private final String suffix;

  Compression(String suffix) {
    this.suffix = suffix;
  }

  static Compression of(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    for (Compression each : values()) {
      if (each != NONE && folded.endsWith(each.suffix)) {
        return each;
      }
    }
    return NONE;
  }

  /** The name without the compression's extension. */
  String strip(String name) {
    return name.substring(0, name.length() - suffix.length());
  }

  /** The bytes inside. */
  InputStream open(InputStream stream, Configuration configuration) throws IOException {
    return switch (this) {
      case NONE -> stream;
      case GZIP -> codec(GzipCodec.class, stream, configuration);
      case BZIP2 -> codec(BZip2Codec.class, stream, configuration);
      // Hadoop's own codec needs a native library; this one comes with Spark.
      case ZSTANDARD -> new ZstdInputStream(stream);
    };
  }

  private static InputStream codec(
      Class<? extends CompressionCodec> codec, InputStream stream, Configuration configuration)
      throws IOException {
    return ReflectionUtils.newInstance(codec, configuration).createInputStream(stream);
  }
}
