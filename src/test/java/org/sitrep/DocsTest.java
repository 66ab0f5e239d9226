package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;

/**
 * The generated pages of docs/ are up to date; {@code mvn test -Dtest=DocsTest -Dsitrep.docs=write}
 * renews them.
 */
class DocsTest {

  @Test
  void tables() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Tables

            Generated from `src/main/resources/org/sitrep/tables/*.ddl`; `mvn test -Dtest=DocsTest -Dsitrep.docs=write` renews it.
            Read a table in one line: DuckDB `SELECT * FROM 'sitrep-out/latest/region_weeks/*.parquet'`, Spark `spark.read.parquet("sitrep-out/latest/region_weeks")`.
            Unknown is null, zero is zero. Spans count UTF-16 code units of `articles.text`, end exclusive.
            """);
    Tables.stored().forEach(table -> page.append(section(table)));
    page.append(
        "\n# Flat views\n\nNot stored: `sitrep show NAME` prints them, `sitrep export NAME` writes them.\n");
    Tables.views().forEach(table -> page.append(section(table)));
    check("docs/tables.md", page.toString());
  }

  @Test
  void settings() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # Settings

            What to run is a flag of the command line; how the steps work is a key in `jobs/*.conf` (or `--conf` of spark-submit). An unknown `spark.sitrep.` key is an error.
            Generated; `mvn test -Dtest=DocsTest -Dsitrep.docs=write` renews it.

            | key | default | meaning |
            |---|---|---|
            """);
    Settings.declared()
        .forEach(row -> page.append("| `%s` | %s | %s |%n".formatted(row[0], row[1], row[2])));
    check("docs/settings.md", page.toString());
  }

  private static String section(Table table) {
    StringBuilder text =
        new StringBuilder(
            "\n## %s\n\n%s\n\n| column | type | meaning |\n|---|---|---|\n"
                .formatted(table.name(), table.meaning()));
    for (StructField field : Codec.schema(table).fields()) {
      text.append(
          "| `%s` | %s | %s |%n"
              .formatted(
                  field.name(),
                  field.dataType().catalogString().replaceAll("<.*", "").equals("array")
                          || field.dataType().catalogString().startsWith("struct")
                      ? shape(field.dataType().catalogString())
                      : field.dataType().catalogString(),
                  field.getComment().getOrElse(() -> "")));
    }
    return text.toString();
  }

  private static String shape(String type) {
    return "`" + type + "`";
  }

  private static void check(String file, String expected) throws IOException {
    Path path = Path.of(file);
    if ("write".equals(System.getProperty("sitrep.docs"))) {
      Files.writeString(path, expected, StandardCharsets.UTF_8);
    }
    assertThat(path).as(file + " is stale; renew it with -Dsitrep.docs=write").hasContent(expected);
  }

  @Test
  void everyColumnSaysWhatItIs() {
    List<Table> all = new java.util.ArrayList<>(Tables.stored());
    all.addAll(Tables.views());
    for (Table table : all) {
      for (StructField field : Codec.schema(table).fields()) {
        assertThat(field.getComment().isDefined()).as(table.name() + "." + field.name()).isTrue();
      }
    }
  }
}
