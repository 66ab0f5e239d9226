package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.sitrep.SharedSpark;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Table;

/** Rows of a table, each told by column and value in turn; all other cells are null. */
public final class TableRows {

  private TableRows() {}

  /** The cells of a row. */
  public static Object[] row(Object... pairs) {
    return pairs;
  }

  /** The rows. */
  public static Dataset<Row> of(Table table, Object[]... given) {
    StructType schema = Codec.schema(table);
    List<Row> rows = new ArrayList<>();
    for (Object[] pairs : given) {
      Map<String, Object> cells = new HashMap<>();
      for (int i = 0; i < pairs.length; i += 2) {
        cells.put((String) pairs[i], pairs[i + 1]);
      }
      assertThat(List.of(schema.fieldNames())).containsAll(cells.keySet());
      rows.add(RowFactory.create(Arrays.stream(schema.fieldNames()).map(cells::get).toArray()));
    }
    return SharedSpark.session().createDataFrame(rows, schema);
  }
}
