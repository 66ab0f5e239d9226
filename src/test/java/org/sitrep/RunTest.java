package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.annotate.Annotate;
import org.sitrep.annotate.AnnotateSettings;
import org.sitrep.cluster.Cluster;
import org.sitrep.cluster.ClusterSettings;
import org.sitrep.evaluate.Evaluation;
import org.sitrep.evaluate.ExportedTables;
import org.sitrep.reconcile.Reconcile;
import org.sitrep.reconcile.Reconciled;
import org.sitrep.statistics.Statistics;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/**
 * The sample corpus through the command line: what a newcomer sees, and what must not depend on how
 * the input came.
 */
class RunTest {

  /**
   * Stories of the sample that are known to be told by two incidents: follow-ups after days (S09,
   * S30, S32, S42), two short tellings that share little (S16, S41), one in Spanish (S06).
   */
  private static final Set<String> KNOWN_SPLITS =
      Set.of("S06", "S09", "S16", "S30", "S32", "S41", "S42");

  private static final List<Table> FIGURES =
      List.of(
          Tables.INCIDENT_ARTICLES,
          Tables.INCIDENTS,
          Tables.CLAIMS,
          Tables.REGION_WEEKS,
          Tables.REGION_WEEK_EVENTS);

  @TempDir static Path folder;
  private static Path whole;
  private static String printed;

  @BeforeAll
  static void run() {
    whole = folder.resolve("whole");
    printed = Sitrep.done("run", "--output", whole);
  }

  private static List<String> sample() throws IOException {
    try (var stream = Main.class.getResourceAsStream("sample/articles.jsonl")) {
      return new ArrayList<>(
          new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }

  /** Rows as text, sorted, so that equal tables are equal lists. */
  private static List<String> rows(Dataset<Row> table) {
    return table.collectAsList().stream().map(Row::toString).sorted().toList();
  }

  private static Set<Set<String>> partition(Path output) {
    Map<String, Set<String>> members = new TreeMap<>();
    for (Row row :
        Sitrep.table(output, Tables.INCIDENT_ARTICLES).where("is_primary").collectAsList()) {
      members
          .computeIfAbsent(row.getAs("incident_id"), id -> new TreeSet<>())
          .add(row.getAs("article_id"));
    }
    return Set.copyOf(members.values());
  }

  @Test
  void printsTheRegionWeekTableAndSaysWhereEverythingIs() {
    assertThat(printed).contains("2025-W01", "2024-W10", "latest", "index.html");
    assertThat(whole.resolve("latest/report/index.html")).isNotEmptyFile();
    assertThat(whole.resolve("latest/region_weeks")).isDirectoryContaining("glob:**.parquet");
  }

  @Test
  void noArticleIsLostAndEachHasOnePrimaryIncident() {
    Dataset<Row> memberships = Sitrep.table(whole, Tables.INCIDENT_ARTICLES);
    assertThat(Sitrep.table(whole, Tables.ARTICLES).count()).isEqualTo(100);
    assertThat(memberships.where("is_primary").select("article_id").distinct().count())
        .isEqualTo(100);
    assertThat(memberships.where("is_primary").count()).isEqualTo(100);
    assertThat(
            Sitrep.table(whole, Tables.REGION_WEEKS).selectExpr("sum(articles)").first().getLong(0))
        .isEqualTo(100);
  }

  @Test
  void weeksSumIncidents() {
    Row weeks =
        Sitrep.table(whole, Tables.REGION_WEEKS)
            .selectExpr(
                "sum(incidents)",
                "sum(killed_low)",
                "sum(killed_best)",
                "sum(killed_high)",
                "sum(injured_best)")
            .first();
    Row incidents =
        Sitrep.table(whole, Tables.INCIDENTS)
            .where("event_type <> 'Other'")
            .selectExpr(
                "count(1)",
                "sum(killed_low)",
                "sum(killed_best)",
                "sum(killed_high)",
                "sum(injured_best)")
            .first();
    assertThat(weeks).isEqualTo(incidents);
  }

  @Test
  void figuresAreInOrder() {
    assertThat(
            Sitrep.table(whole, Tables.INCIDENTS)
                .where(
                    "not (0 <= killed_low and killed_low <= killed_best and killed_best <= killed_high)")
                .count())
        .isZero();
  }

  @Test
  void evidenceCanBeShown() {
    Dataset<Row> evidence =
        Sitrep.table(whole, Tables.CLAIMS)
            .where("field = 'text'")
            .join(Sitrep.table(whole, Tables.ARTICLES).select("article_id", "text"), "article_id");
    for (Row row : evidence.collectAsList()) {
      String text = row.getAs("text");
      String sentence = text.substring(row.<Integer>getAs("start"), row.<Integer>getAs("end"));
      String figure =
          text.substring(row.<Integer>getAs("figure_start"), row.<Integer>getAs("figure_end"));
      assertThat(sentence).contains(figure);
      assertThat(figure).isNotBlank();
    }
  }

  @Test
  void aSecondRunFindsNothingNew() {
    List<String> before = rows(Sitrep.table(whole, Tables.INCIDENTS));
    assertThat(
            Sitrep.done(
                "run", "--input", whole.resolve("_sample/articles.jsonl"), "--output", whole))
        .contains("nothing new");
    assertThat(rows(Sitrep.table(whole, Tables.INCIDENTS))).isEqualTo(before);
  }

  @Test
  @Tag("heavy")
  void shuffledInputInSeveralFilesGivesEqualTables() throws IOException {
    List<String> lines = sample();
    Collections.shuffle(lines, new Random(7));
    Path input = Files.createDirectories(folder.resolve("shuffled"));
    Files.write(input.resolve("z.jsonl"), lines.subList(0, 17));
    Files.write(input.resolve("a.ndjson"), lines.subList(17, 31));
    Files.write(input.resolve("m.jsonl"), lines.subList(31, lines.size()));
    Path output = folder.resolve("of-shuffled");
    Sitrep.done("run", "--input", input, "--output", output);
    for (Table table : FIGURES) {
      assertThat(rows(Sitrep.table(output, table)))
          .as(table.name())
          .isEqualTo(rows(Sitrep.table(whole, table)));
    }
  }

  @Test
  @Tag("heavy")
  void addedInTwoPartsUnderTheSameStatisticsIsTheSamePartition() throws IOException {
    List<String> lines = sample();
    Path first = Files.write(folder.resolve("first.jsonl"), lines.subList(0, 26));
    Path second = Files.write(folder.resolve("second.jsonl"), lines.subList(26, lines.size()));
    Path output = folder.resolve("of-parts");
    Sitrep.done("run", "--input", first, "--output", output, "--statistics", whole);
    Sitrep.done("run", "--input", second, "--output", output);
    assertThat(partition(output)).isEqualTo(partition(whole));
    assertThat(rows(Sitrep.table(output, Tables.REGION_WEEKS)))
        .isEqualTo(rows(Sitrep.table(whole, Tables.REGION_WEEKS)));
  }

  @Test
  @Tag("heavy")
  void rebuildKeepsTheArticlesAndReplaceForgetsThem() throws IOException {
    List<String> lines = sample();
    Path few = Files.write(folder.resolve("few.jsonl"), lines.subList(0, 6));
    Path others = Files.write(folder.resolve("others.jsonl"), lines.subList(6, 9));
    Path output = folder.resolve("anew");
    Sitrep.done("run", "--input", few, "--output", output);
    List<String> weeks = rows(Sitrep.table(output, Tables.REGION_WEEKS));
    Sitrep.done("run", "--rebuild", "--output", output);
    assertThat(rows(Sitrep.table(output, Tables.REGION_WEEKS))).isEqualTo(weeks);
    assertThat(Sitrep.table(output, Tables.DOCUMENTS).count()).isEqualTo(6);
    Sitrep.done("run", "--replace", "--input", others, "--output", output);
    assertThat(Sitrep.table(output, Tables.ARTICLES).count()).isEqualTo(3);
    assertThat(Sitrep.table(output, Tables.INCIDENT_ARTICLES).count()).isEqualTo(3);
  }

  /** Every step function on one and on seven partitions. */
  @Test
  @Tag("heavy")
  void partitioningChangesNothing() {
    Map<Integer, List<List<String>>> results = new TreeMap<>();
    for (int partitions : List.of(1, 7)) {
      Dataset<Row> articles = Sitrep.table(whole, Tables.ARTICLES).repartition(partitions);
      AnnotateSettings settings = new AnnotateSettings("", 60, List.of());
      Dataset<Row> sources = Annotate.sources(articles, settings).cache();
      Dataset<Row> documents =
          Annotate.documents(articles, sources, settings).repartition(partitions).cache();
      Dataset<Row> frequencies = Cluster.documentFrequencies(documents).cache();
      Dataset<Row> nothing =
          SharedSpark.session().createDataFrame(List.of(), Codec.schema(Tables.INCIDENT_ARTICLES));
      Dataset<Row> memberships =
          Cluster.taught(
                  Cluster.named(
                      Cluster.clusters(
                          documents,
                          frequencies,
                          SharedSpark.session()
                              .createDataFrame(List.of(), Codec.schema(Tables.CLUSTERS)),
                          ClusterSettings.defaults(),
                          note -> {}),
                      documents,
                      nothing),
                  documents)
              .repartition(partitions)
              .cache();
      Reconciled reconciled =
          Reconcile.incidents(
              documents,
              memberships,
              nothing,
              SharedSpark.session().createDataFrame(List.of(), Codec.schema(Tables.INCIDENTS)));
      Dataset<Row> incidents = reconciled.incidents().repartition(partitions).cache();
      results.put(
          partitions,
          List.of(
              rows(sources),
              rows(memberships),
              rows(incidents),
              rows(reconciled.claims()),
              rows(
                  Statistics.regionWeeks(
                      documents, memberships, incidents, reconciled.claims(), frequencies)),
              rows(Statistics.regionWeekEvents(incidents))));
      reconciled.release();
      List.of(sources, documents, frequencies, memberships, incidents).forEach(Dataset::unpersist);
    }
    assertThat(results.get(1)).isEqualTo(results.get(7));
  }

  @Test
  void thePageOfSqlRunsInDuckDb() throws IOException, SQLException {
    List<String> blocks =
        java.util.regex.Pattern.compile("(?ms)^```sql\\n(.*?)^```$")
            .matcher(Files.readString(Path.of("docs/sql.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(blocks).as("a block a notebook, at least").hasSizeGreaterThanOrEqualTo(6);
    Path weekly = Path.of("notebooks/data/acled-shaped-weekly.csv").toAbsolutePath();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET file_search_path = '" + whole.resolve("latest") + "'");
      for (String block : blocks) {
        try (ResultSet result =
            statement.executeQuery(block.replace("'weekly.csv'", "'" + weekly + "'"))) {
          assertThat(result.next()).as("rows of " + block).isTrue();
        }
      }
    }
  }

  @Test
  void duckDbReadsLatestInOneLine() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (Table table : Tables.stored()) {
        Map<String, String> columns = new TreeMap<>();
        try (ResultSet result =
            statement.executeQuery(
                "DESCRIBE SELECT * FROM '"
                    + whole.resolve("latest").resolve(table.name())
                    + "/*.parquet'")) {
          while (result.next()) {
            columns.put(result.getString("column_name"), result.getString("column_type"));
          }
        }
        Map<String, String> declared = new TreeMap<>();
        for (var field : Codec.schema(table).fields()) {
          declared.put(field.name(), field.dataType().simpleString());
        }
        assertThat(columns.keySet()).as(table.name()).isEqualTo(declared.keySet());
        declared.forEach(
            (name, type) ->
                assertThat(columns.get(name))
                    .as(table.name() + "." + name)
                    .matches(duckType(type)));
      }
      try (ResultSet result =
          statement.executeQuery(
              "SELECT count(*), sum(killed_best) FROM '"
                  + whole.resolve("latest/region_weeks")
                  + "/*.parquet'")) {
        result.next();
        Row ours =
            Sitrep.table(whole, Tables.REGION_WEEKS)
                .selectExpr("count(1)", "sum(killed_best)")
                .first();
        assertThat(result.getLong(1)).isEqualTo(ours.getLong(0));
        assertThat(result.getLong(2)).isEqualTo(ours.getLong(1));
      }
    }
  }

  private static String duckType(String type) {
    return switch (type) {
      case "string" -> "VARCHAR";
      case "int" -> "INTEGER";
      case "bigint" -> "BIGINT";
      case "double" -> "DOUBLE";
      case "boolean" -> "BOOLEAN";
      case "date" -> "DATE";
      case "timestamp" -> "TIMESTAMP.*";
      case "array<string>" -> "VARCHAR\\[\\]";
      case "array<bigint>" -> "BIGINT\\[\\]";
      case "map<string,int>" -> "MAP\\(VARCHAR, INTEGER\\)";
      default -> type.startsWith("array<struct") ? "STRUCT\\(.*\\)\\[\\]" : "STRUCT\\(.*\\)";
    };
  }

  @Test
  void exportsEveryTableAndView() throws IOException {
    for (String name : List.of("region_weeks", "article_events", "places", "tokens", "dates")) {
      Path file = folder.resolve(name + ".csv");
      Sitrep.done("export", name, "--output", whole, "--to", file);
      List<String> lines = Files.readAllLines(file);
      Table table = Tables.named(name).orElseThrow();
      assertThat(lines.get(0)).isEqualTo(String.join(",", Codec.schema(table).fieldNames()));
      assertThat(lines).hasSizeGreaterThan(20);
    }
    Path jsonl = folder.resolve("incidents.jsonl");
    Sitrep.done("export", "incidents", "--output", whole, "--to", jsonl, "--format", "jsonl");
    assertThat(Files.readAllLines(jsonl))
        .hasSize((int) Sitrep.table(whole, Tables.INCIDENTS).count());
  }

  @Test
  void aPlanTellsAndDoesNothing() throws IOException {
    Path output = folder.resolve("planned");
    Path input = whole.resolve("_sample/articles.jsonl");
    String first =
        Sitrep.done("run", "--plan", "--input", input, "--output", output).replaceAll(" +", " ");
    assertThat(first)
        .contains(input.toString(), "1 files", "planned, new", "ingest the input articles, rejects")
        .contains("annotate articles sources, documents", "nothing was written");
    assertThat(output).doesNotExist();
    assertThat(Sitrep.say("cluster", "--plan", "--output", output).code()).isEqualTo(2);
    assertThat(Sitrep.say("run", "--plan", "--input", "no/such", "--output", output).code())
        .isEqualTo(2);

    String before = Files.readString(whole.resolve("_current"));
    assertThat(Sitrep.done("run", "--plan", "--output", whole).replaceAll(" +", " "))
        .contains("nothing is added", "published by", "annotate articles, sources documents");
    assertThat(Sitrep.done("run", "--plan", "--replace", "--output", whole))
        .contains("embedded sample corpus", "starting over");
    assertThat(Files.readString(whole.resolve("_current"))).isEqualTo(before);
  }

  @Test
  void runsAreListedAndCleaned() {
    Path output = folder.resolve("cleaned");
    Path input = whole.resolve("_sample/articles.jsonl");
    Sitrep.done("ingest", "--input", input, "--output", output);
    Sitrep.done("annotate", "--output", output);
    assertThat(Sitrep.done("run", "--input", input, "--output", output))
        .doesNotContain("nothing new");
    assertThat(Sitrep.table(output, Tables.REGION_WEEKS).count())
        .isEqualTo(Sitrep.table(whole, Tables.REGION_WEEKS).count());
    assertThat(Sitrep.done("runs", "--output", output)).contains("ingest", "annotate", "current");
    assertThat(Sitrep.done("clean", "--keep", 1, "--plan", "--output", output))
        .contains("would remove");
    assertThat(Sitrep.done("clean", "--keep", 9, "--output", output)).contains("nothing to remove");
    assertThat(Sitrep.done("clean", "--keep", 1, "--output", output)).contains("removed");
    assertThat(Sitrep.table(output, Tables.ARTICLES).count()).isEqualTo(100);
    assertThat(Sitrep.table(output, Tables.DOCUMENTS).count()).isEqualTo(100);
  }

  @Test
  void theSampleIsWhatItsGoldSays() throws IOException {
    Map<String, String> incident = new TreeMap<>();
    for (Row row :
        Sitrep.table(whole, Tables.INCIDENT_ARTICLES).where("is_primary").collectAsList()) {
      incident.put(row.getAs("article_id"), row.getAs("incident_id"));
    }
    List<String[]> gold =
        Files.readAllLines(Path.of("src/test/resources/sample/gold-articles.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .toList();
    Map<String, Set<String>> incidentsOfStory = new TreeMap<>();
    Map<String, Set<String>> storiesOfIncident = new TreeMap<>();
    for (String[] line : gold) {
      String ours = incident.get(line[0]);
      incidentsOfStory.computeIfAbsent(line[1], story -> new TreeSet<>()).add(ours);
      storiesOfIncident.computeIfAbsent(ours, id -> new TreeSet<>()).add(line[1]);
    }
    assertThat(storiesOfIncident.values()).allSatisfy(stories -> assertThat(stories).hasSize(1));
    incidentsOfStory.values().removeIf(incidents -> incidents.size() == 1);
    assertThat(incidentsOfStory.keySet()).isSubsetOf(KNOWN_SPLITS);
  }

  /** The figures of the command are those of the exported files. */
  @Test
  void evaluatesByLabelsOfOnesOwn() throws IOException {
    Path gold = Path.of("src/test/resources/sample/gold-articles.csv");
    Path incidents =
        relabelled(
            Path.of("src/test/resources/sample/gold-incidents.csv"),
            Map.of("date_start", "date", "killed_best", "killed", "injured_best", "injured"));
    Path articles = relabelled(gold, Map.of("published_date", "date"));
    Path snippets = relabelled(gold, Map.of("event_type", "label"));
    Path classes =
        Files.write(
            folder.resolve("classes.csv"),
            List.of(
                "event_type,sub_event_type,label",
                "Battles,,Battles",
                "Explosions/Remote violence,,Explosions/Remote violence",
                "Accident,,Accident",
                "Protests,Peaceful protest,Protests"));
    Path places =
        relabelled(exported("places"), Map.of("geoname_id", "geonameid", "region_name", "admin1"));
    sameFigures("clusters", List.of(gold, exported("incident_articles")), "--gold", gold);
    sameFigures("weekly", List.of(incidents, exported("region_weeks")), "--gold", incidents);
    sameFigures("articles", List.of(articles, exported("article_events")), "--gold", articles);
    sameFigures(
        "events",
        List.of(gold, incidents, exported("article_events")),
        "--gold",
        gold,
        "--incidents",
        incidents);
    sameFigures("toponyms", List.of(places, exported("places")), "--gold", places);
    sameFigures("merges", List.of(articles, exported("incident_articles")), "--gold", articles);
    sameFigures(
        "types",
        List.of(snippets, exported("article_events"), classes),
        "--gold",
        snippets,
        "--classes",
        classes);
    assertThat(Sitrep.done("evaluate", "toponyms", "--gold", places, "--output", whole))
        .contains("recognised P 1.000 R 1.000 F1 1.000", "accuracy@161km 1.000");
  }

  private static void sameFigures(String measure, List<Path> files, Object... options)
      throws IOException {
    Evaluation expected = ExportedTables.evaluation(measure, files);
    List<Object> words = new ArrayList<>(List.of("evaluate", measure, "--output", whole));
    words.addAll(List.of(options));
    assertThat(Sitrep.done(words.toArray()).lines()).isEqualTo(expected.lines());
    words.addAll(List.of("--format", "json"));
    JsonNode figures = new ObjectMapper().readTree(Sitrep.done(words.toArray()));
    assertThat(figures.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(expected.figures().keySet());
    expected
        .figures()
        .forEach(
            (name, value) -> {
              JsonNode figure = figures.get(name);
              assertThat(figure.isNull() ? Double.NaN : figure.doubleValue())
                  .as(name)
                  .isEqualTo(Double.valueOf(value.doubleValue()));
            });
  }

  private static Path exported(String table) {
    Path file = folder.resolve("evaluated-" + table + ".csv");
    if (!Files.exists(file)) {
      Sitrep.done("export", table, "--output", whole, "--to", file);
    }
    return file;
  }

  /** A file whose columns have other names. */
  private static Path relabelled(Path file, Map<String, String> names) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.set(
        0,
        Arrays.stream(lines.get(0).split(","))
            .map(name -> names.getOrDefault(name, name))
            .collect(Collectors.joining(",")));
    return Files.write(folder.resolve(String.join("-", names.values()) + ".csv"), lines);
  }
}
