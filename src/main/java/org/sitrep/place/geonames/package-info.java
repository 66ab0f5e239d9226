/** Reads the files of GeoNames' daily dump. */
package org.sitrep.place.geonames;
