package dev.bauta.agent.instrumentation.log4j2;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.log.Values;
import java.util.function.UnaryOperator;

/** A parameter that is about to be printed by itself. Thread-safe. */
record PrintedValues(Masking masking, Values values) implements UnaryOperator<Object> {

  @Override
  public Object apply(Object value) {
    try {
      return values.hide(value);
    } catch (RuntimeException failure) { // a toString() that throws costs its own value only
      masking.failed(failure);
      return masking.instead(Sink.LOG, value);
    }
  }
}
