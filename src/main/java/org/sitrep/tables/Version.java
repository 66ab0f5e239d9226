package org.sitrep.tables;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * What {@code OUT/_current} and {@code OUT/_versions/<run_id>/_version.json} hold: a published
 * state of an output.
 *
 * @param runId the run that made it
 * @param parent the run whose state it follows; null for the first
 * @param schemaVersion version of the table contract
 * @param codeVersion version of sitrep
 * @param tables per table, the paths of its files relative to the output
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Version(
    @JsonProperty("run_id") String runId,
    @JsonProperty("parent") String parent,
    @JsonProperty("schema_version") int schemaVersion,
    @JsonProperty("code_version") String codeVersion,
    @JsonProperty("tables") Map<String, List<String>> tables) {}
