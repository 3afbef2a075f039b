package dev.bauta.agent.instrumentation.jdbc;

/**
 * What one thread is reading: how deep inside drivers it is, which column its outermost getter
 * asked for, and the plans of the result sets it read last. Used by its thread only.
 */
final class Reading {

  /** Enough for nested loops over result sets; one more only costs a plan made again. */
  private static final int KEPT = 4;

  private final Plan[] kept = new Plan[KEPT];
  private Plan latest = Plan.NONE;
  private int depth;
  private Object resultSet;
  private Object column;

  void enter(Object readResultSet, Object readColumn) {
    if (depth == 0) {
      resultSet = readResultSet;
      column = readColumn;
    }
    depth++; // last: what throws above leaves nothing to undo
  }

  /** Does nothing at depth 0, where an enter that failed leaves us: the value was hidden then. */
  void leave() {
    if (depth > 0 && --depth == 0) {
      resultSet = null;
      column = null;
    }
  }

  /** Whether a driver reads for itself: an outer call is still running. */
  boolean isInside() {
    return depth > 1;
  }

  Object resultSet() {
    return resultSet;
  }

  Object column() {
    return column;
  }

  /** Lets what masking calls (the application's principal, say) read as the application does. */
  void pause() {
    depth = 0;
  }

  void resume(Object readResultSet, Object readColumn) {
    resultSet = readResultSet;
    column = readColumn;
    depth = 1;
  }

  /** The kept plan of a result set, or null. */
  Plan plan(Object of) {
    Plan plan = latest;
    if (plan.refersTo(of)) {
      return plan;
    }
    for (int i = 0; i < KEPT; i++) {
      plan = kept[i];
      if (plan != null && plan.refersTo(of)) {
        kept[i] = latest;
        latest = plan;
        return plan;
      }
    }
    return null;
  }

  void keep(Plan plan) {
    System.arraycopy(kept, 0, kept, 1, KEPT - 1);
    kept[0] = latest;
    latest = plan;
  }
}
