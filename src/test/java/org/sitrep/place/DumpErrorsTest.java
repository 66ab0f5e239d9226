package org.sitrep.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.place.geonames.DumpException;

/** One line per file that is wrong. */
class DumpErrorsTest {

  @TempDir private Path folder;

  /** A row of the main table with one column replaced; the last row of three. */
  private static String table(int column, String value) {
    String[] good = {
      "9001",
      "Ariha",
      "Ariha",
      "",
      "35.81",
      "36.61",
      "P",
      "PPL",
      "SY",
      "",
      "12",
      "",
      "",
      "",
      "39501",
      "",
      "",
      "Asia/Damascus",
      "2024-01-01"
    };
    String row = String.join("\t", good);
    good[column - 1] = value;
    return row + "\n" + row + "\n" + String.join("\t", good) + "\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        " 1 | x            | column 1 (geonameid) is no positive whole number: 'x'",
        " 1 | -7           | column 1 (geonameid) is no positive whole number: '-7'",
        " 1 | 99999999999  | column 1 (geonameid) is no positive whole number: '99999999999'",
        " 5 | north        | column 5 (latitude) is no number from -90 to 90: 'north'",
        " 5 | 90.5         | column 5 (latitude) is no number from -90 to 90: '90.5'",
        " 5 | NaN          | column 5 (latitude) is no number from -90 to 90: 'NaN'",
        " 6 | -180.01      | column 6 (longitude) is no number from -180 to 180: '-180.01'",
        " 6 | ''           | column 6 (longitude) is no number from -180 to 180: ''",
        " 9 | ZZ           | column 9 (country code) is no ISO 3166-1 code: 'ZZ'",
        " 9 | Syria        | column 9 (country code) is no ISO 3166-1 code: 'Syria'",
        "15 | many         | column 15 (population) is no whole number: 'many'"
      })
  void aWrongColumnIsNamed(int column, String value, String message) throws IOException {
    Files.writeString(folder.resolve("SY.txt"), table(column, value));
    refused("SY.txt, line 3: " + message);
  }

  private void refused(String message) throws IOException {
    assertThatThrownBy(() -> Gazetteer.of(folder.toString()))
        .isInstanceOf(DumpException.class)
        .hasMessage("gazetteer " + folder + message.replaceFirst("^(?! ?:)", "/"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("nothing half done is left")
          .noneMatch(name -> name.startsWith(".sitrep-index-"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1\\tAriha\\t35.81\\t36.61 | expected 19 tab-separated columns of GeoNames' main table, found 4",
        "geonameid,name,latitude   | expected 19 tab-separated columns of GeoNames' main table, found 1",
        "1\\t2\\ten\\tAriha\\t\\t\\t\\t\\t\\t | expected 19 tab-separated columns of GeoNames' main table, found 10"
      })
  void aTableOfAnotherKindIsRefused(String line, String message) throws IOException {
    Files.writeString(folder.resolve("SY.txt"), line.replace("\\t", "\t") + "\n");
    refused("SY.txt, line 1: " + message);
  }

  @Test
  void aRowThatIsCutOffIsNamed() throws IOException {
    String table = table(1, "9001");
    Files.writeString(folder.resolve("SY.txt"), table.substring(0, table.length() - 40));
    refused("SY.txt, line 3: expected 19 tab-separated columns of GeoNames' main table, found 10");
  }

  @Test
  void aTableInLatin1IsRefused() throws IOException {
    Files.write(
        folder.resolve("SY.txt"),
        table(2, "Ma\u00e9rr\u00e9t").getBytes(StandardCharsets.ISO_8859_1));
    refused("SY.txt, line 3: column 2 is not UTF-8");
  }

  @Test
  void archivesAreToBeUnpacked() throws IOException {
    Files.write(folder.resolve("allCountries.zip"), new byte[] {'P', 'K', 3, 4});
    refused(
        ": holds neither allCountries.txt nor the file of a country such as SY.txt;"
            + " unpack allCountries.zip");
    Files.write(folder.resolve("allCountries.txt"), new byte[] {'P', 'K', 3, 4, 20, 0});
    refused("allCountries.txt: is a zip archive; unpack it and keep the .txt inside");
    Files.write(folder.resolve("allCountries.txt"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    refused("allCountries.txt: is compressed with gzip; unpack it");
  }

  @Test
  void aFolderWithoutATableIsRefused() throws IOException {
    refused(
        ": holds neither allCountries.txt nor the file of a country such as SY.txt;"
            + " fetch one from GeoNames' export/dump");
    Files.writeString(folder.resolve("SY.txt"), "");
    refused("SY.txt: is empty; expected rows of 19 columns");
  }

  @Test
  void aFileOrNothingInPlaceOfAFolderIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("SY.txt"), table(1, "1"));
    assertThatThrownBy(() -> Gazetteer.of(file.toString()))
        .hasMessage(
            "gazetteer " + file + ": is a file; name the folder that holds GeoNames' files");
    Path nothing = folder.resolve("nothing");
    assertThatThrownBy(() -> Gazetteer.of(nothing.toString()))
        .hasMessage("gazetteer " + nothing + ": is not there");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alternateNamesV2.txt | 1\\t9001\\ten | expected the 10 tab-separated columns of alternateNamesV2.txt or the 8 of alternateNames.txt, found 3",
        "alternateNames.txt   | 1\\tA\\ten\\tAriha\\t\\t\\t\\t | column 2 (geonameid) is no positive whole number: 'A'",
        "admin1CodesASCII.txt | SY.12\\tIdlib | expected 4 tab-separated columns (code, name, ascii name, geonameid), found 2",
        "admin1CodesASCII.txt | Idlib\\tIdlib\\tIdlib\\t169387 | column 1 (code) is not of the form CC.NN: 'Idlib'",
        "admin2Codes.txt      | SY.12\\tIdlib\\tIdlib\\t169387 | column 1 (code) is not of the form CC.NN.MM: 'SY.12'",
        "admin2Codes.txt      | SY.12.01\\tIdlib\\tIdlib\\tnone | column 4 (geonameid) is no positive whole number: 'none'"
      })
  void aWrongLineOfAnotherFileIsNamed(String file, String line, String message) throws IOException {
    Files.writeString(folder.resolve("SY.txt"), table(1, "9002"));
    Files.writeString(folder.resolve(file), line.replace("\\t", "\t") + "\n");
    refused(file + ", line 1: " + message);
  }

  @Test
  void windowsLineEndsABomAndBlankLinesDoNoHarm() throws IOException {
    Files.writeString(
        folder.resolve("SY.txt"), "\ufeff" + table(1, "9002").replace("\n", "\r\n\r\n"));
    assertThat(Gazetteer.of(folder.toString()).lookup("Ariha"))
        .extracting(Place::geonameId)
        .contains(9002L);
  }
}
