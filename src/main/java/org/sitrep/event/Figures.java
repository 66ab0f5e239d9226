package org.sitrep.event;

import java.util.List;
import java.util.Map;

/**
 * Reconciled casualty figures; null where nobody reports any, zero where somebody says none.
 *
 * @param killedLow least deaths by the claimants' current figures
 * @param killedBest the value that most independent claimants support
 * @param killedHigh most deaths by the claimants' current figures
 * @param killedByClass best deaths per victim class, in the order of the closed list; their sum is
 *     {@code killedBest}
 * @param injuredLow least injured
 * @param injuredBest best injured
 * @param injuredHigh most injured
 * @param warnings {@code belligerent_only}, {@code disputed}, sorted
 * @param confidence how well the figures are supported, 0..1
 * @param steps the sum in words
 */
public record Figures(
    Integer killedLow,
    Integer killedBest,
    Integer killedHigh,
    Map<String, Integer> killedByClass,
    Integer injuredLow,
    Integer injuredBest,
    Integer injuredHigh,
    List<String> warnings,
    Double confidence,
    List<String> steps) {}
