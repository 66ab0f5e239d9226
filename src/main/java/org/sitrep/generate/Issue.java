package org.sitrep.generate;

/**
 * One publication of a text: who printed what and when.
 *
 * @param story what it is about
 * @param article which article of the story, 0 the first
 * @param text the article of the story whose text it is; another one for a copy
 * @param edited whether the copy was shortened and changed
 * @param minute when, in minutes since the corpus begins
 * @param outlet who printed it
 * @param undated whether the date stands in the byline alone
 */
record Issue(
    Story story,
    int article,
    int text,
    boolean edited,
    int minute,
    Outlets.Outlet outlet,
    boolean undated) {

  boolean copy() {
    return article != text;
  }
}
