package dev.bauta.agent.instrumentation.log4j1;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import java.util.Hashtable;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Whatever an event holds or gives out; the same object when nothing is hidden. Thread-safe. */
final class Values implements UnaryOperator<Object> {

  private final Masking masking;

  Values(Masking masking) {
    this.masking = masking;
  }

  @Override
  public Object apply(Object value) {
    if (value == null || value instanceof Throwable) { // a throwable's lines are masked as stored
      return value;
    }
    if (value instanceof String text) {
      return masking.text(Sink.LOG, null, text);
    }
    if (value instanceof String[] lines) {
      return lines(lines);
    }
    return value instanceof Map<?, ?> map ? context(map) : masking.printed(Sink.LOG, null, value);
  }

  private String[] lines(String[] lines) {
    String[] copy = null;
    for (int i = 0; i < lines.length; i++) {
      String masked = masking.text(Sink.LOG, null, lines[i]);
      if (masked != (Object) lines[i]) {
        if (copy == null) {
          copy = lines.clone();
        }
        copy[i] = masked;
      }
    }
    return copy == null ? lines : copy;
  }

  private Map<?, ?> context(Map<?, ?> map) {
    Hashtable<Object, Object> copy = null;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object hidden = keyed(entry.getKey(), entry.getValue());
      if (hidden != entry.getValue()) {
        if (copy == null) {
          copy = new Hashtable<>(map);
        }
        copy.put(entry.getKey(), hidden);
      }
    }
    return copy == null ? map : copy;
  }

  private Object keyed(Object key, Object value) {
    Place place = key instanceof String name ? masking.key(Sink.LOG, name) : null;
    if (place == null) {
      return apply(value);
    }
    Object hidden = place.hide(String.valueOf(value));
    return hidden == null ? Masking.MASKED : hidden;
  }
}
