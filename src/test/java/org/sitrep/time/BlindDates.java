package org.sitrep.time;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.annotate.Annotator;
import org.sitrep.event.Event;
import org.sitrep.place.Gazetteer;
import org.sitrep.tables.Article;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;

/**
 * Measures days of publication and of the main event against {@code blind-dates.tsv}, whose header
 * tells the columns: once by the rules for dates alone, once as a whole article is annotated, where
 * the sentence of the main event counts double.
 */
final class BlindDates {

  private static final String UNKNOWN = "-";

  /**
   * What was reached, as shares of the texts.
   *
   * @param published right publication day, or rightly none
   * @param start right first day, by the rules for dates alone
   * @param end right last day
   * @param articleStart right first day of an annotated article
   * @param articleEnd right last day
   * @param faults each fault as {@code id, fault, what was found for what}, tab-separated, sorted
   */
  record Reached(
      double published,
      double start,
      double end,
      double articleStart,
      double articleEnd,
      List<String> faults) {}

  private BlindDates() {}

  /** Prints figures and faults; with an argument writes the faults to that file. */
  public static void main(String[] args) throws IOException {
    Reached reached = measure(Gazetteer.embedded());
    reached.faults().forEach(System.out::println);
    System.out.println(figures(reached));
    if (args.length > 0) {
      List<String> lines = new ArrayList<>();
      lines.add("# What is known to go wrong in blind-dates.tsv; written by BlindDates.main.");
      lines.add(
          "# Columns: id; published, days (the rules for dates alone) or article; found against gold.");
      lines.addAll(reached.faults());
      Files.write(Path.of(args[0]), lines, StandardCharsets.UTF_8);
    }
  }

  static String figures(Reached reached) {
    return String.format(
        Locale.ROOT,
        "published %.3f; start %.3f, end %.3f; annotated start %.3f, end %.3f",
        reached.published(),
        reached.start(),
        reached.end(),
        reached.articleStart(),
        reached.articleEnd());
  }

  static Reached measure(Gazetteer gazetteer) {
    Annotator annotator = new Annotator(gazetteer, Set.of());
    Set<String> faults = new TreeSet<>();
    int[] right = new int[5];
    List<String[]> rows = Resources.rows(BlindDates.class, "blind-dates.tsv");
    for (String[] row : rows) {
      String id = row[0];
      String text = row[5].replace("\\n", "\n");
      LocalDate given = row[1].equals(UNKNOWN) ? null : LocalDate.parse(row[1]);
      Reading reading = Reading.of(null, text, Set.of());
      PublicationDate published = PublicationDates.find(reading, given);
      boolean dated = row[2].equals(Objects.toString(published.date(), UNKNOWN));
      right[0] += dated ? 1 : 0;
      if (!dated) {
        faults.add(String.join("\t", id, "published", published.date() + " for " + row[2]));
      }
      DateRange range = EventDates.of(reading, Dates.find(reading, published), published).range();
      LocalDate start = range == null ? null : range.start();
      LocalDate end = range == null ? null : range.end();
      right[1] += fits(start, row[3]) ? 1 : 0;
      right[2] += fits(end, row[4]) ? 1 : 0;
      if (!fits(start, row[3]) || !fits(end, row[4])) {
        faults.add(fault(id, "days", start, end, row));
      }
      Event event = annotator.document(article(id, text, given), null).event();
      right[3] += fits(event.dateStart(), row[3]) ? 1 : 0;
      right[4] += fits(event.dateEnd(), row[4]) ? 1 : 0;
      if (!fits(event.dateStart(), row[3]) || !fits(event.dateEnd(), row[4])) {
        faults.add(fault(id, "article", event.dateStart(), event.dateEnd(), row));
      }
    }
    double all = rows.size();
    return new Reached(
        right[0] / all,
        right[1] / all,
        right[2] / all,
        right[3] / all,
        right[4] / all,
        List.copyOf(faults));
  }

  private static boolean fits(LocalDate day, String gold) {
    return gold.equals(UNKNOWN) ? day == null : day != null && day.toString().startsWith(gold);
  }

  private static String fault(
      String id, String fault, LocalDate start, LocalDate end, String[] row) {
    return String.join("\t", id, fault, start + ".." + end + " for " + row[3] + ".." + row[4]);
  }

  private static Article article(String id, String text, LocalDate published) {
    return new Article(
        id, null, null, null, null, null, text, null, published, "en", null, List.of());
  }
}
