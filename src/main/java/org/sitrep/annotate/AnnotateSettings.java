package org.sitrep.annotate;

import java.io.Serializable;

/**
 * How articles are annotated.
 *
 * @param gazetteer folder of a gazetteer; empty for the embedded one
 * @param homeSample articles per source from which its home region is learned
 */
public record AnnotateSettings(String gazetteer, int homeSample) implements Serializable {}
