package org.sitrep.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * From our region codes to the P-codes by which humanitarian data sets name the same divisions
 * (OCHA, common operational datasets). Comes from the user: who coordinates a response says which
 * codes hold.
 */
public final class Crosswalk implements Serializable {

  private static final long serialVersionUID = 1L;

  static final String REGION_CODE = "region_code";
  static final String PCODE = "pcode";
  static final String PCODE_NAME = "pcode_name";

  private static final String NAME = "name";
  private static final int MOST_BYTES = 16 << 20;
  private static final Crosswalk NONE = new Crosswalk(new TreeMap<>(), new TreeMap<>());

  private final TreeMap<String, String> codes;
  private final TreeMap<String, String> names;

  private Crosswalk(TreeMap<String, String> codes, TreeMap<String, String> names) {
    this.codes = codes;
    this.names = names;
  }

  /** No crosswalk: no P-codes and no HXL tags. */
  public static Crosswalk none() {
    return NONE;
  }

  /**
   * Reads a crosswalk: comma-separated values (RFC 4180) in UTF-8 with the columns {@code
   * region_code}, {@code pcode} and, if wanted, {@code name}, in any order. Empty lines and a line
   * of HXL tags are skipped.
   *
   * @param path on any file system that Hadoop reaches
   * @throws IllegalArgumentException where it cannot be used; the message names file and line
   */
  public static Crosswalk read(String path, Configuration configuration) {
    byte[] bytes;
    try {
      Path file = new Path(path);
      try (InputStream stream = file.getFileSystem(configuration).open(file)) {
        bytes = stream.readNBytes(MOST_BYTES + 1);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot read the crosswalk " + path + ": " + e.getMessage(), e);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "the crosswalk " + path + " is longer than " + (MOST_BYTES >> 20) + " MB");
    }
    return of(path, bytes);
  }

  /**
   * The crosswalk that a file holds.
   *
   * @param file what messages call it
   */
  static Crosswalk of(String file, byte[] bytes) {
    TreeMap<String, String> codes = new TreeMap<>();
    TreeMap<String, String> names = new TreeMap<>();
    Map<String, Long> lines = new HashMap<>();
    Map<String, Integer> columns = null;
    try (CSVParser parser =
        CSVParser.parse(new StringReader(text(file, bytes)), CSVFormat.RFC4180)) {
      long line = 1;
      for (CSVRecord record : parser) {
        String where = file + ", line " + line + ": ";
        long next = parser.getCurrentLineNumber() + 1;
        if (record.size() == 1 && record.get(0).isBlank()) {
          line = next;
          continue;
        }
        if (columns == null) {
          columns = columns(where, record);
        } else if (!record.get(0).strip().startsWith("#")) {
          if (record.size() != columns.size()) {
            throw new IllegalArgumentException(
                where + record.size() + " cells, the header has " + columns.size());
          }
          String region = cell(where, record, columns, REGION_CODE);
          String pcode = cell(where, record, columns, PCODE);
          Long before = lines.putIfAbsent(region, line);
          if (before != null) {
            throw new IllegalArgumentException(
                where + "region_code " + region + " stands already in line " + before);
          }
          codes.put(region, pcode);
          if (columns.containsKey(NAME)) {
            String name = record.get(columns.get(NAME)).strip();
            names.put(region, name.isEmpty() ? null : name);
          }
        }
        line = next;
      }
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(file + ": not CSV: " + e.getMessage(), e);
    }
    if (codes.isEmpty()) {
      throw new IllegalArgumentException(
          file + ": no regions; give a header region_code,pcode and a line per region");
    }
    return new Crosswalk(codes, names);
  }

  private static Map<String, Integer> columns(String where, CSVRecord header) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      String column = header.get(i).strip();
      if (!List.of(REGION_CODE, PCODE, NAME).contains(column)) {
        throw new IllegalArgumentException(
            where
                + "unknown column \""
                + column
                + "\"; the columns are region_code, pcode and, if wanted, name");
      }
      if (columns.put(column, i) != null) {
        throw new IllegalArgumentException(where + "two columns are called " + column);
      }
    }
    for (String required : List.of(REGION_CODE, PCODE)) {
      if (!columns.containsKey(required)) {
        throw new IllegalArgumentException(where + "no column " + required);
      }
    }
    return columns;
  }

  private static String cell(
      String where, CSVRecord record, Map<String, Integer> columns, String column) {
    String cell = record.get(columns.get(column)).strip();
    if (cell.isEmpty()) {
      throw new IllegalArgumentException(where + "column " + column + " is empty");
    }
    return cell;
  }

  private static String text(String file, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      long line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new IllegalArgumentException(
          file + ", line " + line + ": not in UTF-8; save it as CSV in UTF-8");
    }
    String text = out.flip().toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Whether there is one, so that CSV files get a row of HXL tags. */
  public boolean present() {
    return !codes.isEmpty();
  }

  /** The P-code of a region; null where the crosswalk lacks it. */
  String pcode(String region) {
    return region == null ? null : codes.get(region);
  }

  /**
   * The rows with the column {@code pcode}, and {@code pcode_name} where the crosswalk has names,
   * right of their {@code region_code}.
   *
   * @throws IllegalArgumentException where the rows have no column {@code region_code}
   */
  public Dataset<Row> applied(Dataset<Row> rows) {
    if (!present()) {
      return rows;
    }
    List<String> given = List.of(rows.columns());
    if (!given.contains(REGION_CODE)) {
      throw new IllegalArgumentException(
          "a crosswalk needs the column region_code; the columns are " + String.join(", ", given));
    }
    List<Column> columns = new ArrayList<>();
    for (String name : given) {
      columns.add(col("`" + name + "`"));
      if (name.equals(REGION_CODE)) {
        columns.add(looked(codes).as(PCODE));
        if (!names.isEmpty()) {
          columns.add(looked(names).as(PCODE_NAME));
        }
      }
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  private static Column looked(TreeMap<String, String> table) {
    UDF1<String, String> look = region -> region == null ? null : table.get(region);
    return udf(look, DataTypes.StringType).apply(col(REGION_CODE));
  }
}
