package org.sitrep;

import java.util.List;
import java.util.function.Consumer;
import org.sitrep.tables.Table;

/**
 * A step of the pipeline.
 *
 * @param name the verb of the flow: command, package and settings bear it too
 * @param reads tables it reads
 * @param writes tables it writes
 * @param work what it does
 */
record Step(String name, List<Table> reads, List<Table> writes, Consumer<Context> work) {}
