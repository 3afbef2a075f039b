package dev.bauta.agent.api;

import java.util.function.UnaryOperator;

/** Makes nobody of everybody. */
record Nobody() implements UnaryOperator<Object> {

  @Override
  public Object apply(Object ignored) {
    return null;
  }
}
