package org.sitrep.ingest;

import java.io.Serializable;

/**
 * A file to read.
 *
 * @param path where it is; without the scheme on a local disk
 * @param relativePath its path below the input that named it; its name where it was named itself
 * @param format its format
 * @param length its length in bytes
 */
public record InputFile(String path, String relativePath, InputFormat format, long length)
    implements Serializable {

  /** Its name without folders. */
  String name() {
    return relativePath.substring(relativePath.lastIndexOf('/') + 1);
  }
}
