package org.sitrep.place;

import java.util.Map;
import java.util.Set;

/**
 * Names ready to be walked: those of the populated places of one source together with the curated
 * ones.
 *
 * @param names by plain pieces
 * @param skeletons by skeleton, where names are transliterated
 * @param divisions first-level divisions that the source adds to the curated ones, by code
 * @param supplemented the places that the supplement names by hand
 * @param lent the plain names that the supplement lends, by the place that they are lent to
 */
record PlaceLayer(
    NameTrie names,
    NameTrie skeletons,
    Map<String, Place> divisions,
    Set<Place> supplemented,
    Map<Place, Set<String>> lent) {}
