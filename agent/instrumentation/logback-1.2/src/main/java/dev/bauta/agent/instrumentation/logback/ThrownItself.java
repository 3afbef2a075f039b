package dev.bauta.agent.instrumentation.logback;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.log.Throwables;
import java.util.function.UnaryOperator;

/**
 * A throwable as its proxy hands it out. Its logger is not known there: rules for loggers do not
 * reach it, all others do.
 */
final class ThrownItself implements UnaryOperator<Object> {

  private final Throwables throwables;

  ThrownItself(Masking masking) {
    throwables = new Throwables(masking);
  }

  @Override
  public Object apply(Object thrown) {
    return thrown == null ? null : throwables.hide((Throwable) thrown);
  }
}
