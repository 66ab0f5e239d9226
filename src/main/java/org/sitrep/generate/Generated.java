package org.sitrep.generate;

/**
 * What was written.
 *
 * @param articles articles in all
 * @param incidents stories that tell an event
 * @param labelled articles that have one
 * @param copies articles whose text is that of another
 * @param bytes size of the file of articles
 */
public record Generated(int articles, int incidents, int labelled, int copies, long bytes) {}
