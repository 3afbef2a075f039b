package dev.bauta.agent.instrumentation.log4j2;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.log.Throwables;
import java.util.function.UnaryOperator;

/** A throwable that is about to be printed with all that belongs to it. Thread-safe. */
final class PrintedThrowables implements UnaryOperator<Object> {

  private final Throwables throwables;

  PrintedThrowables(Masking masking) {
    throwables = new Throwables(masking);
  }

  /** The same throwable when there is nothing to hide, else one that prints as it does. */
  @Override
  public Object apply(Object throwable) {
    return throwable == null ? null : throwables.hide((Throwable) throwable);
  }
}
