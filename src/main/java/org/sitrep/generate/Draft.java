package org.sitrep.generate;

import java.util.Arrays;

/** A text under work: sentences one after the other, not yet in paragraphs. */
final class Draft {

  /** Share of its sentences that an edited copy leaves out, at most. */
  private static final double DROPPED = 0.3;

  private final StringBuilder text = new StringBuilder(8192);
  private int[] ends = new int[256];
  private int count;

  void clear() {
    text.setLength(0);
    count = 0;
  }

  /** Where the next sentence is written. */
  StringBuilder text() {
    return text;
  }

  /** The sentence is complete. */
  void end() {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    ends[count++] = text.length();
  }

  /** Characters with a space behind each sentence. */
  int length() {
    return text.length() + count;
  }

  /**
   * Appends the sentences in paragraphs of one to four.
   *
   * @param layout where paragraphs end, and what an editor does
   * @param edited whether sentences are left out and neighbours change places; the first stays
   */
  void print(Dice layout, boolean edited, StringBuilder out) {
    double dropped = edited ? DROPPED * layout.share() : 0;
    int left = layout.between(1, 2);
    boolean fresh = true;
    for (int i = 0; i < count; i++) {
      int sentence = i;
      if (edited && i > 0) {
        if (layout.happens(dropped)) {
          continue;
        }
        if (i + 1 < count && layout.happens(0.1)) {
          append(i + 1, fresh, out);
          fresh = false;
          append(i, fresh, out);
          i++;
          left--;
          continue;
        }
      }
      append(sentence, fresh, out);
      fresh = false;
      if (--left <= 0 && i + 1 < count) {
        out.append("\n\n");
        fresh = true;
        left = layout.between(1, 4);
      }
    }
    while (out.charAt(out.length() - 1) == '\n') {
      out.setLength(out.length() - 1);
    }
  }

  private void append(int sentence, boolean fresh, StringBuilder out) {
    if (!fresh) {
      out.append(' ');
    }
    out.append(text, sentence == 0 ? 0 : ends[sentence - 1], ends[sentence]);
  }
}
