package org.sitrep.ingest;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Map;

/** A plain text file: the whole file is the text of one article. */
final class TextReader implements EntryReader {

  private final ByteSource source;
  private final long maxBytes;
  private boolean done;

  TextReader(ByteSource source, long maxBytes) {
    this.source = source;
    this.maxBytes = maxBytes;
  }

  @Override
  public Entry next() throws IOException {
    if (done) {
      return null;
    }
    Bytes bytes = new Bytes(maxBytes);
    boolean more = true;
    while (more && !bytes.isOver()) {
      more = source.more(bytes);
    }
    done = true;
    String raw = Characters.raw(bytes.array(), 0, bytes.length());
    for (int i = 0; i < bytes.length(); i++) {
      if (bytes.array()[i] == 0) {
        return new Entry.Unreadable(1, Reasons.of(Reasons.BINARY, "not a text file"), raw);
      }
    }
    if (bytes.isOver()) {
      return new Entry.Unreadable(1, Reasons.tooLong(maxBytes), raw);
    }
    try {
      String text = Characters.decode(bytes.array(), 0, bytes.length());
      return new Entry.Fields(1, text.isBlank() ? Map.of() : Map.of(Field.TEXT, text), raw);
    } catch (CharacterCodingException e) {
      return new Entry.Unreadable(1, Reasons.of(Reasons.ENCODING, e), raw);
    }
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
