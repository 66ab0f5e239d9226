package org.sitrep.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.sitrep.tables.GivenTable;

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
  private static final int MOST_MEGABYTES = 16;
  private static final GivenTable.Columns COLUMNS =
      new GivenTable.Columns(List.of(REGION_CODE, PCODE), List.of(NAME));
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
    return of(path, GivenTable.bytes("the crosswalk", path, configuration, MOST_MEGABYTES));
  }

  /**
   * The crosswalk that a file holds.
   *
   * @param file what messages call it
   */
  static Crosswalk of(String file, byte[] bytes) {
    TreeMap<String, String> codes = new TreeMap<>();
    TreeMap<String, String> names = new TreeMap<>();
    Map<String, Integer> lines = new HashMap<>();
    GivenTable table =
        GivenTable.of(file, GivenTable.text(file, bytes), CSVFormat.RFC4180, COLUMNS);
    for (GivenTable.Row row : table.rows()) {
      if (row.first().strip().startsWith("#")) {
        continue;
      }
      if (row.misfit() != null) {
        throw row.wrong(row.misfit());
      }
      String region = filled(row, REGION_CODE);
      Integer before = lines.putIfAbsent(region, row.line());
      if (before != null) {
        throw row.wrong("region_code " + region + " stands already in line " + before);
      }
      codes.put(region, filled(row, PCODE));
      if (table.has(NAME)) {
        names.put(region, row.cell(NAME));
      }
    }
    if (codes.isEmpty()) {
      throw new IllegalArgumentException(
          file + ": no regions; give a header region_code,pcode and a line per region");
    }
    return new Crosswalk(codes, names);
  }

  private static String filled(GivenTable.Row row, String column) {
    String cell = row.cell(column);
    if (cell == null) {
      throw row.wrong("column " + column + " is empty");
    }
    return cell;
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
