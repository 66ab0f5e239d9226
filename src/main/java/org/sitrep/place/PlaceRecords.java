package org.sitrep.place;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sitrep.place.stored.MappedRecords;

/**
 * Places as records of one length in a mapped file, their names in another. A record: GeoNames id,
 * latitude and longitude in 1/100000 degree, population, country, division (-1 for none), begin of
 * the name (four bytes each, the last without sign), length of the name (two bytes), feature and
 * seat (a byte), whether it is a unit of administration (a byte).
 */
final class PlaceRecords {

  private static final int LENGTH = 32;
  private static final double SCALE = 1e5;
  private static final String PLACES = "places";
  private static final String NAMES = "names";

  /** By number in a record; only ever appended to. */
  private static final List<String> FEATURES =
      List.of(Place.REGION, Place.COUNTY, Place.CITY, Place.QUARTER, Place.AREA);

  /** A first-level division by its code and name. */
  record Division(String code, String name) {}

  private final MappedRecords records;
  private final MappedRecords names;
  private final List<String> countries;
  private final List<Division> divisions;

  private PlaceRecords(
      MappedRecords records,
      MappedRecords names,
      List<String> countries,
      List<Division> divisions) {
    this.records = records;
    this.names = names;
    this.countries = countries;
    this.divisions = divisions;
  }

  /**
   * Opens the places of a folder.
   *
   * @param countries codes by their number in the records
   * @param divisions by their number in the records
   */
  static PlaceRecords open(Path folder, List<String> countries, List<Division> divisions)
      throws IOException {
    return new PlaceRecords(
        MappedRecords.open(folder.resolve(PLACES), LENGTH),
        MappedRecords.open(folder.resolve(NAMES), 1),
        countries,
        divisions);
  }

  /** How many there are. */
  int count() {
    return (int) records.count();
  }

  String country(int number) {
    return countries.get(records.intAt(number, 16));
  }

  int population(int number) {
    return records.intAt(number, 12);
  }

  /** The number of its division, -1 for none. */
  int division(int number) {
    return records.intAt(number, 20);
  }

  boolean isAdministrative(int number) {
    return records.byteAt(number, 31) != 0;
  }

  /** A place by its number. */
  Place place(int number) {
    int division = division(number);
    int kind = records.byteAt(number, 30);
    return new Place(
        (long) records.intAt(number, 0),
        name(number),
        FEATURES.get(kind / 3),
        countries.get(records.intAt(number, 16)),
        division < 0 ? null : divisions.get(division).code(),
        division < 0 ? null : divisions.get(division).name(),
        population(number),
        kind % 3,
        records.intAt(number, 4) / SCALE,
        records.intAt(number, 8) / SCALE);
  }

  private String name(int number) {
    long from = records.intAt(number, 24) & 0xffffffffL;
    int length = (records.byteAt(number, 28) & 0xff) << 8 | records.byteAt(number, 29) & 0xff;
    return new String(names.bytes(from, length), StandardCharsets.UTF_8);
  }

  /** Writes places one behind the other. */
  static final class Writer implements Closeable {
    private final DataOutputStream records;
    private final DataOutputStream names;
    private long named;
    private int count;

    Writer(Path folder) throws IOException {
      records = output(folder.resolve(PLACES));
      names = output(folder.resolve(NAMES));
    }

    private static DataOutputStream output(Path file) throws IOException {
      return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    /** Writes a place of a country and division given by number; returns its own number. */
    int write(Place place, int country, int division, boolean administrative) throws IOException {
      byte[] name = place.name().getBytes(StandardCharsets.UTF_8);
      int length = Math.min(name.length, 0xffff);
      records.writeInt(Math.toIntExact(place.geonameId()));
      records.writeInt((int) Math.round(place.latitude() * SCALE));
      records.writeInt((int) Math.round(place.longitude() * SCALE));
      records.writeInt(place.population());
      records.writeInt(country);
      records.writeInt(division);
      records.writeInt((int) named);
      records.writeShort(length);
      records.writeByte(FEATURES.indexOf(place.feature()) * 3 + place.seat());
      records.writeByte(administrative ? 1 : 0);
      names.write(name, 0, length);
      named += length;
      if (named > 0xffffffffL) {
        throw new IOException("more than four gigabytes of names");
      }
      return count++;
    }

    @Override
    public void close() throws IOException {
      records.close();
      names.close();
    }
  }
}
