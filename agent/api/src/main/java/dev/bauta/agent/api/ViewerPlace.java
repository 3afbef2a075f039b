package dev.bauta.agent.api;

import java.util.function.Supplier;

/** Hands out the place of the running thread's viewer. */
record ViewerPlace(Viewers viewers) implements Supplier<Object> {

  @Override
  public Object get() {
    return viewers.place();
  }
}
