package dev.bauta.agent.api;

import java.util.function.Supplier;

/** Hands out the place of the origin of the running thread's JSON. */
record OriginPlace(Origins origins) implements Supplier<Object> {

  @Override
  public Object get() {
    return origins.place();
  }
}
