package dev.bauta.agent.instrumentation.logback;

import dev.bauta.agent.api.log.Values;
import java.util.function.UnaryOperator;

/** What an encoder is about to print: structured values as masked text, others as they are. */
final class Structured implements UnaryOperator<Object> {

  private final Values values;

  Structured(Values values) {
    this.values = values;
  }

  @Override
  public Object apply(Object value) {
    return values.structuredAsText(value);
  }
}
