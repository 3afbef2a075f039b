package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;

/**
 * The short texts of one column that were looked at last and had nothing to hide: states, kinds and
 * countries come again and again, and comparing costs a fraction of looking. It gives up where
 * values do not repeat.
 *
 * <p>Any thread may use it: what one does not see of another's is looked at once more.
 */
final class CleanValues {

  private static final int PLACES = 64;
  private static final int LONGEST = 48;

  /** So many values are tried; then one in four must have been known. */
  private static final int TRIED = 512;

  private final String[] values = new String[PLACES];
  private int asked;
  private int known;
  private boolean givenUp;

  /** Whether this very text was clean a moment ago. */
  boolean has(String text) {
    if (givenUp || text.length() > LONGEST) {
      return false;
    }
    boolean found = text.equals(values[place(text)]);
    known += found ? 1 : 0;
    if (++asked == TRIED) {
      givenUp = known < TRIED / 4;
      asked = 0;
      known = 0;
    }
    return found;
  }

  /** Remembers a text that was looked at and given back as it is. */
  void add(String text, Masking masking) {
    if (!givenUp && text.length() <= LONGEST && masking.sameForAll(Sink.JDBC)) {
      values[place(text)] = text;
    }
  }

  private static int place(String text) {
    int hash = text.hashCode();
    return (hash ^ hash >>> 16) & PLACES - 1;
  }
}
