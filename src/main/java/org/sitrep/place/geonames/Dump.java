package org.sitrep.place.geonames;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.text.Resources;

/**
 * A folder with files of GeoNames' dump: the main table as {@code allCountries.txt} or by country
 * ({@code SY.txt}), and, where they are there, the alternate names and the names of divisions.
 * Reading streams; a line that is not as GeoNames writes it ends it with a {@link DumpException}.
 *
 * <p>The columns are those of the dump's readme (download.geonames.org/export/dump/readme.txt).
 */
public final class Dump {

  private static final int PLACE_COLUMNS = 19;
  private static final int DIVISION_COLUMNS = 4;

  /** Countries that are no more but stand in the dump. */
  private static final Set<String> FORMER_COUNTRIES = Set.of("AN", "CS", "YU");

  /** What stands in the language column and is no language: links, codes, historical spellings. */
  private static final Set<String> NO_LANGUAGES =
      Set.copyOf(Resources.lines(Dump.class, "no-languages.txt"));

  /** Takes rows; may do input and output. */
  public interface Taker<T> {
    /** Takes one row. */
    void take(T row) throws IOException;
  }

  private final Path folder;
  private final List<Path> tables;
  private final Path alternateNames;
  private final Set<String> countries;
  private long read;
  private long skipped;

  private Dump(Path folder, List<Path> tables, Path alternateNames, Set<String> countries) {
    this.folder = folder;
    this.tables = tables;
    this.alternateNames = alternateNames;
    this.countries = countries;
  }

  /**
   * Looks into a folder.
   *
   * @param countries the ISO codes that a row may bear
   * @throws DumpException if the folder or the main table is not there
   */
  public static Dump in(Path folder, Set<String> countries) throws IOException {
    if (!Files.exists(folder)) {
      throw DumpException.of(folder, "is not there");
    }
    if (!Files.isDirectory(folder)) {
      throw DumpException.of(folder, "is a file; name the folder that holds GeoNames' files");
    }
    List<Path> tables = new ArrayList<>();
    List<Path> archives;
    Path all = folder.resolve("allCountries.txt");
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sorted = files.sorted().toList();
      archives = sorted.stream().filter(file -> name(file).endsWith(".zip")).toList();
      if (Files.exists(all)) {
        tables.add(all);
      } else {
        sorted.stream().filter(file -> name(file).matches("[A-Z]{2}\\.txt")).forEach(tables::add);
      }
    }
    if (tables.isEmpty()) {
      throw DumpException.of(
          folder,
          "holds neither allCountries.txt nor the file of a country such as SY.txt"
              + (archives.isEmpty()
                  ? "; fetch one from GeoNames' export/dump"
                  : "; unpack " + archives.get(0).getFileName()));
    }
    Path second = folder.resolve("alternateNamesV2.txt");
    Path first = folder.resolve("alternateNames.txt");
    return new Dump(
        folder,
        List.copyOf(tables),
        Files.exists(second) ? second : Files.exists(first) ? first : null,
        Set.copyOf(countries));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  /** The files that are read, in a fixed order. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>(tables);
    if (alternateNames != null) {
      files.add(alternateNames);
    }
    for (String name : List.of("admin1CodesASCII.txt", "admin2Codes.txt")) {
      if (Files.exists(folder.resolve(name))) {
        files.add(folder.resolve(name));
      }
    }
    return files;
  }

  /** Whether the table of alternate names is there. */
  public boolean hasAlternateNames() {
    return alternateNames != null;
  }

  /** Rows of the main table that were read. */
  public long rows() {
    return read;
  }

  /** Rows of the main table that are no place of news. */
  public long skipped() {
    return skipped;
  }

  // --- the main table ---------------------------------------------------------------------------

  /** Reads the main table; rows of features that news does not name are left out. */
  public void places(Taker<PlaceRow> taker) throws IOException {
    for (Path table : tables) {
      long before = read;
      try (Lines lines = Lines.of(table)) {
        int[] columns = new int[PLACE_COLUMNS + 1];
        while (lines.next()) {
          PlaceRow row = place(lines, columns);
          read++;
          if (row == null) {
            skipped++;
          } else {
            taker.take(row);
          }
        }
      }
      if (read == before) {
        throw DumpException.of(table, "is empty; expected rows of " + PLACE_COLUMNS + " columns");
      }
    }
  }

  private PlaceRow place(Lines lines, int[] columns) {
    int count = lines.columns(columns);
    if (count != PLACE_COLUMNS) {
      throw lines.error(
          "expected "
              + PLACE_COLUMNS
              + " tab-separated columns of GeoNames' main table, found "
              + count);
    }
    int id = id(lines, columns, 0, "geonameid");
    double latitude = degrees(lines, columns, 4, "latitude", 90);
    double longitude = degrees(lines, columns, 5, "longitude", 180);
    FeatureCodes.Kind kind =
        FeatureCodes.kind(lines.text(columns, 6) + "." + lines.text(columns, 7));
    String country = lines.text(columns, 8);
    if (kind == null || country.isEmpty() || FORMER_COUNTRIES.contains(country)) {
      return null;
    }
    if (!countries.contains(country)) {
      throw lines.error("column 9 (country code) is no ISO 3166-1 code: '" + country + "'");
    }
    return new PlaceRow(
        id,
        lines.text(columns, 1),
        lines.text(columns, 2),
        lines.text(columns, 3),
        latitude,
        longitude,
        kind,
        country,
        lines.text(columns, 10),
        lines.text(columns, 11),
        population(lines, columns));
  }

  private static int id(Lines lines, int[] columns, int column, String name) {
    String text = lines.text(columns, column);
    try {
      int id = Integer.parseInt(text);
      if (id > 0) {
        return id;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw lines.error(
        "column " + (column + 1) + " (" + name + ") is no positive whole number: '" + text + "'");
  }

  private static double degrees(
      Lines lines, int[] columns, int column, String name, double greatest) {
    String text = lines.text(columns, column);
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!(Math.abs(value) <= greatest)) {
      throw lines.error(
          String.format(
              Locale.ROOT,
              "column %d (%s) is no number from -%.0f to %.0f: '%s'",
              column + 1,
              name,
              greatest,
              greatest,
              text));
    }
    return value;
  }

  private static int population(Lines lines, int[] columns) {
    String text = lines.text(columns, 14);
    if (text.isEmpty()) {
      return 0;
    }
    try {
      return (int) Math.min(Integer.MAX_VALUE, Math.max(0, Long.parseLong(text)));
    } catch (NumberFormatException e) {
      throw lines.error("column 15 (population) is no whole number: '" + text + "'");
    }
  }

  // --- other names ------------------------------------------------------------------------------

  /**
   * Reads the alternate names, if they are there: not links, postal and airport codes, nor names
   * that are colloquial or historic.
   */
  public void names(Taker<NameRow> taker) throws IOException {
    if (alternateNames == null) {
      return;
    }
    try (Lines lines = Lines.of(alternateNames)) {
      int[] columns = new int[11];
      while (lines.next()) {
        int count = lines.columns(columns);
        if (count != 8 && count != 10) {
          throw lines.error(
              "expected the 10 tab-separated columns of alternateNamesV2.txt or the 8 of"
                  + " alternateNames.txt, found "
                  + count);
        }
        int id = id(lines, columns, 1, "geonameid");
        String language = lines.text(columns, 2);
        if (!NO_LANGUAGES.contains(language)
            && !lines.is(columns, 6, "1")
            && !lines.is(columns, 7, "1")) {
          taker.take(new NameRow(id, language, lines.text(columns, 3)));
        }
      }
    }
  }

  // --- divisions --------------------------------------------------------------------------------

  /** The first-level divisions of {@code admin1CodesASCII.txt}; none if it is not there. */
  public List<DivisionRow> divisions() throws IOException {
    return divisions("admin1CodesASCII.txt", "[A-Z]{2}\\.[^.\\s]+", "CC.NN");
  }

  /** The second-level divisions of {@code admin2Codes.txt}; none if it is not there. */
  public List<DivisionRow> secondDivisions() throws IOException {
    return divisions("admin2Codes.txt", "[A-Z]{2}\\.[^.\\s]*\\.\\S+.*", "CC.NN.MM");
  }

  private List<DivisionRow> divisions(String file, String form, String formInWords)
      throws IOException {
    List<DivisionRow> rows = new ArrayList<>();
    Path path = folder.resolve(file);
    if (!Files.exists(path)) {
      return rows;
    }
    try (Lines lines = Lines.of(path)) {
      int[] columns = new int[DIVISION_COLUMNS + 1];
      while (lines.next()) {
        int count = lines.columns(columns);
        if (count != DIVISION_COLUMNS) {
          throw lines.error(
              "expected 4 tab-separated columns (code, name, ascii name, geonameid), found "
                  + count);
        }
        String code = lines.text(columns, 0);
        if (!code.matches(form)) {
          throw lines.error(
              "column 1 (code) is not of the form " + formInWords + ": '" + code + "'");
        }
        rows.add(new DivisionRow(code, lines.text(columns, 1), id(lines, columns, 3, "geonameid")));
      }
    }
    return rows;
  }
}
