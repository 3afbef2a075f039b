package dev.bauta.agent.instrumentation.logback;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.log.ContextValues;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The diagnostic context of an event: by the rule for a key, else by content. The map may be the
 * thread's own, so it is never written to; a copy is a mutable {@link HashMap}, because appenders
 * and other agents put keys of theirs into it. Thread-safe.
 */
final class MdcMaps implements BiFunction<Object, Object, Object> {

  private final ContextValues values;

  MdcMaps(Masking masking) {
    this.values = new ContextValues(masking);
  }

  /** The same map when there is nothing to hide. */
  @Override
  public Object apply(Object logger, Object map) {
    Map<?, ?> context = (Map<?, ?>) map;
    if (context == null || context.isEmpty()) {
      return context;
    }
    Map<Object, Object> copy = null;
    for (Map.Entry<?, ?> entry : context.entrySet()) {
      Object value = entry.getValue();
      Object hidden = values.hide((String) logger, entry.getKey(), value);
      if (hidden != value) {
        if (copy == null) {
          copy = new HashMap<>(context);
        }
        copy.put(entry.getKey(), hidden);
      }
    }
    return copy == null ? context : copy;
  }
}
