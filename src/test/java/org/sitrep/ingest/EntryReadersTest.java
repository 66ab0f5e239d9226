package org.sitrep.ingest;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntryReadersTest {

  private static final long MAX = 1 << 20;

  private static List<Entry> read(InputFormat format, byte[] bytes, Columns columns)
      throws IOException {
    InputFile file = new InputFile("/in/file", "file", format, bytes.length);
    InputSplit split = new InputSplit(file, 0, bytes.length, 1, Map.of());
    List<Entry> entries = new ArrayList<>();
    try (EntryReader reader =
        EntryReaders.of(split, EntryReaders.utf8(new ByteArrayInputStream(bytes)), columns, MAX)) {
      for (Entry entry = reader.next(); entry != null; entry = reader.next()) {
        entries.add(entry);
      }
    }
    return entries;
  }

  private static List<Entry> read(InputFormat format, byte[] bytes) throws IOException {
    return read(format, bytes, new Columns(FieldNames.of(Map.of())));
  }

  private static List<Entry> read(InputFormat format, String text) throws IOException {
    return read(format, text.getBytes(UTF_8));
  }

  /** A line per entry: its number with its text, or with the first word of the reason. */
  private static List<String> told(List<Entry> entries) {
    return entries.stream()
        .map(
            entry ->
                entry.record()
                    + (entry instanceof Entry.Fields fields
                        ? " " + fields.values().get(Field.TEXT)
                        : " ! " + ((Entry.Unreadable) entry).reason().replaceAll(":.*", "")))
        .toList();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void aTextFileIsOneTextWithItsFirstLineAndLineEnds() throws IOException {
    assertThat(told(read(InputFormat.TEXT, "Head\r\n\r\nTwo died.\n")))
        .containsExactly("1 Head\r\n\r\nTwo died.\n");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws IOException {
    assertThat(told(read(InputFormat.TEXT, "\uFEFFÉrié 😀"))).containsExactly("1 Érié 😀");
    assertThat(told(read(InputFormat.JSON_LINES, "\uFEFF{\"text\":\"a\"}"))).containsExactly("1 a");
    assertThat(told(read(InputFormat.CSV, "\uFEFFtext,x\na,1\n"))).containsExactly("1 a");
  }

  @Test
  void utf16WithAByteOrderMarkIsRead() throws IOException {
    String text = "Ünï 😀 ".repeat(5000);
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      byte[] bytes = ("\uFEFF" + text).getBytes(charset);
      assertThat(told(read(InputFormat.TEXT, bytes))).containsExactly("1 " + text);
    }
    assertThat(told(read(InputFormat.CSV, "\uFEFFtext,x\r\na,1\r\n".getBytes(UTF_16LE))))
        .containsExactly("1 a");
  }

  @Test
  void whatIsNoTextIsRejectedWithItsReason() throws IOException {
    assertThat(told(read(InputFormat.TEXT, bytes('P', 'K', 3, 4, 0, 0, 8))))
        .containsExactly("1 ! binary");
    assertThat(told(read(InputFormat.TEXT, "a\u00e9b".getBytes(Charset.forName("windows-1252")))))
        .containsExactly("1 ! encoding");
    assertThat(told(read(InputFormat.TEXT, "x".repeat((int) MAX + 1))))
        .containsExactly("1 ! too_long");
    assertThat(told(read(InputFormat.TEXT, "x".repeat((int) MAX)))).hasSize(1);
  }

  @Test
  void theByteThatIsNotUtf8IsNamed() throws IOException {
    Entry entry = read(InputFormat.TEXT, bytes('a', 'b', 0xE9, 'c')).get(0);
    assertThat(((Entry.Unreadable) entry).reason())
        .isEqualTo("encoding: byte 0xe9 at offset 2 is not UTF-8; convert the file first");
  }

  @Test
  void aReplacementCharacterInTheSourceIsNoError() throws IOException {
    assertThat(told(read(InputFormat.TEXT, "a\uFFFDb"))).containsExactly("1 a\uFFFDb");
    assertThat(told(read(InputFormat.CSV, "text,x\na\uFFFDb,1\n"))).containsExactly("1 a\uFFFDb");
  }

  @Test
  void aBrokenLineCostsThatLine() throws IOException {
    byte[] file =
        join(
            "{\"text\":\"one\"}\r\n".getBytes(UTF_8),
            "\n{\"text\": \"two\n".getBytes(UTF_8),
            "[1]\n{\"text\":\"three\"} {}\n".getBytes(UTF_8),
            bytes('{', '"', 't', 'e', 'x', 't', '"', ':', '"', 0xE9, '"', '}', '\n'),
            "{\"text\":\"".getBytes(UTF_8),
            "y".repeat((int) MAX).getBytes(UTF_8),
            "\"}\n{\"text\":\"last\"}".getBytes(UTF_8));
    assertThat(told(read(InputFormat.JSON_LINES, file)))
        .containsExactly(
            "1 one", "3 ! json", "4 ! json", "5 ! json", "6 ! encoding", "7 ! too_long", "8 last");
  }

  @Test
  void aRejectShowsTheRecordCut() throws IOException {
    Entry entry = read(InputFormat.JSON_LINES, "{\"text\": " + "é".repeat(900)).get(0);
    assertThat(((Entry.Unreadable) entry).raw()).startsWith("{\"text\": éé").hasSize(500);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{\"text\":\"a\"},{\"text\":\"b\"}] | 1 a, 2 b",
        "{\"text\":\"a\"} | 1 a",
        "{\"text\":\"a\"}{\"text\":\"b\"} | 1 a, 2 b",
        "{\"text\":\"a\"}\\n{\"text\":\"b\"}\\n | 1 a, 2 b",
        "[\\n{\\n\"x\":{\"y\":[{}]},\\n\"text\":\"}{][\\\\\"\"\\n}\\n] | 1 }{][\"",
        "[] | ``",
        "[{\"text\":\"a\"},{\"text\":oops},{\"text\":\"c\"}] | 1 a, 2 ! json, 3 c",
        "{\"text\":\"a\"\\n{\"text\":\"b\"} | 1 ! json, 2 b",
        "{\"text\":\"a\\n{\"text\":\"b\"} | 1 ! json, 2 b",
        "[{\"text\":\"a\"},7,{\"text\":\"c\"}] | 1 a, 2 ! json, 3 c",
        "[{\"text\":\"a\"},{\"text\":\"b | 1 a, 2 ! json",
        "no json at all | 1 ! json",
        "{\"text\":[\"p\",\"q\"],\"title\":{\"a\":1}} | 1 p\\nq",
      })
  void aJsonFileIsAnArrayOrObjects(String file, String expected) throws IOException {
    List<Entry> entries = read(InputFormat.JSON, file.replace("\\n", "\n").replace("\\\\", "\\"));
    assertThat(String.join(", ", told(entries))).isEqualTo(expected.replace("\\n", "\n"));
  }

  @Test
  void anEndlessObjectDoesNotFillTheMemory() throws IOException {
    String file = "[{\"text\":\"" + "z".repeat(3 * (int) MAX) + "\"},{\"text\":\"b\"}]";
    assertThat(told(read(InputFormat.JSON, file))).containsExactly("1 ! too_long", "2 b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id,text;1,a;2,b; | 1 a, 2 b",
        "id,text;1,\"a;b\";2,c | 1 a;b, 2 c",
        "id,text;1,\"say \"\"so\"\"\" | 1 say \"so\"",
        "id,text;1,5\" gun;2,b | 1 5\" gun, 2 b",
        "id,text;1,\"a\"b;2,c | 1 ! csv, 2 c",
        "id,text;1;2,c | 1 ! csv, 2 c",
        "id,text;1,a,b;2,c | 1 ! csv, 2 c",
        "id,text;1,a,;2,c | 1 a, 2 c",
        "id,text;1,\"a;2,c;3,d | 1 ! csv, 2 c, 3 d",
        "id,text;;1,a;; | 1 a",
        "id,label;1,a;2,b | 1 ! csv",
        "id,text | ``",
        "id\ttext;1\ta, b | 1 a, b",
      })
  void aRowOfCsvMaySpanLines(String file, String expected) throws IOException {
    for (String end : List.of("\n", "\r\n")) {
      List<Entry> entries = read(InputFormat.CSV, file.replace(";", end).replace("\\t", "\t"));
      assertThat(String.join(", ", told(entries))).isEqualTo(expected.replace(";", end));
    }
  }

  @Test
  void semicolonsSeparateWhereTheHeaderHasMoreOfThem() throws IOException {
    assertThat(told(read(InputFormat.CSV, "id;text\n1;a, b\n"))).containsExactly("1 a, b");
  }

  @Test
  void aBadByteOrAnEndlessFieldSpoilsItsRowAlone() throws IOException {
    byte[] file =
        join(
            "text,x\na,1\nb".getBytes(UTF_8),
            bytes(0xE9),
            ",2\n\"".getBytes(UTF_8),
            "w\n".repeat((int) MAX).getBytes(UTF_8),
            "\",3\nd,4\n".getBytes(UTF_8));
    assertThat(told(read(InputFormat.CSV, file)))
        .containsExactly("1 a", "2 ! encoding", "3 ! too_long", "4 d");
  }

  @ParameterizedTest
  @EnumSource(
      value = InputFormat.class,
      names = {"TEXT", "JSON", "JSON_LINES", "CSV"})
  void anEmptyFileHasNoArticle(InputFormat format) throws IOException {
    assertThat(read(format, new byte[0]))
        .noneMatch(entry -> entry instanceof Entry.Fields fields && !fields.values().isEmpty());
  }

  @Test
  void theBestNamedOfSeveralColumnsCountsAndBlanksDoNot() throws IOException {
    String line =
        "{\"content\":\"c\",\"Body\":\"b\",\"text\":\" \",\"head-line\":\"h\",\"label\":1,\"Tags\":[]}";
    Columns columns = new Columns(FieldNames.of(Map.of()));
    Entry.Fields entry =
        (Entry.Fields) read(InputFormat.JSON_LINES, line.getBytes(UTF_8), columns).get(0);
    assertThat(entry.values()).isEqualTo(Map.of(Field.TEXT, "b", Field.TITLE, "h"));
    assertThat(columns.ignored()).containsExactly("Tags", "label");
  }

  @Test
  void aMappedColumnIsTheOnlyOneForItsField() throws IOException {
    String line = "{\"text\":\"no\",\"article_content\":\"yes\"}";
    Columns columns = new Columns(FieldNames.of(Map.of("text", "article_content")));
    Entry.Fields entry =
        (Entry.Fields) read(InputFormat.JSON_LINES, line.getBytes(UTF_8), columns).get(0);
    assertThat(entry.values()).isEqualTo(Map.of(Field.TEXT, "yes"));
    assertThat(columns.ignored()).containsExactly("text");
  }

  @Property(tries = 300)
  void anyBytesAreReadOrRejected(@ForAll byte[] bytes) throws IOException {
    for (InputFormat format : InputFormat.values()) {
      if (format != InputFormat.PARQUET) {
        try {
          assertThat(read(format, bytes).size()).isLessThanOrEqualTo(bytes.length + 1);
        } catch (CharacterCodingException e) {
          // the rest of a file that breaks off is rejected where files are opened
          assertThat(EntryReaders.isUtf16(bytes)).isTrue();
        }
      }
    }
  }
}
