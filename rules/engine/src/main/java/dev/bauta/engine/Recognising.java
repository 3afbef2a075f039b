package dev.bauta.engine;

/**
 * A masker that knows its own output for sure: by a mark no value of a person has. What only looks
 * coarse, such as a year, is not known for sure.
 */
interface Recognising extends Masker {

  /** Whether the value is what this masker gave for another one, of this type or any other. */
  boolean made(String value, PiiType type);
}
