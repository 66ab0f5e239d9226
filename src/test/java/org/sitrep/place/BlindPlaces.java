package org.sitrep.place;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;

/**
 * Measures place names found and resolved against {@code blind-places.tsv}, whose header tells the
 * marks. A name found counts for the mark that it overlaps, one for one.
 */
final class BlindPlaces {

  private static final Pattern MARK =
      Pattern.compile("\\[\\[([^\\]|]+)\\|([^\\]|]+)(?:\\|([^\\]|]+))?\\]\\]");
  private static final String NOWHERE = "-";

  /**
   * A marked name.
   *
   * @param start offset of its first UTF-16 code unit in the bare text
   * @param end offset after its last
   * @param surface the name
   * @param code where it is: region, country or {@code -}
   * @param kind {@code toponym}, {@code demonym} or {@code either}
   */
  record Mark(int start, int end, String surface, String code, String kind) {
    private boolean overlaps(PlaceMention mention) {
      return start < mention.end() && mention.start() < end;
    }
  }

  /** A text without its marks, and the marks. */
  record Marked(String id, String text, List<Mark> marks) {}

  /**
   * What was reached.
   *
   * @param toponyms precision, recall and F1 of toponyms found, demonyms left out on both sides
   * @param all the same of toponyms and demonyms, whichever of the two they are called
   * @param country share of the names found that lie in the right country
   * @param region share of the names found, and marked with a division, that lie in the right one
   * @param faults each fault as {@code id, fault, name, what was found}, tab-separated, sorted
   */
  record Reached(
      double[] toponyms, double[] all, double country, double region, List<String> faults) {}

  private BlindPlaces() {}

  /** Prints figures and faults; with an argument writes the faults to that file. */
  public static void main(String[] args) throws IOException {
    Reached reached = measure(Gazetteer.embedded());
    reached.faults().forEach(System.out::println);
    System.out.println(figures(reached));
    if (args.length > 0) {
      List<String> lines = new ArrayList<>();
      lines.add("# What is known to go wrong in blind-places.tsv; written by BlindPlaces.main.");
      lines.add(
          "# Columns: id; missed, intruder, country or region; the name; found against gold.");
      lines.addAll(reached.faults());
      Files.write(Path.of(args[0]), lines, StandardCharsets.UTF_8);
    }
  }

  static String figures(Reached reached) {
    return String.format(
        Locale.ROOT,
        "toponyms P %.3f R %.3f F1 %.3f; with demonyms P %.3f R %.3f F1 %.3f; country %.3f; region %.3f",
        reached.toponyms()[0],
        reached.toponyms()[1],
        reached.toponyms()[2],
        reached.all()[0],
        reached.all()[1],
        reached.all()[2],
        reached.country(),
        reached.region());
  }

  static List<Marked> texts() {
    return Resources.rows(BlindPlaces.class, "blind-places.tsv").stream()
        .map(row -> marked(row[0], row[2]))
        .toList();
  }

  private static Marked marked(String id, String text) {
    StringBuilder bare = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    Matcher mark = MARK.matcher(text);
    while (mark.find()) {
      mark.appendReplacement(bare, "");
      int start = bare.length();
      bare.append(mark.group(1));
      String kind = mark.group(3) == null ? "toponym" : mark.group(3);
      marks.add(new Mark(start, bare.length(), mark.group(1), mark.group(2), kind));
    }
    mark.appendTail(bare);
    return new Marked(id, bare.toString(), List.copyOf(marks));
  }

  static Reached measure(Gazetteer gazetteer) {
    Set<String> faults = new TreeSet<>();
    Tally toponyms = new Tally();
    Tally all = new Tally();
    int[] countries = new int[2];
    int[] regions = new int[2];
    for (Marked text : texts()) {
      List<PlaceMention> found =
          Places.find(Reading.of(null, text.text(), Set.of()), null, gazetteer).stream()
              .filter(m -> text.marks().stream().noneMatch(k -> either(k) && k.overlaps(m)))
              .toList();
      List<Mark> marks = text.marks().stream().filter(mark -> !either(mark)).toList();
      toponyms.add(
          marks.stream().filter(mark -> mark.kind().equals("toponym")).toList(),
          found.stream().filter(mention -> mention.kind().equals("toponym")).toList());
      all.add(marks, found);
      Set<PlaceMention> taken = new HashSet<>();
      for (Mark mark : marks) {
        PlaceMention mention = partner(mark, found, taken);
        if (mention == null) {
          faults.add(fault(text, "missed", mark.surface(), mark.code()));
        } else if (!mark.code().equals(NOWHERE)) {
          String is = mention.regionCode() == null ? mention.countryCode() : mention.regionCode();
          boolean inCountry = mark.code().substring(0, 2).equals(mention.countryCode());
          countries[0] += inCountry ? 1 : 0;
          countries[1]++;
          boolean asked = mark.code().length() > 2;
          boolean inRegion = mark.code().equals(mention.regionCode());
          regions[0] += asked && inRegion ? 1 : 0;
          regions[1] += asked ? 1 : 0;
          if (!inCountry || asked && !inRegion) {
            faults.add(
                fault(
                    text,
                    inCountry ? "region" : "country",
                    mark.surface(),
                    is + " (" + mention.evidence() + ") for " + mark.code()));
          }
        }
      }
      for (PlaceMention mention : found) {
        if (!taken.contains(mention)) {
          faults.add(fault(text, "intruder", mention.surface(), mention.name()));
        }
      }
    }
    return new Reached(
        toponyms.figures(), all.figures(), share(countries), share(regions), List.copyOf(faults));
  }

  private static boolean either(Mark mark) {
    return mark.kind().equals("either");
  }

  private static PlaceMention partner(
      Mark mark, List<PlaceMention> found, Set<PlaceMention> taken) {
    for (PlaceMention mention : found) {
      if (mark.overlaps(mention) && taken.add(mention)) {
        return mention;
      }
    }
    return null;
  }

  private static String fault(Marked text, String fault, String name, String detail) {
    return String.join("\t", text.id(), fault, name, detail);
  }

  private static double share(int[] counts) {
    return counts[0] / (double) counts[1];
  }

  private static final class Tally {
    private int marked;
    private int found;
    private int both;

    void add(List<Mark> marks, List<PlaceMention> mentions) {
      Set<PlaceMention> taken = new HashSet<>();
      marked += marks.size();
      found += mentions.size();
      both += (int) marks.stream().filter(m -> partner(m, mentions, taken) != null).count();
    }

    double[] figures() {
      double precision = both / (double) found;
      double recall = both / (double) marked;
      return new double[] {precision, recall, 2 * precision * recall / (precision + recall)};
    }
  }
}
