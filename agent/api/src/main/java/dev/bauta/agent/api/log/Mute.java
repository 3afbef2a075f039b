package dev.bauta.agent.api.log;

import dev.bauta.agent.api.Viewers;
import java.util.function.UnaryOperator;

/** Puts nobody in the place of whoever is looking: what a logger writes is for others to read. */
public record Mute(Viewers viewers) implements UnaryOperator<Object> {

  @Override
  public Object apply(Object logger) {
    return viewers.nobody();
  }
}
