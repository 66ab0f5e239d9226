package org.sitrep.report.chart;

/**
 * One incident on the map.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 * @param low least number of killed that is told; null where none is
 * @param best the figure taken for the number of killed; null where no figure is told
 * @param high greatest number of killed that is told; null where none is
 * @param type code of the event type, as {@code violence_against_civilians}; unknown ones and null
 *     are drawn as "other"
 * @param label what a reader sees when pointing at it; null for nothing
 * @param href where it links to: a place on the page ({@code #...}), http or https; anything else,
 *     and null, is no link
 */
public record Bubble(
    double latitude,
    double longitude,
    Long low,
    Long best,
    Long high,
    String type,
    String label,
    String href) {

  /** Refuses points that are not on the globe and negative counts. */
  public Bubble {
    if (!(Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException(
          "latitude is " + latitude + ", must be -90 to 90; leave out incidents without a place");
    }
    if (!(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(
          "longitude is "
              + longitude
              + ", must be -180 to 180; leave out incidents without a place");
    }
    Figures.check("killed", low, best, high);
    label = label == null ? "" : label;
    href = href != null && href.matches("(?i)(#|https?://)[^\\s\\p{Cntrl}]+") ? href : null;
  }

  /** {@code 12 killed (9 to 15)}. */
  String figures() {
    return Figures.words("killed", low, best, high);
  }
}
