package org.sitrep.text;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Tables of cases: a resource's rows as arguments of a parameterized test. */
public final class Cases {

  private Cases() {}

  /**
   * The rows of a table beside a test.
   *
   * @param columns how many columns a test takes; missing ones are empty
   */
  public static Stream<Arguments> of(Class<?> test, String name, int columns) {
    return Resources.rows(test, name).stream()
        .map(
            row -> {
              Object[] cells = new Object[columns];
              for (int i = 0; i < columns; i++) {
                cells[i] = i < row.length ? row[i] : "";
              }
              return Arguments.of(cells);
            });
  }
}
