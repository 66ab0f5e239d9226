package org.sitrep.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sitrep.text.Resources;

/** The papers that print generated articles: a few of them print most. */
final class Outlets {

  /**
   * A paper.
   *
   * @param name its name
   * @param slug its name as a domain
   * @param home number of its country
   * @param foot the line below each of its articles
   * @param habit how it writes datelines, 0 to 3
   */
  record Outlet(String name, String slug, int home, String foot, int habit) {}

  private static final int OUTLETS = 300;

  /** Share of articles that a paper of the story's own country prints; chosen. */
  private static final double AT_HOME = 0.4;

  /** The papers are those of every corpus, whatever its seed. */
  private static final long SEED = 0x73697472657001L;

  private final List<Outlet> outlets = new ArrayList<>();
  private final List<List<Outlet>> byHome = new ArrayList<>();
  private final Zipf zipf = new Zipf(OUTLETS, 3);

  Outlets(World world) {
    List<String> names = new ArrayList<>();
    List<String> feet = new ArrayList<>();
    for (String[] row : Resources.rows(Outlets.class, "outlets.tsv")) {
      (row[0].equals("name") ? names : feet).add(row[1]);
    }
    world.countries().forEach(country -> byHome.add(new ArrayList<>()));
    Set<String> taken = new HashSet<>();
    for (int rank = 0; outlets.size() < OUTLETS; rank++) {
      Dice dice = Dice.of(SEED, rank);
      int home = world.country(dice);
      World.Country country = world.countries().get(home);
      String town = country.towns().get(dice.below(country.towns().size())).name();
      String name = filled(names.get(dice.below(names.size())), country, town);
      if (!taken.add(name)) {
        continue;
      }
      String slug = slug(name);
      String foot =
          filled(feet.get(dice.below(feet.size())), country, town)
              .replace("{outlet}", name)
              .replace("{slug}", slug);
      Outlet outlet = new Outlet(name, slug, home, foot, dice.below(4));
      outlets.add(outlet);
      byHome.get(home).add(outlet);
    }
  }

  private static String filled(String part, World.Country country, String town) {
    return part.replace("{Adjective}", country.adjective()).replace("{town}", town);
  }

  /** Letters and digits in lower case, hyphens between. */
  static String slug(String text) {
    StringBuilder slug = new StringBuilder(text.length());
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        slug.append(c);
      } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
        slug.append('-');
      }
    }
    return slug.toString();
  }

  /** A paper that prints a story of a country. */
  Outlet draw(int country, Dice dice) {
    List<Outlet> home = byHome.get(country);
    if (!home.isEmpty() && dice.happens(AT_HOME)) {
      // The square of a share prefers the head of the list, where the busy papers are.
      double share = dice.share();
      return home.get((int) (share * share * home.size()));
    }
    return outlets.get(zipf.draw(dice));
  }
}
