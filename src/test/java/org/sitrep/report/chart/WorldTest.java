package org.sitrep.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The embedded map, and that none of its lines runs across the page. */
class WorldTest {

  private static final Pattern STEP = Pattern.compile("-?\\d+");

  @Test
  void holdsTheWorld() {
    World world = World.world();
    assertThat(world.land()).hasSizeGreaterThan(1000);
    assertThat(world.borders()).hasSizeGreaterThan(300);
    assertThat(world.names())
        .extracting(World.Country::name)
        .contains("Syria", "Côte d'Ivoire", "DR Congo", "South Sudan", "Palestine", "Fiji")
        .doesNotHaveDuplicates()
        .doesNotContain("");
  }

  @ParameterizedTest
  @CsvSource({
    "Damascus, 33.5, 36.3, true",
    "middle of the Caspian Sea, 42, 50.5, false",
    "west of 180 degrees in Chukotka, 67, 178, true",
    "east of 180 degrees in Chukotka, 66.5, -176, true",
    "between the parts of Chukotka, 67, 180, true",
    "the Pacific on the latitude of Chukotka's gulf, 63, -178, false",
    "Viti Levu, -17.8, 178, true",
    "south pole, -89, 10, true",
    "Atlantic, 20, -40, false",
    "Pacific at the antimeridian, 0, 180, false",
  })
  void landIsWhereItIs(String place, double latitude, double longitude, boolean land) {
    assertThat(inside(longitude, latitude)).as(place).isEqualTo(land);
  }

  private static boolean inside(double x, double y) {
    boolean odd = false;
    // the pieces overlap a little at 180 degrees: each counts for itself
    for (double[] ring : World.world().land()) {
      for (int i = 0; i < ring.length; i += 2) {
        int j = (i + ring.length - 2) % ring.length;
        if (ring[i + 1] > y != ring[j + 1] > y
            && x
                < ring[i] + (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) * (ring[j] - ring[i])) {
          odd = !odd;
        }
      }
      if (odd && ring[0] >= -181 && Math.abs(x) >= 180) {
        return true;
      }
    }
    return odd;
  }

  @Test
  void noLineOfTheResourceRunsAcross() {
    for (double[] line : World.world().land()) {
      for (int i = 0; i < line.length; i += 2) {
        int j = (i + line.length - 2) % line.length;
        assertThat(Math.abs(line[i] - line[j])).isLessThan(12);
        assertThat(Math.abs(line[i])).isLessThan(180.1);
      }
    }
    for (double[] line : World.world().borders()) {
      for (int i = 2; i < line.length; i += 2) {
        assertThat(Math.abs(line[i] - line[i - 2])).isLessThan(25);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "the world, 40, -100, -30, 150",
    "Pacific, -17.8, 178, -33, -71",
    "Bering Strait, 66, 178, 64, -165",
    "Fiji and Samoa, -17.8, 178, -13.8, -172",
    "both poles, 90, 0, -90, 0",
    "Antarctica, -75, 170, -75, -170",
  })
  void noDrawnLineIsLongerThanHalfTheMap(
      String what, double latitude, double longitude, double otherLatitude, double otherLongitude) {
    Extent extent =
        Extent.around(List.of(at(latitude, longitude), at(otherLatitude, otherLongitude)));
    double half = Extent.PAGE_WIDTH * Outline.FINENESS / 2;
    assertThat(longest(Outline.rings(extent, World.world().land()))).as(what).isLessThan(half);
    assertThat(longest(Outline.lines(extent, World.world().borders()))).as(what).isLessThan(half);
  }

  private static Bubble at(double latitude, double longitude) {
    return new Bubble(latitude, longitude, 1L, 1L, 1L, "battles", "", null);
  }

  /** Length of the longest line that is seen, that is, does not lie on the frame outside. */
  private static double longest(String path) {
    double longest = 0;
    for (String piece : path.split("M")) {
      Matcher steps = STEP.matcher(piece);
      long x = 0;
      long y = 0;
      boolean begun = false;
      while (steps.find()) {
        long dx = Long.parseLong(steps.group());
        assertThat(steps.find()).isTrue();
        long dy = Long.parseLong(steps.group());
        boolean seen = within(y, Extent.PAGE_HEIGHT) || within(y + dy, Extent.PAGE_HEIGHT);
        if (begun && seen) {
          longest = Math.max(longest, Math.abs(dx));
        }
        x += dx;
        y += dy;
        begun = true;
        assertThat(x / (double) Outline.FINENESS)
            .isBetween(-Outline.MARGIN - 1, Extent.PAGE_WIDTH + Outline.MARGIN + 1);
        assertThat(y / (double) Outline.FINENESS)
            .isBetween(-Outline.MARGIN - 1, Extent.PAGE_HEIGHT + Outline.MARGIN + 1);
      }
    }
    return longest;
  }

  private static boolean within(long value, double end) {
    return value > 0 && value < end * Outline.FINENESS;
  }
}
