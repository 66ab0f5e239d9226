package org.sitrep.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sitrep.place.Gazetteer;
import org.sitrep.place.PlaceMention;
import org.sitrep.place.Places;
import org.sitrep.text.Reading;
import org.sitrep.text.Resources;
import org.sitrep.time.DateMention;
import org.sitrep.time.Dates;
import org.sitrep.time.PublicationDate;
import org.sitrep.time.PublicationDates;

/**
 * Measures claims and event types on texts that somebody labelled without sight of the rules. Not a
 * test; {@code BlindClaims CLAIM_FAULTS TYPE_FAULTS} writes the lists of faults.
 */
final class BlindClaims {

  private BlindClaims() {}

  /**
   * What was reached.
   *
   * @param figures precision, recall and F1 of (effect, low, high) within a text
   * @param modality share of the matched with the right modality
   * @param victims share with the right class
   * @param claimant share with the right claimant, or rightly none
   */
  record Reached(
      double[] figures, double modality, double victims, double claimant, List<String> faults) {}

  /** A claim as labelled. */
  private record Gold(
      String effect, int low, int high, String modality, String victims, String claimant) {

    static Gold of(String entry) {
      String[] parts = entry.split("\\|", -1);
      return new Gold(
          parts[0],
          Integer.parseInt(parts[1]),
          Integer.parseInt(parts[2]),
          parts[3],
          parts[4],
          parts[5]);
    }

    boolean figure(Claim claim) {
      return claim.effect().equals(effect)
          && claim.numberLow() == low
          && claim.numberHigh() == high;
    }

    /** Shares a word with the name that the text gives, or is the dictionary's for it. */
    boolean claims(Claim claim) {
      if (claimant.isEmpty() || claim.claimant() == null) {
        return claimant.isEmpty() == (claim.claimant() == null);
      }
      Set<String> own = words(claim.claimant());
      own.retainAll(words(claimant));
      return !own.isEmpty();
    }

    private static Set<String> words(String name) {
      return new java.util.HashSet<>(
          Arrays.asList(name.toLowerCase(Locale.ROOT).replace("'s", "").split("[^\\p{L}]+")));
    }
  }

  /** Measures all claims. */
  static Reached claims(Gazetteer gazetteer) {
    List<String> faults = new ArrayList<>();
    int gold = 0;
    int found = 0;
    int matched = 0;
    int modality = 0;
    int modalities = 0;
    int victims = 0;
    int classes = 0;
    int claimants = 0;
    for (String[] row : rows("blind-claims.tsv")) {
      List<Claim> left = new ArrayList<>(read(row[2], LocalDate.parse(row[1]), gazetteer).claims);
      found += left.size();
      for (String entry : row[3].equals("none") ? new String[0] : row[3].split(";")) {
        Gold wanted = Gold.of(entry);
        gold++;
        Claim hit = left.stream().filter(wanted::figure).findFirst().orElse(null);
        if (hit == null) {
          faults.add(row[0] + "\tmissing\t" + entry);
          continue;
        }
        left.remove(hit);
        matched++;
        if (!wanted.modality.equals("-")) {
          modalities++;
          modality += wanted.modality.equals(hit.modality()) ? 1 : 0;
        }
        if (!wanted.victims.equals("-")) {
          classes++;
          victims += wanted.victims.equals(hit.victimClass()) ? 1 : 0;
        }
        claimants += wanted.claims(hit) ? 1 : 0;
        boolean same =
            (wanted.modality.equals("-") || wanted.modality.equals(hit.modality()))
                && (wanted.victims.equals("-") || wanted.victims.equals(hit.victimClass()))
                && wanted.claims(hit);
        if (!same) {
          faults.add(row[0] + "\tother\t" + entry + "\t" + told(hit));
        }
      }
      left.forEach(claim -> faults.add(row[0] + "\tadded\t" + told(claim)));
    }
    double precision = matched / (double) found;
    double recall = matched / (double) gold;
    return new Reached(
        new double[] {precision, recall, 2 * precision * recall / (precision + recall)},
        modality / (double) modalities,
        victims / (double) classes,
        claimants / (double) matched,
        faults);
  }

  private static String told(Claim claim) {
    return String.join(
        "|",
        claim.effect(),
        "" + claim.numberLow(),
        "" + claim.numberHigh(),
        claim.modality(),
        claim.victimClass(),
        claim.claimant() == null ? "" : claim.claimant());
  }

  /** Share of the right types, sub-types and of the right word on civilians; with the faults. */
  static Reached types(Gazetteer gazetteer) {
    List<String> faults = new ArrayList<>();
    int types = 0;
    int subTypes = 0;
    int civilians = 0;
    int compared = 0;
    List<String[]> rows = rows("blind-types.tsv");
    for (String[] row : rows) {
      Event event = read(row[1], LocalDate.of(2024, 6, 12), gazetteer).event;
      boolean type = event.eventType().equals(row[2]);
      boolean subType = type && event.subEventType().equals(row[3]);
      types += type ? 1 : 0;
      subTypes += subType ? 1 : 0;
      boolean targeted = row[4].equals("-");
      if (!targeted) {
        compared++;
        targeted = event.civilianTargeting() == Boolean.parseBoolean(row[4]);
        civilians += targeted ? 1 : 0;
      }
      if (!subType || !targeted) {
        faults.add(
            String.join(
                "\t",
                row[0],
                row[3],
                row[4],
                event.subEventType(),
                "" + event.civilianTargeting()));
      }
    }
    double n = rows.size();
    return new Reached(
        new double[] {types / n, subTypes / n, subTypes / n},
        0,
        civilians / (double) compared,
        0,
        faults);
  }

  private record Read(Event event, List<Claim> claims) {}

  private static Read read(String text, LocalDate day, Gazetteer gazetteer) {
    Reading reading = Reading.of(null, text, Set.of());
    PublicationDate published = PublicationDates.find(reading, day);
    List<PlaceMention> places = Places.find(reading, null, gazetteer);
    List<DateMention> dates = Dates.find(reading, published);
    List<ActorMention> actors = Actors.find(reading);
    PlaceMention dateline = Places.dateline(reading, places, null, gazetteer).orElse(null);
    Event event = MainEvents.choose(reading, places, dates, published, actors, dateline, null);
    return new Read(
        event, Claims.scoped(Claims.find(reading, places, dates, actors, published), event));
  }

  private static List<String[]> rows(String resource) {
    return Resources.rows(BlindClaims.class, resource);
  }

  /** Writes the lists of faults. */
  public static void main(String[] args) throws IOException {
    Reached claims = claims(Gazetteer.embedded());
    Reached types = types(Gazetteer.embedded());
    Files.write(Path.of(args[0]), claims.faults);
    Files.write(Path.of(args[1]), types.faults);
    System.out.println(figures(claims, types));
  }

  static String figures(Reached claims, Reached types) {
    return String.format(
        Locale.ROOT,
        "blind claims: figures P %.3f R %.3f F1 %.3f, modality %.3f, class %.3f, claimant %.3f;"
            + " types %.3f, sub-types %.3f, civilians %.3f",
        claims.figures[0],
        claims.figures[1],
        claims.figures[2],
        claims.modality,
        claims.victims,
        claims.claimant,
        types.figures[0],
        types.figures[1],
        types.victims);
  }
}
