package org.sitrep.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The world's place names: countries, divisions, counties, demonyms, abbreviations and a hand-kept
 * supplement, over the populated places of the jar or of a directory with GeoNames' files.
 * Immutable; built once per JVM.
 */
public final class Gazetteer {

  private final Curated curated;
  private final PlaceLayer layer;
  private final Map<String, Place> divisions;

  Gazetteer(Curated curated, PlaceLayer layer) {
    this.curated = curated;
    this.layer = layer;
    divisions = new TreeMap<>(curated.divisions());
    divisions.putAll(layer.divisions());
  }

  private static final class Embedded {
    static final Gazetteer INSTANCE =
        new Gazetteer(Curated.loaded(), EmbeddedPlaces.layer(Curated.loaded()));
  }

  /** The gazetteer of the jar, loaded at first use. */
  public static Gazetteer embedded() {
    return Embedded.INSTANCE;
  }

  /**
   * The gazetteer that a setting names: the embedded one for an empty setting, else that of a
   * directory with GeoNames' files, which are indexed at first use.
   *
   * @throws org.sitrep.place.geonames.DumpException for a directory that is none, or a line that is
   *     not as GeoNames writes it
   */
  public static Gazetteer of(String directoryOrEmpty) {
    return isEmbedded(directoryOrEmpty) ? embedded() : Gazetteers.of(directoryOrEmpty);
  }

  private static boolean isEmbedded(String directoryOrEmpty) {
    return directoryOrEmpty == null || directoryOrEmpty.isBlank();
  }

  /**
   * A setting as every process understands it, wherever it was started: a directory by its absolute
   * path, an empty setting as it is.
   */
  public static String absolute(String directoryOrEmpty) {
    return isEmbedded(directoryOrEmpty) ? "" : Gazetteers.path(directoryOrEmpty).toString();
  }

  /**
   * What tells one state of a directory from another: {@code embedded}, or the directory with the
   * fingerprint of its files. Reads none of them.
   *
   * @throws org.sitrep.place.geonames.DumpException for a directory without GeoNames' files
   */
  public static String version(String directoryOrEmpty) {
    return isEmbedded(directoryOrEmpty)
        ? "embedded"
        : directoryOrEmpty + " " + Gazetteers.index(directoryOrEmpty).fingerprint();
  }

  /**
   * What a directory holds and whether its index is there, in words; {@code embedded} for an empty
   * setting. Reads no file.
   *
   * @throws org.sitrep.place.geonames.DumpException for a directory without GeoNames' files
   */
  public static String description(String directoryOrEmpty) {
    if (isEmbedded(directoryOrEmpty)) {
      return "embedded";
    }
    DumpIndex index = Gazetteers.index(directoryOrEmpty);
    return directoryOrEmpty
        + " ("
        + index.files().stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.joining(", "))
        + (index.isMade() ? "), indexed" : "), to be indexed first: minutes for the whole world");
  }

  /**
   * The places that bear a name, most populous first: by exact spelling (blind to case, diacritics
   * and apostrophes), else by transliteration.
   */
  public List<Place> lookup(String name) {
    List<String> pieces = Names.pieces(name);
    List<Place> found = layer.names().walk(pieces);
    if (found.isEmpty()) {
      found = layer.skeletons().walk(skeleton(pieces));
    }
    List<Place> sorted = new ArrayList<>(found);
    sorted.sort(BY_SIZE);
    return sorted;
  }

  /** A country by its ISO 3166-1 code. */
  public Optional<Place> country(String code) {
    return Optional.ofNullable(curated.countries().get(code));
  }

  /** A first-level division by its code, {@code SY-ID}. */
  public Optional<Place> division(String code) {
    return Optional.ofNullable(divisions.get(code));
  }

  /** All countries, by code. */
  public Collection<Place> countries() {
    return Collections.unmodifiableCollection(curated.countries().values());
  }

  /** All first-level divisions, by code. */
  public Collection<Place> divisions() {
    return Collections.unmodifiableCollection(divisions.values());
  }

  /** Whether a place is one of the small ones that the supplement names by hand. */
  boolean isSupplemented(Place place) {
    return layer.supplemented().contains(place);
  }

  /**
   * Whether the supplement lends a name, in plain pieces with spaces between, to a place of the
   * population gazetteer: then news calls the place so.
   */
  boolean lends(String plainName, Place place) {
    return layer.lent().getOrDefault(place, Set.of()).contains(plainName);
  }

  NameTrie names() {
    return layer.names();
  }

  NameTrie skeletons() {
    return layer.skeletons();
  }

  NameTrie demonyms() {
    return curated.demonyms();
  }

  /** The division behind an abbreviation that stands alone ({@code Calif}), or null. */
  Place abbreviated(String form) {
    return curated.abbreviated(form);
  }

  /** The division behind an abbreviation that follows a place and a comma, or null. */
  Place abbreviatedBehindComma(String form) {
    return curated.abbreviatedBehindComma(form);
  }

  static final Comparator<Place> BY_SIZE =
      Comparator.comparingInt(Gazetteer::weight)
          .reversed()
          .thenComparing(Place::countryCode)
          .thenComparing(p -> p.regionCode() == null ? "" : p.regionCode())
          .thenComparing(Place::feature)
          .thenComparing(Place::name)
          .thenComparingDouble(Place::latitude)
          .thenComparingDouble(Place::longitude);

  private static int weight(Place place) {
    return place.is(Place.COUNTRY) ? Integer.MAX_VALUE : place.population();
  }

  static List<String> skeleton(List<String> pieces) {
    List<String> bones = new ArrayList<>(pieces.size());
    for (String piece : pieces) {
      if (!Names.isArticle(piece)) {
        bones.add(Names.skeleton(piece));
      }
    }
    return bones;
  }
}
