package dev.bauta.agent.instrumentation.jdbc;

/** One of our objects around a driver's, which takes its place where it is stored. */
interface Wrapped {

  /**
   * The driver's object; null where it was read from, so that it is not the whole value any more.
   */
  Object whole();
}
