package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Assumptions;
import org.sitrep.tables.Store;
import org.sitrep.tables.Table;

/** Drives the command line as a user would, in the test JVM's session. */
final class Sitrep {

  /**
   * What a command said.
   *
   * @param code exit code
   * @param out standard output
   * @param err standard error
   */
  record Said(int code, String out, String err) {}

  private Sitrep() {}

  static Said say(Object... arguments) {
    SharedSpark.session();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new Said(code, out.toString(), err.toString());
  }

  /** Runs a command that must succeed. */
  static String done(Object... arguments) {
    Said said = say(arguments);
    assertThat(said.code()).as(said.err()).isZero();
    return said.out();
  }

  static Dataset<Row> table(Path output, Table table) {
    return Store.at(SharedSpark.session(), output.toString()).read(table);
  }

  /** A folder of the development data; the test is skipped, with a message, where it is absent. */
  static Path shared(String name) {
    Path path = Path.of("../shared", name);
    Assumptions.assumeTrue(Files.exists(path), "skipped: needs the development data at " + path);
    return path;
  }
}
