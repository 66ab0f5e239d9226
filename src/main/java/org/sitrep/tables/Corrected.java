package org.sitrep.tables;

import java.io.Serializable;

/**
 * One thing that an analyst corrected in an incident, as its row tells it.
 *
 * @param line line of the corrections that says so
 * @param action {@code merge}, {@code split}, {@code move}, {@code override} or {@code drop}
 * @param articleId the article that names the incident
 * @param field the column that changed; {@code incident_id} for a merge and a split
 * @param before what stood there; null for nothing
 * @param after what stands there now; null for nothing
 * @param note why; null where nobody said
 * @param author who says so; null where nobody said
 */
public record Corrected(
    int line,
    String action,
    String articleId,
    String field,
    String before,
    String after,
    String note,
    String author)
    implements Serializable {}
