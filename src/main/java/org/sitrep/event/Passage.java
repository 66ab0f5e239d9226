package org.sitrep.event;

import java.util.List;

/**
 * A stretch of an article's text that tells another event than the article's main one.
 *
 * @param start offset of its first UTF-16 code unit, in the field {@code text}
 * @param end offset after its last
 * @param title its telling sentence, cut to the length of a headline
 * @param role {@link #NEWS} or {@link #RETOLD}
 * @param event the event, its span the telling sentence; its days unknown while those of the
 *     article are
 * @param claims indexes of the article's claims that belong to it, ascending
 */
public record Passage(
    int start, int end, String title, String role, Event event, List<Integer> claims) {

  /** It tells news, whether or not another article does. */
  public static final String NEWS = "news";

  /** It recalls an earlier event, which other articles told when it was news. */
  public static final String RETOLD = "retold";
}
