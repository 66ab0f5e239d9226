package org.sitrep.tables;

/**
 * A row of {@code rejects}: a record that could not be read. Columns are explained in the table's
 * declaration.
 */
public record Reject(String inputPath, Long inputRecord, String reason, String raw) {}
