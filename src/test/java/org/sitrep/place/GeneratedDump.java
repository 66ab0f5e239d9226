package org.sitrep.place;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes a dump of any size in GeoNames' format, with invented names and points, whose features,
 * languages and lengths of names are mixed about as in the real one. The same numbers give the same
 * bytes.
 */
final class GeneratedDump {

  private static final String[] SYLLABLES =
      ("al ba ca da el fa ga ha in ja ka la ma na or pa qa ra sa ta um va wa xi ya za bor chi den"
              + " gor hil kul lan mir nov per rek sun tor ved zin ash bek dor fel gan hor jun kal"
              + " lom mur nur ost pol rum sel tan vol wes yar zor é ü š ī ḩ")
          .split(" ");

  private static final String[] WORDS = {
    "Al", "Abu", "Bayt", "Tall", "Kafr", "San", "Santa", "New", "Old", "Upper", "Novo", "Bala",
    "Khirbat", "Wadi", "Ban", "Tan", "Saint", "Villa", "Puerto", "Kampung"
  };

  /** Feature classes and codes with their share in a hundred. */
  private static final Object[][] FEATURES = {
    {"P", "PPL", 38},
    {"P", "PPLA4", 1},
    {"P", "PPLX", 2},
    {"P", "PPLL", 2},
    {"A", "ADM3", 1},
    {"A", "ADM4", 2},
    {"A", "ADM2", 1},
    {"H", "STM", 15},
    {"H", "LK", 5},
    {"S", "SCH", 6},
    {"S", "FRM", 7},
    {"S", "CH", 6},
    {"S", "AIRP", 1},
    {"T", "HLL", 6},
    {"T", "ISL", 1},
    {"T", "MT", 3},
    {"L", "LCTY", 2},
    {"L", "RGN", 1}
  };

  /** Languages with their share in a hundred; those with a star are written in another script. */
  private static final Object[][] LANGUAGES = {
    {"", 34},
    {"en", 12},
    {"link", 9},
    {"wkdt", 4},
    {"post", 4},
    {"zh*", 8},
    {"ru*", 6},
    {"ar*", 5},
    {"fa*", 4},
    {"de", 3},
    {"fr", 3},
    {"es", 3},
    {"sv", 2},
    {"ceb", 2},
    {"iata", 1}
  };

  private final SplittableRandom random = new SplittableRandom(20_240_101);
  private final List<String> codes = new ArrayList<>();

  private GeneratedDump() {
    codes.addAll(Curated.loaded().geonamesCodes());
    codes.sort(null);
  }

  /**
   * Writes {@code allCountries.txt} and {@code alternateNamesV2.txt} into a folder.
   *
   * @param rows of the main table
   * @param names rows of alternate names
   */
  static void write(Path folder, int rows, int names) throws IOException {
    GeneratedDump dump = new GeneratedDump();
    Files.createDirectories(folder);
    dump.places(folder.resolve("allCountries.txt"), rows);
    dump.names(folder.resolve("alternateNamesV2.txt"), names, rows);
  }

  /** One in ten ids is vacant, as in the dump. */
  private static int id(int row) {
    return 50_000 + row + row / 10;
  }

  private void places(Path file, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      StringBuilder line = new StringBuilder();
      for (int row = 0; row < rows; row++) {
        String[] code = codes.get(random.nextInt(codes.size())).split("\\.");
        Object[] feature = pick(FEATURES, 2);
        String name = name();
        line.setLength(0);
        line.append(id(row)).append('\t').append(name).append('\t').append(ascii(name));
        line.append('\t').append(random.nextInt(3) == 0 ? name() + "," + name() : "").append('\t');
        degrees(line, random.nextInt(-5_500_000, 7_000_000)).append('\t');
        degrees(line, random.nextInt(-18_000_000, 18_000_000)).append('\t');
        line.append(feature[0]).append('\t').append(feature[1]).append('\t').append(code[0]);
        line.append("\t\t").append(code[1]).append('\t').append(random.nextInt(1, 40));
        line.append("\t\t\t").append(population()).append("\t\t").append(random.nextInt(3_000));
        line.append("\tEtc/UTC\t2024-01-01\n");
        out.append(line);
      }
    }
  }

  private void names(Path file, int names, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      StringBuilder line = new StringBuilder();
      for (int number = 0; number < names; number++) {
        String language = (String) pick(LANGUAGES, 1)[0];
        boolean foreign = language.endsWith("*");
        String name =
            switch (language) {
              case "link" -> "https://example.org/wiki/" + ascii(name()).replace(' ', '_');
              case "wkdt" -> "Q" + random.nextInt(1, 90_000_000);
              case "post" -> String.valueOf(random.nextInt(10_000, 99_999));
              default -> foreign ? otherScript() : name();
            };
        line.setLength(0);
        line.append(number + 1).append('\t').append(id(random.nextInt(rows))).append('\t');
        line.append(foreign ? language.substring(0, 2) : language).append('\t').append(name);
        line.append(random.nextInt(20) == 0 ? "\t1" : "\t").append("\t\t");
        line.append(random.nextInt(50) == 0 ? "\t1" : "\t").append("\t\t\n");
        out.append(line);
      }
    }
  }

  private Object[] pick(Object[][] shares, int column) {
    int at = random.nextInt(100);
    for (Object[] share : shares) {
      at -= (Integer) share[column];
      if (at < 0) {
        return share;
      }
    }
    return shares[0];
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    if (random.nextInt(3) == 0) {
      name.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    int begin = name.length();
    // One name in ten is of two syllables, which many places share.
    for (int i = random.nextInt(10) == 0 ? 2 : random.nextInt(3, 6); i > 0; i--) {
      name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    name.setCharAt(begin, Character.toUpperCase(name.charAt(begin)));
    if (random.nextInt(6) == 0) {
      name.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return name.toString();
  }

  private String otherScript() {
    char first = random.nextInt(2) == 0 ? '\u0430' : '\u0628';
    StringBuilder name = new StringBuilder();
    for (int i = random.nextInt(4, 10); i > 0; i--) {
      name.append((char) (first + random.nextInt(20)));
    }
    return name.toString();
  }

  private static String ascii(String name) {
    StringBuilder ascii = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      ascii.append(c < 0x80 ? String.valueOf(c) : Names.plain(String.valueOf(c)));
    }
    return ascii.toString();
  }

  /** Most places have no population in the dump; few have a large one. */
  private int population() {
    return random.nextInt(20) > 0 ? 0 : (int) Math.pow(10, random.nextDouble(2, 6.3));
  }

  private static StringBuilder degrees(StringBuilder line, int hundredThousandths) {
    int whole = Math.abs(hundredThousandths);
    String fraction = String.format(Locale.ROOT, "%05d", whole % 100_000);
    return line.append(hundredThousandths < 0 ? "-" : "")
        .append(whole / 100_000)
        .append('.')
        .append(fraction);
  }
}
