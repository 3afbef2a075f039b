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
}
