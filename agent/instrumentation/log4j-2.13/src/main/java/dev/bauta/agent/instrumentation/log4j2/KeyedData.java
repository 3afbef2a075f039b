package dev.bauta.agent.instrumentation.log4j2;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.log.Label;
import dev.bauta.agent.api.log.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys and values of a message: by the rule for a key, else by content. Thread-safe. */
record KeyedData(Masking masking, Values values) {

  /** The same map when there is nothing to hide, else a copy in the same order. */
  Map<?, ?> hide(String logger, Map<?, ?> data) {
    Map<Object, Object> copy = null;
    for (Map.Entry<?, ?> entry : data.entrySet()) {
      Object value = entry.getValue();
      Object hidden = value == null ? null : hide(logger, entry.getKey(), value);
      if (hidden != value) {
        if (copy == null) {
          copy = new LinkedHashMap<>(data);
        }
        copy.put(entry.getKey(), hidden);
      }
    }
    return copy == null ? data : copy;
  }

  private Object hide(String logger, Object key, Object value) {
    String name = key instanceof String string ? string : null;
    Place place = name == null ? null : masking.logKey(logger, name);
    if (place != null) {
      Object hidden = place.hide(Values.print(value));
      return place.observes() ? value : hidden == null ? Masking.MASKED : hidden;
    }
    Label label = Label.ofKey(name, value);
    return label == null ? values.hide(logger, value) : label.hide(masking, logger, value);
  }
}
