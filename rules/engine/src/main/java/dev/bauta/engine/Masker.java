package dev.bauta.engine;

/**
 * Makes the masked form of a value. Thread-safe and stateless; masking a masked value gives the
 * same value again.
 */
public interface Masker {

  /** The name used in rules; never null. */
  String name();

  /**
   * The masked form; never null.
   *
   * @param value the whole value, never null
   */
  String mask(String value, PiiType type);

  /**
   * Whether the value is to be left out: a column or a JSON value becomes {@code null}. Where there
   * is only text, {@link #mask} says what stands in its place.
   */
  default boolean nulls() {
    return false;
  }

  /** Whether numbers, dates and objects are none of this masker's business and stay as they are. */
  default boolean textOnly() {
    return false;
  }
}
