package org.sitrep;

import static org.apache.spark.sql.functions.col;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.sitrep.evaluate.ArticleFacts;
import org.sitrep.evaluate.ArticleLabel;
import org.sitrep.evaluate.Articles;
import org.sitrep.evaluate.Clusters;
import org.sitrep.evaluate.Evaluation;
import org.sitrep.evaluate.Events;
import org.sitrep.evaluate.GoldException;
import org.sitrep.evaluate.GoldFile;
import org.sitrep.evaluate.IncidentLabel;
import org.sitrep.evaluate.Membership;
import org.sitrep.evaluate.Merges;
import org.sitrep.evaluate.PlaceMention;
import org.sitrep.evaluate.RegionWeek;
import org.sitrep.evaluate.Toponyms;
import org.sitrep.evaluate.Types;
import org.sitrep.evaluate.Weekly;
import org.sitrep.tables.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges an output by labels of one's own. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Compares the tables with gold labels and prints the figures.",
    footer = {
      "",
      "Measures, and the columns of the gold ([optional]):",
      "  clusters  which articles tell one event:",
      "            article_id, incident, [scored]",
      "  weekly    incidents, killed and injured per region and ISO week:",
      "            date, region_code, killed, injured",
      "  articles  region, days and killed per article:",
      "            article_id, date, region_code, [date_ok], [civilians],",
      "            [noncivilians]",
      "  events    region, day, week, killed and injured per article:",
      "            article_id, incident, [scored]; --incidents: incident,",
      "            date, region_code, killed, injured",
      "  toponyms  place names found and put on the right spot:",
      "            article_id, start, end, latitude, longitude, [geonameid],",
      "            [admin1], [name], [fclass]",
      "  merges    articles merged though their labels disagree: as articles",
      "  types     event classes:",
      "            id, label; --classes: event_type, sub_event_type, label",
      "",
      "Gold files are CSV in UTF-8 with a header, days YYYY-MM-DD, regions ISO",
      "3166-2. docs/evaluate.md tells what each figure means.",
      "",
      "Example:",
      "  sitrep evaluate clusters --gold labels.csv --output sitrep-out",
      "  sitrep evaluate events --gold labels.csv --incidents incidents.csv \\",
      "      --format json --output sitrep-out"
    })
final class EvaluateCommand implements Callable<Integer> {

  /** What can be measured. */
  enum Measure {
    clusters,
    weekly,
    articles,
    events,
    toponyms,
    merges,
    types
  }

  /** For whom the figures are printed. */
  enum Format {
    /** Lines for people, rounded. */
    text,
    /** One JSON object from figure names to values. */
    json
  }

  private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "MEASURE", description = "One of ${COMPLETION-CANDIDATES}.")
  private Measure measure;

  @Option(
      names = "--gold",
      paramLabel = "FILE",
      required = true,
      description = "The labels: a local file, or a URI such as s3a://bucket/my.csv.")
  private String gold;

  @Option(
      names = "--incidents",
      paramLabel = "FILE",
      description = "For events: what really happened, a line per incident.")
  private String incidents;

  @Option(
      names = "--classes",
      paramLabel = "FILE",
      description =
          "For types: how event types are called in the gold; an empty sub_event_type stands for any other.")
  private String classes;

  @Option(
      names = "--same-region",
      paramLabel = "CODE=CODE",
      split = ",",
      defaultValue = "SY-RD=SY-DI",
      description = {
        "For articles and merges: a region that counts as another, where labels do not part the two",
        "(default: ${DEFAULT-VALUE}, Damascus and its countryside; none keeps all apart)."
      })
  private List<String> sameRegions;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Format format;

  @Mixin private OutputOption output;

  @Override
  public Integer call() throws JsonProcessingException {
    refuse("--incidents", incidents, Measure.events);
    refuse("--classes", classes, Measure.types);
    Evaluation evaluation;
    try {
      evaluation = evaluation();
    } catch (GoldException e) {
      throw new UsageException(e.getMessage());
    }
    var out = spec.commandLine().getOut();
    if (format == Format.json) {
      out.println(json(evaluation.figures()));
    } else {
      evaluation.lines().forEach(out::println);
    }
    out.flush();
    return Main.DONE;
  }

  private void refuse(String option, String file, Measure only) {
    if (measure == only && file == null) {
      throw new UsageException("evaluate " + only + " needs " + option + " FILE");
    }
    if (measure != only && file != null) {
      throw new UsageException(option + " belongs to evaluate " + only + ", not to " + measure);
    }
  }

  private Evaluation evaluation() {
    return switch (measure) {
      case clusters -> {
        List<Clusters.Label> labels = Clusters.Label.read(file(gold));
        yield Clusters.of(labels, memberships(labels.stream().map(label -> label.articleId())));
      }
      case weekly -> {
        List<IncidentLabel> labels = IncidentLabel.read(file(gold));
        long without = labels.stream().filter(label -> !Weekly.inACell(label)).count();
        if (without == labels.size()) {
          throw new UsageException(gold + ": no incident has a region_code and a date");
        }
        if (without > 0) {
          note(without + " incidents of " + gold + " without region_code or date are left out");
        }
        yield Weekly.of(labels, regionWeeks(labels));
      }
      case articles -> {
        Map<String, String> same = sameRegions();
        List<ArticleLabel> labels = ArticleLabel.read(file(gold));
        yield Articles.of(labels, facts(labels.stream().map(label -> label.articleId())), same);
      }
      case events -> {
        List<Clusters.Label> labels = Events.labels(file(gold));
        List<IncidentLabel> truth = Events.incidents(file(incidents));
        List<Clusters.Label> described = Events.described(labels, truth);
        if (described.isEmpty()) {
          throw new UsageException(
              gold + ": no scored article has an incident that stands in " + incidents);
        }
        yield Events.of(
            described, truth, facts(described.stream().map(label -> label.articleId())));
      }
      case toponyms -> {
        List<Toponyms.Label> labels = Toponyms.Label.read(file(gold));
        yield Toponyms.of(labels, places(labels.stream().map(label -> label.articleId())));
      }
      case merges -> {
        Map<String, String> same = sameRegions();
        List<ArticleLabel> labels = ArticleLabel.read(file(gold));
        yield Merges.of(labels, memberships(labels.stream().map(label -> label.articleId())), same);
      }
      case types -> {
        List<Types.Label> labels = Types.Label.read(file(gold));
        List<Types.Naming> namings = Types.Naming.read(file(classes));
        yield Types.of(labels, facts(labels.stream().map(label -> label.id())), namings);
      }
    };
  }

  private Map<String, String> sameRegions() {
    Map<String, String> same = new LinkedHashMap<>();
    if (sameRegions.equals(List.of("none"))) {
      return same;
    }
    for (String pair : sameRegions) {
      String[] codes = pair.split("=", -1);
      if (codes.length != 2 || codes[0].isBlank() || codes[1].isBlank()) {
        throw new UsageException(
            "--same-region must be CODE=CODE, for example SY-RD=SY-DI, or none; not " + pair);
      }
      same.put(codes[0].strip(), codes[1].strip());
    }
    return same;
  }

  static GoldFile file(String file) {
    try {
      return GoldFile.read(file, open(file));
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw new UsageException(file + ": there is no such file");
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static InputStream open(String file) throws IOException {
    if (!URI.matcher(file).matches()) {
      return Files.newInputStream(Path.of(file));
    }
    var path = new org.apache.hadoop.fs.Path(file);
    return path.getFileSystem(Main.session("evaluate").sparkContext().hadoopConfiguration())
        .open(path);
  }

  private List<Membership> memberships(Stream<String> articles) {
    return of(
        "incident_articles",
        articles,
        List.of("article_id", "incident_id", "similarity", "is_primary"),
        row ->
            new Membership(
                row.getString(0),
                row.getString(1),
                decimal(row, 2),
                !row.isNullAt(3) && row.getBoolean(3)));
  }

  private List<ArticleFacts> facts(Stream<String> articles) {
    return of(
        "article_events",
        articles,
        List.of(
            "article_id",
            "published_date",
            "event_date",
            "region_code",
            "event_type",
            "sub_event_type",
            "killed_best",
            "injured_best"),
        row ->
            new ArticleFacts(
                row.getString(0),
                day(row, 1),
                day(row, 2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                count(row, 6),
                count(row, 7)));
  }

  private List<PlaceMention> places(Stream<String> articles) {
    return of(
        "places",
        articles,
        List.of(
            "article_id",
            "start",
            "end",
            "name",
            "geoname_id",
            "latitude",
            "longitude",
            "region_name"),
        row ->
            new PlaceMention(
                row.getString(0),
                count(row, 1),
                count(row, 2),
                row.getString(3),
                count(row, 4),
                decimal(row, 5),
                decimal(row, 6),
                row.getString(7)));
  }

  private List<RegionWeek> regionWeeks(List<IncidentLabel> labels) {
    Store store = Store.at(Main.session("evaluate"), output.folder);
    Column labelled =
        Weekly.countries(labels).stream()
            .sorted()
            .map(country -> col("region_code").startsWith(country))
            .reduce(functions.lit(false), Column::or);
    return records(
        Library.rows(store, "region_weeks").where(labelled),
        List.of("region_code", "iso_week_id", "incidents", "killed_best", "injured_best"),
        row ->
            new RegionWeek(
                row.getString(0), row.getString(1), count(row, 2), count(row, 3), count(row, 4)));
  }

  /** The rows of the labelled articles, which alone come to the driver. */
  private <R> List<R> of(
      String table, Stream<String> articles, List<String> columns, Function<Row, R> record) {
    SparkSession spark = Main.session("evaluate");
    Store store = Store.at(spark, output.folder);
    List<String> ids = articles.distinct().sorted().toList();
    List<R> rows =
        records(
            Library.rowsOf(store, table, spark.createDataset(ids, Encoders.STRING())),
            columns,
            record);
    if (rows.isEmpty()) {
      note("none of the articles of " + gold + " has a row in " + table + " of " + output.folder);
    }
    return rows;
  }

  private static <R> List<R> records(
      Dataset<Row> rows, List<String> columns, Function<Row, R> record) {
    List<R> records = new ArrayList<>();
    rows.select(columns.stream().map(name -> col(name)).toArray(Column[]::new))
        .toLocalIterator()
        .forEachRemaining(row -> records.add(record.apply(row)));
    return records;
  }

  private static LocalDate day(Row row, int column) {
    return row.isNullAt(column) ? null : ((Date) row.get(column)).toLocalDate();
  }

  private static Long count(Row row, int column) {
    return row.isNullAt(column) ? null : ((Number) row.get(column)).longValue();
  }

  private static Double decimal(Row row, int column) {
    return row.isNullAt(column) ? null : ((Number) row.get(column)).doubleValue();
  }

  private void note(String note) {
    spec.commandLine().getErr().println("note: " + note);
  }

  private static String json(Map<String, Number> figures) throws JsonProcessingException {
    Map<String, Number> values = new LinkedHashMap<>();
    figures.forEach(
        (name, value) ->
            values.put(
                name, value instanceof Double number && !Double.isFinite(number) ? null : value));
    return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(values);
  }
}
