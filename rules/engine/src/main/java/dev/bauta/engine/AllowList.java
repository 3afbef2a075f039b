package dev.bauta.engine;

/** Values that are shown although they were found: documented examples, own addresses. */
interface AllowList {

  /**
   * Whether this value is nobody's.
   *
   * @param text the whole text
   * @param start of the value's first character
   * @param end behind its last character
   */
  boolean allows(PiiType type, String text, int start, int end);
}
