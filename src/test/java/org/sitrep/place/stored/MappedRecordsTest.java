package org.sitrep.place.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedRecordsTest {

  @TempDir private Path folder;

  @Test
  void bytesAcrossTheBorderOfTwoMappingsAreReadWhole() throws IOException {
    byte[] bytes = new byte[(1 << 24) + 100];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31 >>> 3);
    }
    MappedRecords records = MappedRecords.open(Files.write(folder.resolve("bytes"), bytes), 1);
    for (int from : new int[] {0, (1 << 24) - 7, (1 << 24) - 1, 1 << 24, bytes.length - 10}) {
      byte[] read = records.bytes(from, 10);
      for (int i = 0; i < read.length; i++) {
        assertThat(read[i]).isEqualTo(bytes[from + i]).isEqualTo(records.byteAt(from + i, 0));
      }
    }
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    long count = (1 << 24) + 3;
    MappedRecords written = MappedRecords.create(folder.resolve("records"), 12, count);
    for (long record : new long[] {0, 1, (1 << 24) - 1, 1 << 24, count - 1}) {
      written.putLong(record, 0, record * 1_000_003L);
      written.putInt(record, 8, (int) record + 1);
    }
    MappedRecords read = MappedRecords.open(folder.resolve("records"), 12);
    assertThat(read.count()).isEqualTo(count);
    for (long record : new long[] {0, 1, (1 << 24) - 1, 1 << 24, count - 1}) {
      assertThat(read.longAt(record, 0)).isEqualTo(record * 1_000_003L);
      assertThat(read.intAt(record, 8)).isEqualTo((int) record + 1);
    }
    assertThat(read.intAt(2, 8)).isZero();
  }
}
