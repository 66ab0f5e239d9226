package org.sitrep.place.geonames;

/**
 * A row of {@code admin1CodesASCII.txt} or {@code admin2Codes.txt}.
 *
 * @param code {@code CC.NN} or {@code CC.NN.MM}
 * @param name its name
 * @param id GeoNames id
 */
public record DivisionRow(String code, String name, int id) {}
