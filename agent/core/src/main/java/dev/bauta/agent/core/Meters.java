package dev.bauta.agent.core;

import java.util.function.ToDoubleFunction;

/** A registry to which the agent's figures are handed; each figure is registered once. */
interface Meters {

  /**
   * @param tags names and values in turn
   */
  <T> void counter(String name, String doc, T source, ToDoubleFunction<T> value, String... tags);

  /**
   * @param tags names and values in turn
   */
  <T> void gauge(String name, String doc, T source, ToDoubleFunction<T> value, String... tags);
}
