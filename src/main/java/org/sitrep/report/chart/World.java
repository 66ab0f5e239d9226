package org.sitrep.report.chart;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Coasts, borders and names of countries after Natural Earth at 1:50 million, read at first use
 * from {@code world.bin.gz}; {@code docs/map.md} tells how that is made.
 *
 * <p>A line is {@code [lon, lat, lon, lat, ...]} in degrees; none reaches more than a hair beyond
 * 180 degrees, so none runs across the map.
 *
 * @param land rings, filled by the even-odd rule
 * @param borders lines between countries
 * @param names countries, largest first
 */
record World(List<double[]> land, List<double[]> borders, List<Country> names) {

  /**
   * A country's name and where it may stand.
   *
   * @param spots up to sixteen, widest first
   */
  record Country(String name, List<Spot> spots) {}

  /**
   * A point within a country.
   *
   * @param room degrees of latitude to the nearest border or the next better spot
   */
  record Spot(double longitude, double latitude, double room) {}

  static World world() {
    return Loaded.WORLD;
  }

  private static final class Loaded {
    private static final World WORLD = read();
  }

  private static World read() {
    try (InputStream resource = World.class.getResourceAsStream("world.bin.gz");
        DataInputStream data =
            new DataInputStream(new BufferedInputStream(new GZIPInputStream(resource)))) {
      double units = number(data);
      List<double[]> land = lines(data, units);
      List<double[]> borders = lines(data, units);
      int count = number(data);
      List<Country> names = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        byte[] name = new byte[number(data)];
        data.readFully(name);
        int spots = number(data);
        List<Spot> where = new ArrayList<>(spots);
        for (int s = 0; s < spots; s++) {
          where.add(new Spot(number(data) / units, number(data) / units, number(data) / units));
        }
        names.add(new Country(new String(name, StandardCharsets.UTF_8), List.copyOf(where)));
      }
      return new World(land, borders, List.copyOf(names));
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded map cannot be read", e);
    }
  }

  private static List<double[]> lines(DataInputStream data, double units) throws IOException {
    int count = number(data);
    List<double[]> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      double[] line = new double[2 * number(data)];
      int x = 0;
      int y = 0;
      for (int at = 0; at < line.length; at += 2) {
        x += number(data);
        y += number(data);
        line[at] = x / units;
        line[at + 1] = y / units;
      }
      lines.add(line);
    }
    return List.copyOf(lines);
  }

  /** Seven bits a byte, lowest first, the highest bit set where more follow; odd for negative. */
  private static int number(DataInputStream data) throws IOException {
    int raw = 0;
    int shift = 0;
    int part;
    do {
      part = data.readUnsignedByte();
      raw |= (part & 127) << shift;
      shift += 7;
    } while (part > 127);
    return (raw & 1) == 0 ? raw >>> 1 : -(raw >>> 1) - 1;
  }
}
