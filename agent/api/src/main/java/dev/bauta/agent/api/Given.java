package dev.bauta.agent.api;

/**
 * The masked values that the application was given, and what each of them stands for, so that none
 * of them is ever stored over the real one. Safe for any number of threads; bounded; takes no lock.
 */
public interface Given {

  /**
   * Where a masked value came from.
   *
   * @param type the PII type's id, or null where it was found by content
   * @param field the column or key, or null
   */
  record Origin(String type, String field) {}

  /**
   * Notes a masked value that goes out.
   *
   * @param masked a string, date, array or object of a driver; not null
   * @param raw what it stands for
   * @param origin where it came from
   * @return what to hand out instead of {@code masked}: equal to it, and no other value's
   */
  Object give(Object masked, Object raw, Origin origin);

  /** Whether nothing was given yet, so that nothing can come back. */
  boolean isEmpty();

  /** From now on values may come back: a database driver is in use. */
  void watch();

  /** Notes the masked form of a text that goes out on another way: as JSON, in pieces. */
  void copy(String masked);

  /** The raw value where this very object was given; else the object itself. */
  Object standsFor(Object value);

  /** Where a value came from that is equal to one that was given, and not the same; or null. */
  Origin copyOf(Object value);
}
