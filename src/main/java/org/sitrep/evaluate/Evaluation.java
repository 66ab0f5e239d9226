package org.sitrep.evaluate;

import java.util.List;
import java.util.Map;

/** What a measure found. */
public interface Evaluation {

  /** The figures as lines for people, rounded, without line ends. */
  List<String> lines();

  /**
   * The figures by name, unrounded and in the order of the lines; counts are {@link Long} or {@link
   * Integer}, shares {@link Double}. {@link Double#NaN} where there is nothing to divide by.
   */
  Map<String, Number> figures();
}
