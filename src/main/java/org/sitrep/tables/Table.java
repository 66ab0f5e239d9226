package org.sitrep.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * A table or flat view of the contract, declared once beside this class as {@code <name>.ddl}: a
 * line a column, with its type and its meaning.
 *
 * @param name its name in paths, on the command line and in notebooks
 * @param growth how it grows from run to run
 * @param meaning what a row is
 * @param ddl the columns as Spark SQL declares them, comments included
 */
public record Table(String name, Growth growth, String meaning, String ddl) {

  /** How a table grows from run to run. */
  public enum Growth {
    /** Each run adds an immutable batch of files. */
    BATCHES,
    /** Each run writes it whole. */
    WHOLE,
    /** Made by the first run, then kept until a rebuild. */
    FROZEN,
    /** Given by people and kept until they give another, even where a run starts over. */
    GIVEN,
    /** Not stored: derived from tables when asked for. */
    VIEW
  }

  static Table declared(String name, Growth growth) {
    try (InputStream stream = Table.class.getResourceAsStream(name + ".ddl")) {
      if (stream == null) {
        throw new IllegalStateException("no declaration " + name + ".ddl");
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      String meaning =
          text.lines()
              .filter(line -> line.startsWith("#"))
              .map(line -> line.substring(1).strip())
              .collect(Collectors.joining(" "));
      String ddl =
          text.lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .collect(Collectors.joining("\n"));
      return new Table(name, growth, meaning, ddl);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
