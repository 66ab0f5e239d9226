package org.sitrep.ingest;

import java.io.Serializable;
import java.util.Map;

/**
 * A part of an input file that one task reads; for most files the whole.
 *
 * @param file the file
 * @param start offset of its first byte; a line belongs to the part in which it starts
 * @param end offset after its last byte
 * @param firstRecord number of the first line that starts in it
 * @param metadata what {@code --metadata} tells about the file
 */
record InputSplit(
    InputFile file, long start, long end, long firstRecord, Map<Field, String> metadata)
    implements Serializable {}
