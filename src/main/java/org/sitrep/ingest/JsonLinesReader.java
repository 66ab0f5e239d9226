package org.sitrep.ingest;

import java.io.IOException;

/** JSON lines: an object a line. A broken line costs that line alone. Blank lines count. */
final class JsonLinesReader implements EntryReader {

  private final ByteSource source;
  private final long bytesToRead;
  private final JsonRecord json;
  private final Bytes line;
  private final long maxBytes;
  private long record;

  /**
   * A reader of the lines that start within a part of the file.
   *
   * @param source the bytes from the start of the first line on
   * @param bytesToRead lines that start after so many bytes belong to the next part
   * @param firstRecord number of the first line
   */
  JsonLinesReader(
      ByteSource source, long bytesToRead, long firstRecord, Columns columns, long maxBytes) {
    this.source = source;
    this.bytesToRead = bytesToRead;
    this.record = firstRecord - 1;
    this.json = new JsonRecord(columns, maxBytes);
    this.line = new Bytes(maxBytes);
    this.maxBytes = maxBytes;
  }

  @Override
  public Entry next() throws IOException {
    while (source.offset() < bytesToRead) {
      line.clear();
      if (!source.line(line)) {
        return null;
      }
      record++;
      line.trimLineEnd();
      if (line.isOver()) {
        return new Entry.Unreadable(
            record, Reasons.tooLong(maxBytes), Characters.raw(line.array(), 0, line.length()));
      }
      if (!line.isBlank()) {
        return json.entry(record, line.array(), line.length());
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
