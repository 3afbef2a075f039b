package dev.bauta.agent.instrumentation.jdbc;

/**
 * What one thread is reading: its {@link Slots}, which rewritten code sets, and the plans of the
 * result sets it read last. Used by its thread only.
 */
final class Reading {

  /** Enough for nested loops over result sets; one more only costs a plan made again. */
  private static final int KEPT = 4;

  final Object[] slots = new Object[Slots.COUNT];

  private final Plan[] kept = new Plan[KEPT];
  private Plan latest = Plan.NONE;

  /**
   * Whether the getter that returns was called by a driver: an outer reading is still running.
   * Without any reading the outer one is left over, and the begin of this one was lost.
   */
  boolean isInside() {
    return slots[Slots.OUTER] != null && slots[Slots.READING] != null;
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
