package org.sitrep;

/** The command line. */
public final class Main {
  private Main() {}
}
