package org.sitrep.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A row of {@code articles}: one article as it was read. Columns are explained in the table's
 * declaration.
 */
public record Article(
    String articleId,
    String inputPath,
    Long inputRecord,
    String url,
    String source,
    String title,
    String text,
    Instant publishedAt,
    LocalDate publishedDate,
    String language,
    String textHash,
    List<String> warning) {}
