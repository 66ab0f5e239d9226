package org.sitrep.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.util.ReflectionUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.SharedSpark;
import org.sitrep.tables.Article;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Reject;
import org.sitrep.tables.Tables;

class IngestTest {

  private static final Codec<Article> ARTICLES = Codec.of(Article.class, Tables.ARTICLES);
  private static final Codec<Reject> REJECTS = Codec.of(Reject.class, Tables.REJECTS);

  private final SparkSession spark = SharedSpark.session();

  @TempDir Path folder;

  /** What a run gives, with the paths below the folder. */
  private record Result(List<Article> articles, List<Reject> rejects, IngestSummary summary) {

    List<String> ids() {
      return articles.stream().map(Article::articleId).toList();
    }

    /** Path, record and first word of the reason. */
    List<String> rejected() {
      return rejects.stream()
          .map(
              reject ->
                  "%s %s %s"
                      .formatted(
                          reject.inputPath().replaceAll(".*/", ""),
                          reject.inputRecord(),
                          reject.reason().replaceAll(":.*", "")))
          .toList();
    }
  }

  private Dataset<Row> none() {
    return spark
        .createDataFrame(List.<Row>of(), ARTICLES.schema())
        .select("article_id", "text_hash");
  }

  private Result ingest(IngestSettings settings, Dataset<Row> existing) {
    InputFiles files =
        InputFiles.list(List.of(folder.toString()), spark.sparkContext().hadoopConfiguration());
    try (Ingested ingested = Ingest.articles(spark, files, settings, existing)) {
      return new Result(
          ingested.articles().orderBy("input_path", "input_record").collectAsList().stream()
              .map(ARTICLES::record)
              .toList(),
          ingested.rejects().orderBy("input_path", "input_record").collectAsList().stream()
              .map(REJECTS::record)
              .toList(),
          ingested.summary());
    }
  }

  private Result ingest() {
    return ingest(IngestSettings.standard(), none());
  }

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void write(String name, String text) throws IOException {
    write(name, text.getBytes(UTF_8));
  }

  private static String line(String id, String text) {
    return "{\"id\":\"%s\",\"text\":\"%s\"}\n".formatted(id, text);
  }

  @FunctionalInterface
  private interface Packer {
    OutputStream pack(OutputStream to) throws IOException;
  }

  private static byte[] packed(String text, Packer packer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream stream = packer.pack(bytes)) {
      stream.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] bzip2(String text) throws IOException {
    return packed(
        text,
        to ->
            ReflectionUtils.newInstance(BZip2Codec.class, new Configuration())
                .createOutputStream(to));
  }

  private static byte[] join(byte[] one, byte[] two) {
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    return both;
  }

  @Test
  void anArticleHasItsFields() throws IOException {
    write(
        "in/rows.csv",
        "guid,link,headline,body,pub_date,lang,mood\n"
            + "g1,https://www.example.org/a,Blast,\"Two died.\nOne fled.\","
            + "2015-04-25T00:30:00+03:00,en-GB,bad\n");
    write("in/Ünï c/field note.txt", "A shell fell on Tuesday.");
    Result result = ingest();
    assertThat(result.articles())
        .satisfiesExactly(
            csv -> {
              assertThat(csv.articleId()).isEqualTo("g1");
              assertThat(csv.inputPath()).isEqualTo(folder + "/in/rows.csv");
              assertThat(csv.inputRecord()).isEqualTo(1);
              assertThat(csv.source()).isEqualTo("example.org");
              assertThat(csv.title()).isEqualTo("Blast");
              assertThat(csv.text()).isEqualTo("Two died.\nOne fled.");
              assertThat(csv.publishedAt()).isEqualTo("2015-04-24T21:30:00Z");
              assertThat(csv.publishedDate()).isEqualTo("2015-04-25");
              assertThat(csv.language()).isEqualTo("en");
              assertThat(csv.textHash()).isEqualTo(Articles.textHash(csv.title(), csv.text()));
              assertThat(csv.warning()).isEmpty();
            },
            txt -> {
              assertThat(txt.articleId()).isEqualTo("in/Ünï c/field note");
              assertThat(txt.text()).isEqualTo("A shell fell on Tuesday.");
              assertThat(txt.source()).isNull();
              assertThat(txt.publishedAt()).isNull();
            });
    assertThat(result.summary().ignoredColumns()).containsExactly(Map.entry("mood", 1L));
  }

  @Test
  void everyCompressionGivesTheSame() throws IOException {
    String text = line("a", "one") + line("b", "two");
    write("p.jsonl", text);
    byte[] first = packed(line("a", "one"), GZIPOutputStream::new);
    // Web archives are written as one gzip member per record.
    write("q.jsonl.gz", join(first, packed(line("b", "two"), GZIPOutputStream::new)));
    write("r.jsonl.bz2", bzip2(text));
    write("s.jsonl.zst", packed(text, ZstdOutputStream::new));
    Result result = ingest();
    assertThat(result.ids()).containsExactly("a", "b");
    assertThat(result.rejects()).isEmpty();
    assertThat(result.summary().repeated()).isEqualTo(6);
    assertThat(result.summary().records()).isEqualTo(8);
  }

  @Test
  void badInputIsRejectedAndTheRestIsRead() throws IOException {
    Random random = new Random(1);
    String many =
        IntStream.range(0, 3000)
            .mapToObj(i -> line("m" + i, "number " + random.nextLong()))
            .collect(Collectors.joining());
    byte[] gz = packed(many, GZIPOutputStream::new);
    byte[] bz2 = bzip2(many.replace("\"m", "\"n"));
    write("cut.jsonl.gz", Arrays.copyOf(gz, gz.length / 2));
    write("cut.jsonl.bz2", Arrays.copyOf(bz2, bz2.length - 100));
    write("no.jsonl.gz", "this was never packed");
    write("no.parquet", "PAR1 and nothing more");
    write("zero.parquet", new byte[0]);
    write("empty.txt", "");
    write("latin.txt", new byte[] {'a', (byte) 0xE9, 'b'});
    write("photo.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
    write("good.txt", "It was read.");
    write("blank.jsonl", "{\"id\":\"x\",\"text\":\" \"}\n");
    write("gold.csv", "id,label\n1,2\n3,4\n");
    Result result = ingest();
    assertThat(result.rejected())
        .contains(
            "blank.jsonl 1 empty",
            "empty.txt 1 empty",
            "gold.csv 1 csv",
            "latin.txt 1 encoding",
            "no.jsonl.gz null unreadable",
            "photo.txt 1 binary")
        .anyMatch(reject -> reject.matches("no.parquet null unreadable"))
        .anyMatch(reject -> reject.matches("zero.parquet null unreadable"))
        .hasSize(10);
    // What came before the break is there, in full and in order.
    List<String> kept = result.ids().stream().filter(id -> id.startsWith("m")).toList();
    assertThat(kept).hasSizeBetween(500, 2999);
    assertThat(kept).last().isEqualTo("m" + (kept.size() - 1));
    assertThat(result.rejected()).contains("cut.jsonl.gz " + (kept.size() + 1) + " unreadable");
    assertThat(result.rejected()).anyMatch(each -> each.startsWith("cut.jsonl.bz2"));
    assertThat(result.ids()).contains("good");
    IngestSummary summary = result.summary();
    assertThat(summary.rejected()).isEqualTo(10);
    assertThat(summary.rejectedBy()).containsEntry("unreadable", 5L).containsEntry("empty", 2L);
    assertThat(summary.articles()).isEqualTo(result.articles().size());
    assertThat(summary.records()).isEqualTo(summary.articles() + summary.rejected());
  }

  @Test
  void aParquetFileIsReadByItsColumnNames() throws IOException {
    spark
        .sql(
            "select 7 as article_id, 'Flood' as title, 'The river rose.' as content,"
                + " timestamp '2015-04-25 06:07:00' as published_at, array(1) as tags"
                + " union all select 8, null, 'é', null, null")
        .repartition(1)
        .write()
        .parquet(folder.resolve("p").toString());
    spark
        .sql("select 'd' as id, 'x' as text, date '2015-04-25' as `date`")
        .write()
        .parquet(folder.resolve("q").toString());
    spark.conf().set("spark.sql.parquet.outputTimestampType", "INT96");
    try {
      spark
          .sql("select 'i' as id, 'y' as text, timestamp '2015-04-25 06:07:00.5' as published")
          .write()
          .parquet(folder.resolve("r").toString());
    } finally {
      spark.conf().set("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    }
    Result result = ingest();
    assertThat(result.rejects()).isEmpty();
    assertThat(result.articles())
        .extracting(
            Article::articleId,
            Article::text,
            article -> String.valueOf(article.publishedAt()),
            article -> String.valueOf(article.publishedDate()))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "7", "The river rose.", "2015-04-25T06:07:00Z", "2015-04-25"),
            org.assertj.core.groups.Tuple.tuple("8", "é", "null", "null"),
            org.assertj.core.groups.Tuple.tuple("d", "x", "2015-04-25T00:00:00Z", "2015-04-25"),
            org.assertj.core.groups.Tuple.tuple(
                "i", "y", "2015-04-25T06:07:00.500Z", "2015-04-25"));
    assertThat(result.summary().ignoredColumns()).containsOnlyKeys("tags");
  }

  @Test
  void oneIdAndOneTextAreOneArticleAndAnotherTextIsAnother() throws IOException {
    write("a.jsonl", line("x", "one") + line("x", "two") + line("x", "one") + line("y", "one"));
    write("b.jsonl", line("x", "three") + line("x", "two") + line("x#2", "own"));
    Result result = ingest();
    assertThat(result.articles())
        .extracting(article -> article.articleId() + " " + article.text() + article.warning())
        .containsExactly(
            "x one[]", "x#3 two[duplicate_id]", "y one[]", "x#4 three[duplicate_id]", "x#2 own[]");
    assertThat(result.summary().repeated()).isEqualTo(2);
    assertThat(result.summary().renamed()).isEqualTo(2);
  }

  @Test
  void whatTheOutputHasIsLeftOutAndItsNumbersAreTaken() throws IOException {
    write("a.jsonl", line("x", "one") + line("x", "two") + line("y", "one"));
    Result first = ingest();
    Dataset<Row> existing =
        spark
            .createDataFrame(
                first.articles().stream().map(ARTICLES::row).toList(), ARTICLES.schema())
            .select("article_id", "text_hash");
    Result again = ingest(IngestSettings.standard(), existing);
    assertThat(again.articles()).isEmpty();
    assertThat(again.summary().unchanged()).isEqualTo(3);
    write("b.jsonl", line("x", "two") + line("x", "three") + line("x", "four") + line("z", "one"));
    Result more = ingest(IngestSettings.standard(), existing);
    assertThat(more.articles())
        .extracting(article -> article.articleId() + " " + article.text())
        .containsExactly("x#3 three", "x#4 four", "z one");
    assertThat(more.summary().unchanged()).isEqualTo(4);
    assertThat(more.summary().articles()).isEqualTo(3);
  }

  @Test
  void theRowsAreTheSameHoweverTheFilesAreSpread() throws IOException {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      lines.add(line("id" + random.nextInt(900), "text " + random.nextInt(3)));
    }
    lines.set(1500, "{broken\n");
    Collections.shuffle(lines, random);
    write("one.jsonl", String.join("", lines.subList(0, 1200)));
    write("two.jsonl", String.join("", lines.subList(1200, 2000)));
    Result few = ingest();
    // A long file beside them makes more and other tasks.
    write("zzz.jsonl", line("long", "w".repeat(1 << 21)).repeat(3));
    Result many = ingest();
    assertThat(many.articles().subList(0, many.articles().size() - 1)).isEqualTo(few.articles());
    assertThat(many.rejects()).isEqualTo(few.rejects()).hasSize(1);
    assertThat(many.articles()).last().extracting(Article::inputRecord).isEqualTo(1L);
    assertThat(few.ids()).doesNotHaveDuplicates();
  }

  @Test
  void metadataDateATextFile() throws IOException {
    write("in/a/one.txt", "It was told on Friday.");
    write("in/a/two.txt", "So was this.");
    Path file = folder.resolve("meta.tsv");
    Files.writeString(file, "file\tpublished_at\tsource\none.txt\t2015-04-25\twire\nsix.txt\t\t\n");
    Metadata metadata = Metadata.read(file.toString(), new Configuration());
    Files.delete(file);
    Result result = ingest(new IngestSettings(Map.of(), metadata, 32), none());
    assertThat(result.articles())
        .extracting(
            article -> article.articleId() + " " + article.publishedDate() + " " + article.source())
        .containsExactly("in/a/one 2015-04-25 wire", "in/a/two null null");
    assertThat(result.summary().warnings()).hasSize(1);
  }

  @Test
  void aFolderThatCannotBeListedIsARejectAndTheRunGoesOn() throws IOException {
    write("in/good.txt", "Read.");
    InputFiles listed =
        InputFiles.list(List.of(folder.toString()), spark.sparkContext().hadoopConfiguration());
    InputFiles files =
        new InputFiles(
            listed.files(),
            List.of(),
            0,
            List.of(new Reject(folder + "/closed", null, "unreadable: no permission", null)));
    try (Ingested ingested = Ingest.articles(spark, files, IngestSettings.standard(), none())) {
      assertThat(ingested.articles().count()).isEqualTo(1);
      assertThat(ingested.rejects().select("input_path", "reason").collectAsList())
          .extracting(row -> row.getString(1))
          .containsExactly("unreadable: no permission");
      assertThat(ingested.summary().rejected()).isEqualTo(1);
    }
  }

  @Test
  void theTablesHaveTheDeclaredColumns() throws IOException {
    write("a.jsonl", line("x", "one") + line("x", "one") + line("x", "two"));
    InputFiles files =
        InputFiles.list(List.of(folder.toString()), spark.sparkContext().hadoopConfiguration());
    try (Ingested ingested = Ingest.articles(spark, files, IngestSettings.standard(), none())) {
      assertThat(ingested.articles().columns()).isEqualTo(ARTICLES.schema().fieldNames());
      assertThat(ingested.rejects().columns()).isEqualTo(REJECTS.schema().fieldNames());
      assertThat(ingested.articles().agg(functions.countDistinct("article_id")).head().getLong(0))
          .isEqualTo(2);
    }
  }
}
