package dev.bauta.agent.instrumentation.log4j2;

import dev.bauta.agent.api.log.ContextValues;
import java.util.function.BiFunction;

/** One value of the thread's context, looked up by its key. Thread-safe. */
record LookedUp(ContextValues values) implements BiFunction<Object, Object, Object> {

  @Override
  public Object apply(Object key, Object value) {
    return values.hide(key, value);
  }
}
