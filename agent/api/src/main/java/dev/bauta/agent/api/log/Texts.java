package dev.bauta.agent.api.log;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.util.function.UnaryOperator;

/** Texts that belong to no logger: a throwable's message, a marker. Thread-safe. */
public final class Texts implements UnaryOperator<Object> {

  private final Masking masking;

  /** Texts masked so. */
  public Texts(Masking masking) {
    this.masking = masking;
  }

  @Override
  public Object apply(Object text) {
    return masking.text(Sink.LOG, null, (String) text);
  }
}
