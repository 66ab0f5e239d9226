package org.sitrep.cluster;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.event.Claim;
import org.sitrep.event.Event;
import org.sitrep.tables.Document;
import org.sitrep.text.Clues;

/**
 * What is compared of an article with another, small enough to travel to each chunk of pairs.
 *
 * @param published day of publication, days since 1970; {@link EventDays#UNKNOWN} where unknown
 * @param days what it tells about the days of its event
 * @param latitude degrees north of its main place; NaN where unplaced
 * @param longitude degrees east
 * @param whereExact whether that place is a place or near one (UCDP 1 to 3)
 * @param place hash of its main place's key, 0 for none
 * @param region hash of its region, 0 for none
 * @param type hash of its event type, 0 for none or {@code Other}
 * @param weak whether it is a poor witness: a body that does not tell the title, or many incidents
 * @param all vectors by {@link TermField}
 * @param persons hashes of persons
 * @param ages hashes of ages
 * @param streets hashes of streets
 * @param blocks hashes of blocks
 * @param dates days that it names as news, days since 1970
 * @param daysOfYear days that it names as news, within a leap year
 * @param sides hashes of belligerent sides
 * @param figures hashes of tolls of three or more
 * @param shingles the smallest hashes of its runs of four terms
 */
record Profile(
    int published,
    EventDays days,
    float latitude,
    float longitude,
    boolean whereExact,
    int place,
    int region,
    int type,
    boolean weak,
    List<TermVector> all,
    int[] persons,
    int[] ages,
    int[] streets,
    int[] blocks,
    int[] dates,
    int[] daysOfYear,
    int[] sides,
    int[] figures,
    int[] shingles) {

  private static final int TELLING_TOLL = 3;
  private static final double TITLE_IN_BODY = 0.25;
  private static final int SHORT_BODY = 20;
  private static final int MANY_AGES = 8;
  private static final int MANY_STREETS = 8;

  /** The profile of an article. */
  static Profile of(Document document, TermWeights weights) {
    Event event = document.event();
    Clues clues = document.clues();
    TreeSet<Integer> dates = new TreeSet<>();
    TreeSet<Integer> daysOfYear = new TreeSet<>();
    news(document, dates, daysOfYear);
    boolean placed = event != null && event.latitude() != null && event.longitude() != null;
    return new Profile(
        document.publishedDate() == null
            ? EventDays.UNKNOWN
            : (int) document.publishedDate().toEpochDay(),
        EventDays.of(document),
        placed ? event.latitude().floatValue() : Float.NaN,
        placed ? event.longitude().floatValue() : Float.NaN,
        placed && event.wherePrec() != null && event.wherePrec() <= 3,
        place(event),
        region(event),
        event == null || event.eventType() == null || event.eventType().equals("Other")
            ? 0
            : Hashes.of(event.eventType()),
        isWeak(document),
        Arrays.stream(TermField.values())
            .map(field -> TermVector.of(field, terms(field, document), weights))
            .toList(),
        clues == null ? new int[0] : Sets.hashes(clues.persons()),
        clues == null ? new int[0] : Sets.hashes(clues.ages()),
        clues == null ? new int[0] : Sets.hashes(clues.streets()),
        clues == null ? new int[0] : Sets.hashes(clues.blocks()),
        ints(dates),
        ints(daysOfYear),
        Sets.hashes(
            Documents.list(document.actors()).stream()
                .map(a -> a.side())
                .filter(Objects::nonNull)
                .toList()),
        Sets.hashes(figures(document)),
        shingles(document));
  }

  /** The vector of a field. */
  TermVector vector(TermField field) {
    return all.get(field.ordinal());
  }

  /** The smallest hashes of a document's runs of four terms, ascending. */
  static int[] shingles(Document document) {
    Clues clues = document.clues();
    return clues == null || clues.shingles() == null
        ? new int[0]
        : clues.shingles().stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** Hash of the main place's key where it is a town or nearer, else 0. */
  static int place(Event event) {
    boolean narrow =
        event != null
            && event.placeName() != null
            && event.wherePrec() != null
            && event.wherePrec() <= 3;
    return narrow
        ? Hashes.of(TermField.placeKey(event.geonameId(), event.placeName(), event.regionCode()))
        : 0;
  }

  /** Hash of the region, 0 where unknown. */
  static int region(Event event) {
    boolean known = event != null && event.regionCode() != null && !event.regionCode().equals("XX");
    return known ? Hashes.of(event.regionCode()) : 0;
  }

  byte[] bytes() {
    List<int[]> sets = sets();
    int size = 64;
    for (TermVector vector : all) {
      size += vector.bytes();
    }
    for (int[] set : sets) {
      size += Integer.BYTES * (set.length + 1);
    }
    ByteBuffer buffer = ByteBuffer.allocate(size);
    buffer.putInt(published);
    buffer.putInt(days.start()).putInt(days.end());
    buffer.putInt(days.firstOfYear()).putInt(days.lastOfYear()).putInt(days.precision());
    buffer.putFloat(latitude).putFloat(longitude);
    buffer.putInt(place).putInt(region).putInt(type);
    buffer.put((byte) (whereExact ? 1 : 0)).put((byte) (weak ? 1 : 0));
    all.forEach(vector -> vector.write(buffer));
    sets.forEach(set -> Sets.write(buffer, set));
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  static Profile of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int published = buffer.getInt();
    EventDays days =
        new EventDays(
            buffer.getInt(), buffer.getInt(), buffer.getInt(), buffer.getInt(), buffer.getInt());
    float latitude = buffer.getFloat();
    float longitude = buffer.getFloat();
    int place = buffer.getInt();
    int region = buffer.getInt();
    int type = buffer.getInt();
    boolean whereExact = buffer.get() == 1;
    boolean weak = buffer.get() == 1;
    TermVector[] vectors = new TermVector[TermField.values().length];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = TermVector.read(buffer);
    }
    return new Profile(
        published,
        days,
        latitude,
        longitude,
        whereExact,
        place,
        region,
        type,
        weak,
        List.of(vectors),
        Sets.read(buffer),
        Sets.read(buffer),
        Sets.read(buffer),
        Sets.read(buffer),
        Sets.read(buffer),
        Sets.read(buffer),
        Sets.read(buffer),
        Sets.read(buffer),
        Sets.read(buffer));
  }

  private List<int[]> sets() {
    return List.of(persons, ages, streets, blocks, dates, daysOfYear, sides, figures, shingles);
  }

  private static List<String> terms(TermField field, Document document) {
    return field == TermField.ALL ? TermField.repeated(document) : field.distinct(document);
  }

  private static void news(Document document, TreeSet<Integer> dates, TreeSet<Integer> daysOfYear) {
    Documents.list(document.dates()).stream()
        .filter(date -> "news".equals(date.role()))
        .forEach(
            date -> {
              EventDays days =
                  date.dateStart() == null
                      ? EventDays.of(date.expression())
                      : EventDays.range(
                          date.dateStart(),
                          date.dateEnd() == null ? date.dateStart() : date.dateEnd(),
                          date.datePrec() == null ? 1 : date.datePrec());
              if (days.isKnown() && days.precision() == 1) {
                daysOfYear.add(days.firstOfYear());
                if (days.isAbsolute()) {
                  dates.add(days.start());
                }
              }
            });
  }

  private static TreeSet<String> figures(Document document) {
    TreeSet<String> figures = new TreeSet<>();
    for (Claim claim : Documents.list(document.claims())) {
      if (claim.numberLow() >= TELLING_TOLL
          && "killed".equals(claim.effect())
          && (claim.scope() == null || "news".equals(claim.scope()))) {
        figures.add(claim.effect() + claim.numberLow());
      }
    }
    return figures;
  }

  /**
   * A body that holds few of its title's words is another story, a stub or a frame page; a text
   * with very many ages and streets is a list of incidents.
   */
  private static boolean isWeak(Document document) {
    Clues clues = document.clues();
    if (clues == null) {
      return false;
    }
    if (clues.ages().size() >= MANY_AGES && clues.streets().size() >= MANY_STREETS) {
      return true;
    }
    if (clues.titleTerms().isEmpty() || clues.shingles().size() < SHORT_BODY) {
      return false;
    }
    Set<String> body = new HashSet<>(Documents.list(document.tokens()));
    long inBody = clues.titleTerms().stream().filter(body::contains).count();
    return inBody < TITLE_IN_BODY * clues.titleTerms().size();
  }

  private static int[] ints(Collection<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
