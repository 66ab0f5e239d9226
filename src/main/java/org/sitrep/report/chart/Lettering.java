package org.sitrep.report.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Where names of countries and letters of bubbles have room, at two sizes: as on a wide screen, and
 * as on a telephone, where letters are larger than the map allows for most of them. What has room
 * on the telephone is shown everywhere.
 */
final class Lettering {

  /** Height of letters and growth of bubbles in units of the map, as in chart.css. */
  private enum Size {
    SMALL(33, 1.6),
    WIDE(13.5, 1);

    private final double letter;
    private final double growth;

    Size(double letter, double growth) {
      this.letter = letter;
      this.growth = growth;
    }
  }

  /** Where a bubble's letter stands, and whether on small screens, too. */
  enum Room {
    NONE(false, false),
    INSIDE(true, true),
    INSIDE_IF_WIDE(true, false),
    BESIDE(false, true),
    BESIDE_IF_WIDE(false, false);

    private final boolean inside;
    private final boolean small;

    Room(boolean inside, boolean small) {
      this.inside = inside;
      this.small = small;
    }

    boolean inside() {
      return inside;
    }

    boolean small() {
      return small;
    }
  }

  /** A country's name, centred at a point; small where it has room on small screens, too. */
  record Name(String text, double x, double y, boolean small) {}

  /** Mean width of a letter in its height: system fonts have 0.5 to 0.58. */
  private static final double LETTER_WIDTH = 0.56;

  /** A name may be this much wider than the country has room around the point. */
  private static final double OVERHANG = 1.7;

  private Lettering() {}

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean withinPage() {
      return left > 4
          && top > 4
          && right < Extent.PAGE_WIDTH - 4
          && bottom < Extent.PAGE_HEIGHT - 4;
    }
  }

  private static Box bubble(WorldMap.Mark mark, Size size) {
    double x = mark.x() + mark.aside()[0] * size.growth;
    double y = mark.y() + mark.aside()[1] * size.growth;
    double radius = mark.radius() * size.growth;
    return new Box(x - radius, y - radius, x + radius, y + radius);
  }

  private static Box inside(WorldMap.Mark mark, Size size) {
    Box bubble = bubble(mark, size);
    double x = (bubble.left + bubble.right) / 2;
    double y = (bubble.top + bubble.bottom) / 2;
    double half = 0.3 * size.letter;
    return new Box(x - half, y - half, x + half, y + half);
  }

  private static Box beside(WorldMap.Mark mark, Size size) {
    Box bubble = bubble(mark, size);
    double middle = (bubble.top + bubble.bottom) / 2;
    double left = bubble.right + (mark.reach() - mark.radius()) * size.growth + 0.2;
    return new Box(
        left, middle - 0.4 * size.letter, left + 0.75 * size.letter, middle + 0.4 * size.letter);
  }

  /** The marks with the room of their letters. */
  static List<WorldMap.Mark> lettered(List<WorldMap.Mark> marks) {
    Room[] rooms = new Room[marks.size()];
    for (Size size : Size.values()) {
      List<Box> taken = new ArrayList<>();
      for (int i = 0; i < rooms.length; i++) {
        taken.add(bubble(marks.get(i), size));
        if (rooms[i] == Room.BESIDE) {
          taken.add(beside(marks.get(i), size));
        }
      }
      for (int i = 0; i < rooms.length; i++) {
        WorldMap.Mark mark = marks.get(i);
        boolean small = size == Size.SMALL;
        if (mark.bubble().best() != null && mark.radius() >= 0.68 * Size.WIDE.letter) {
          boolean fits = mark.radius() * size.growth >= 0.6 * size.letter;
          Box letter = inside(mark, size);
          if (rooms[i] == null
              && fits
              && marks.stream().skip(i + 1L).noneMatch(m -> bubble(m, size).meets(letter))) {
            rooms[i] = small ? Room.INSIDE : Room.INSIDE_IF_WIDE;
          }
        } else if (rooms[i] == null) {
          Box box = beside(mark, size);
          if (box.withinPage() && taken.stream().noneMatch(box::meets)) {
            rooms[i] = small ? Room.BESIDE : Room.BESIDE_IF_WIDE;
            taken.add(box);
          }
        }
      }
    }
    List<WorldMap.Mark> result = new ArrayList<>();
    for (int i = 0; i < rooms.length; i++) {
      WorldMap.Mark mark = marks.get(i);
      result.add(
          new WorldMap.Mark(
              mark.bubble(),
              mark.x(),
              mark.y(),
              mark.radius(),
              mark.low(),
              mark.high(),
              mark.aside(),
              rooms[i] == null ? Room.NONE : rooms[i]));
    }
    return result;
  }

  /** Names of countries that fit into what is seen of them and meet no bubble. */
  static List<Name> names(Extent extent, List<WorldMap.Mark> marks) {
    List<Name> names = new ArrayList<>();
    for (Size size : Size.values()) {
      List<Box> taken = new ArrayList<>();
      for (WorldMap.Mark mark : marks) {
        taken.add(bubble(mark, size));
        boolean shown = mark.lettered() != Room.NONE && !mark.lettered().inside();
        if (shown && (mark.lettered().small() || size == Size.WIDE)) {
          taken.add(beside(mark, size));
        }
      }
      names.forEach(name -> taken.add(box(name.text, name.x, name.y, size)));
      for (World.Country country : World.world().names()) {
        if (names.stream().noneMatch(name -> name.text.equals(country.name()))) {
          place(country, extent, size, taken, names);
        }
      }
    }
    return names;
  }

  private static void place(
      World.Country country, Extent extent, Size size, List<Box> taken, List<Name> names) {
    for (World.Spot spot : country.spots()) {
      double[] at = extent.place(spot.longitude(), spot.latitude());
      // a degree of latitude is drawn longer by this much than one of longitude at the equator
      double stretch = 1 / Math.cos(Math.toRadians(Math.min(80, Math.abs(spot.latitude()))));
      double room = spot.room() * stretch * extent.scale();
      Box box = box(country.name(), at[0], at[1], size);
      if ((box.right - box.left) / 2 <= OVERHANG * room
          && room >= 0.5 * size.letter
          && box.withinPage()
          && taken.stream().noneMatch(box::meets)) {
        taken.add(box);
        names.add(new Name(country.name(), at[0], at[1], size == Size.SMALL));
        return;
      }
    }
  }

  private static Box box(String name, double x, double y, Size size) {
    double half = name.length() * LETTER_WIDTH * size.letter / 2;
    return new Box(x - half, y - 0.5 * size.letter, x + half, y + 0.5 * size.letter);
  }
}
