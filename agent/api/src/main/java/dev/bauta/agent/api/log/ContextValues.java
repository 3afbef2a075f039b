package dev.bauta.agent.api.log;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values of a logging context (MDC): by the rule for a key, else by content. Thread-safe. */
public final class ContextValues {

  private final Masking masking;
  private final Values values;

  /** Values masked so. */
  public ContextValues(Masking masking) {
    this.masking = masking;
    this.values = new Values(masking);
  }

  /** The same value when there is nothing to hide. */
  public Object hide(Object key, Object value) {
    return hide(null, key, value);
  }

  /**
   * The same value when there is nothing to hide.
   *
   * @param logger of the event it goes with, or null
   */
  public Object hide(String logger, Object key, Object value) {
    if (value == null) {
      return null;
    }
    String name = key instanceof String string ? string : null;
    Place place = name == null ? null : masking.contextKey(logger, name);
    if (place != null) {
      Object hidden = place.hide(Values.print(value));
      if (place.observes()) {
        return value;
      }
      return hidden instanceof String ? hidden : Masking.MASKED;
    }
    Label label = Label.ofKey(name, value);
    if (label != null) {
      return label.hide(masking, logger, value);
    }
    return value instanceof String text
        ? masking.text(Sink.LOG, logger, text)
        : values.hide(logger, value);
  }

  /**
   * The same map when there is nothing to hide, else a copy in its order.
   *
   * @param logger of the event it goes with, or null
   */
  public Map<?, ?> hideAll(String logger, Map<?, ?> all) {
    Map<Object, Object> copy = null;
    for (Map.Entry<?, ?> entry : all.entrySet()) {
      Object hidden = hide(logger, entry.getKey(), entry.getValue());
      if (hidden != entry.getValue()) {
        copy = copy == null ? new LinkedHashMap<>(all) : copy;
        copy.put(entry.getKey(), hidden);
      }
    }
    return copy == null ? all : copy;
  }
}
