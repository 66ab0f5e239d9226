package org.sitrep.generate;

import java.util.ArrayList;
import java.util.List;

/** A sentence with slots, cut once: literal, slot, literal, slot ... literal. */
final class Template {

  /** Fills the slots of a sentence. */
  interface Filling {
    /** Appends what stands in a slot. */
    void fill(Slot slot, StringBuilder text);
  }

  private final String[] literals;
  private final Slot[] slots;

  private Template(String[] literals, Slot[] slots) {
    this.literals = literals;
    this.slots = slots;
  }

  /**
   * Cuts a sentence at its braces.
   *
   * @throws IllegalArgumentException where a brace is open or a slot unknown
   */
  static Template of(String sentence) {
    List<String> literals = new ArrayList<>();
    List<Slot> slots = new ArrayList<>();
    int from = 0;
    for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', from)) {
      int close = sentence.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("open brace: " + sentence);
      }
      literals.add(sentence.substring(from, open));
      slots.add(Slot.named(sentence.substring(open + 1, close)));
      from = close + 1;
    }
    literals.add(sentence.substring(from));
    return new Template(literals.toArray(String[]::new), slots.toArray(Slot[]::new));
  }

  /** Appends what goes on behind an opening: {@code Hours later,} the driver ... */
  void writeOn(Filling filling, StringBuilder text) {
    int start = text.length();
    fill(filling, text);
    // A sentence that begins with a slot begins with a name, or in lower case.
    if (!literals[0].isEmpty()) {
      text.setCharAt(start, Character.toLowerCase(text.charAt(start)));
    }
  }

  /** Appends the sentence; its first letter becomes a capital. */
  void write(Filling filling, StringBuilder text) {
    int start = text.length();
    fill(filling, text);
    int first = start;
    while (first < text.length() && !Character.isLetterOrDigit(text.charAt(first))) {
      first++;
    }
    if (first < text.length()) {
      text.setCharAt(first, Character.toUpperCase(text.charAt(first)));
    }
  }

  private void fill(Filling filling, StringBuilder text) {
    for (int i = 0; i < slots.length; i++) {
      text.append(literals[i]);
      filling.fill(slots[i], text);
    }
    text.append(literals[slots.length]);
  }
}
