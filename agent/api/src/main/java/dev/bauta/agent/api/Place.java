package dev.bauta.agent.api;

/**
 * What was decided for one place: a marked column, a key or an annotated member. A hook asks for it
 * once, keeps it, and hands it every value of that place.
 *
 * <p>Immutable and safe for any number of threads. No method throws.
 */
public interface Place {

  /** Whether a rule names this place for numbers too, which are masked as 0 or null. */
  boolean numeric();

  /**
   * The form of the value that this thread may see: the value itself where the thread's principal
   * holds a live grant, else its masked form, or null where the value's type has none.
   *
   * @param value any value, null included (null stays null)
   */
  Object hide(Object value);

  /**
   * Whether this thread's principal may see the raw value now; a true answer counts as one reveal.
   */
  boolean revealed();

  /** The id of the PII type that was decided for this place, or null where none is known. */
  default String type() {
    return null;
  }

  /**
   * Notes that a value of this place went by, so that it is known again in free text. Costs some 25
   * ns; a value that was noted a moment ago less.
   *
   * @param value any value, null included
   */
  default void saw(Object value) {}

  /** Whether values are only looked at here, and so stay as they are. */
  default boolean observes() {
    return false;
  }
}
