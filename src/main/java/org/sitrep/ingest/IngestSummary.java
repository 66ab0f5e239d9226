package org.sitrep.ingest;

import java.util.List;
import java.util.Map;

/**
 * What reading came to.
 *
 * @param files input files read
 * @param records records met, good and bad
 * @param articles new articles
 * @param rejected rejects
 * @param rejectedBy rejects by the first word of their reason
 * @param repeated records left out because an earlier one has the same id and text
 * @param unchanged records left out because the output has the article already
 * @param renamed articles with another's id and a text of their own: {@code id#2}
 * @param ignoredColumns columns that were not read, with the number of files they stand in
 * @param ignoredFiles files of unknown extension
 * @param hiddenFiles files and folders whose name starts with {@code _} or {@code .}
 * @param warnings what was odd about the metadata
 */
public record IngestSummary(
    long files,
    long records,
    long articles,
    long rejected,
    Map<String, Long> rejectedBy,
    long repeated,
    long unchanged,
    long renamed,
    Map<String, Long> ignoredColumns,
    List<String> ignoredFiles,
    long hiddenFiles,
    List<String> warnings) {}
