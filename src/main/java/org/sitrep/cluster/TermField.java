package org.sitrep.cluster;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sitrep.place.PlaceMention;
import org.sitrep.tables.Document;
import org.sitrep.text.Clues;

/** A field of terms of an article whose document frequencies weigh a shared term. */
enum TermField {
  /** All terms but stop words. */
  ALL(0.003),
  /** Terms of the title. */
  TITLE(0.003),
  /** Capitalised terms. */
  CAPITALISED(0.001),
  /** Ages with gender. */
  AGE(0.002),
  /** Resolved places below the country. */
  PLACE(0.001),
  /** Words for the kind of incident. */
  KIND(0.01);

  private static final int LONGEST_TERM = 60;

  private final double background;
  private final String column;

  TermField(double background) {
    this.background = background;
    this.column = name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Name of the field in {@code document_frequencies}. */
  String column() {
    return column;
  }

  /** Share of background articles that hold a term of the field that is not a common word. */
  double background() {
    return background;
  }

  /** The terms of an article in this field, distinct. */
  List<String> distinct(Document document) {
    return switch (this) {
      case ALL -> List.copyOf(new TreeSet<>(TermField.repeated(document)));
      case TITLE -> clues(document).titleTerms();
      case CAPITALISED -> clues(document).capitalised();
      case AGE -> clues(document).agesWithGender();
      case KIND -> clues(document).kinds();
      case PLACE -> List.copyOf(places(document));
    };
  }

  /** The terms of title and text that are compared, as often as they stand. */
  static List<String> repeated(Document document) {
    return Stream.concat(nonNull(document.tokens()), clues(document).titleTerms().stream())
        .filter(TermField::tells)
        .toList();
  }

  /** Whether a term is compared at all: no stop word, no run-on string. */
  private static boolean tells(String term) {
    return term.length() <= LONGEST_TERM && !Clues.isStopWord(term);
  }

  /** A place's name in keys: its GeoNames id, else its name and region. */
  static String placeKey(Long geonameId, String name, String regionCode) {
    return geonameId != null ? "g" + geonameId : name + "/" + regionCode;
  }

  private static TreeSet<String> places(Document document) {
    TreeSet<String> keys = new TreeSet<>();
    nonNull(document.places())
        .filter(place -> isNarrow(place))
        .forEach(p -> keys.add(placeKey(p.geonameId(), p.name(), p.regionCode())));
    return keys;
  }

  private static boolean isNarrow(PlaceMention place) {
    return place.name() != null
        && PlaceMention.TOPONYM.equals(place.kind())
        && !"country".equals(place.feature());
  }

  private static Clues clues(Document document) {
    return document.clues() == null ? NONE : document.clues();
  }

  private static final Clues NONE =
      new Clues(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of());

  private static <T> Stream<T> nonNull(List<T> list) {
    return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
  }
}
