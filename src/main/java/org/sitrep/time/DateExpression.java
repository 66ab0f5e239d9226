package org.sitrep.time;

/** The meaning of a date expression without its anchor. */
public final class DateExpression {
  private DateExpression() {}
}
