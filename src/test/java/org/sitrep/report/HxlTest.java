package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sitrep.tables.Codec;
import org.sitrep.tables.Table;
import org.sitrep.tables.Tables;
import org.sitrep.text.Resources;

class HxlTest {

  private static final List<String[]> ROWS = Resources.rows(Hxl.class, "hxl.tsv");

  @Test
  void tagsAreThoseOfColumnsThatThereAre() {
    Set<String> columns = new HashSet<>(Set.of(Crosswalk.PCODE, Crosswalk.PCODE_NAME));
    List<Table> tables = new ArrayList<>(Tables.stored());
    tables.addAll(Tables.views());
    tables.forEach(table -> columns.addAll(List.of(Codec.schema(table).fieldNames())));
    assertThat(ROWS).allSatisfy(row -> assertThat(columns).contains(row[0]));
    assertThat(ROWS.stream().map(row -> row[0])).doesNotHaveDuplicates();
  }

  /** A hashtag and attributes: letters, digits and underscores, a letter first (HXL 1.1). */
  @Test
  void tagsAreWellFormed() {
    assertThat(ROWS).allSatisfy(row -> assertThat(row).hasSize(2));
    assertThat(ROWS)
        .allSatisfy(row -> assertThat(row[1]).matches("#[a-z][a-z0-9_]*(\\+[a-z][a-z0-9_]*)*"));
  }

  /** Two columns of one table under the same tag could not be told apart. */
  @Test
  void columnsOfATableHaveTagsOfTheirOwn() {
    for (Table table : List.of(Tables.REGION_WEEKS, Tables.INCIDENTS, Tables.REGION_WEEK_EVENTS)) {
      List<String> tags =
          Arrays.stream(Codec.schema(table).fieldNames())
              .map(Hxl::tag)
              .filter(tag -> !tag.isEmpty())
              .toList();
      assertThat(tags).as(table.name()).doesNotHaveDuplicates();
    }
  }

  @Test
  void aColumnWithoutTagHasAnEmptyCell() {
    assertThat(Hxl.row("tokens", "killed_best")).containsExactly("", "#affected+killed+best");
  }
}
