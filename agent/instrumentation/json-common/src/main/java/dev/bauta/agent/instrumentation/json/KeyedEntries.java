package dev.bauta.agent.instrumentation.json;

import dev.bauta.agent.api.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hides the values of a map whose keys have a rule, before they are written. Thread-safe. */
public final class KeyedEntries {

  private static final int MAX_DEPTH = 8;

  private final JsonStrings strings;

  /** Asks for the rules of keys here. */
  public KeyedEntries(JsonStrings strings) {
    this.strings = strings;
  }

  /** The same entries where no key has a rule, else a copy. */
  public Set<?> hide(Set<?> entries) {
    for (Object entry : entries) {
      if (rule(entry) != null) {
        return copy(entries);
      }
    }
    return entries;
  }

  private Set<?> copy(Set<?> entries) {
    Map<Object, Object> copy = new LinkedHashMap<>();
    for (Object entry : entries) {
      Place rule = rule(entry);
      Object value = ((Map.Entry<?, ?>) entry).getValue();
      copy.put(((Map.Entry<?, ?>) entry).getKey(), rule == null ? value : hide(rule, value, 0));
    }
    return copy.entrySet();
  }

  private Place rule(Object entry) {
    return ((Map.Entry<?, ?>) entry).getKey() instanceof String key ? strings.rule(key) : null;
  }

  /** Text, and text in lists; numbers and objects are left to their own rules. */
  static Object hide(Place rule, Object value, int depth) {
    if (value instanceof String text) {
      return text.isEmpty() ? text : JsonStrings.hide(rule, text);
    }
    if (value instanceof List<?> list && depth < MAX_DEPTH) {
      List<Object> hidden = new ArrayList<>(list.size());
      for (Object element : list) {
        hidden.add(hide(rule, element, depth + 1));
      }
      return hidden;
    }
    if (value instanceof String[] texts) {
      String[] hidden = new String[texts.length];
      for (int i = 0; i < texts.length; i++) {
        hidden[i] = texts[i] == null ? null : JsonStrings.hide(rule, texts[i]);
      }
      return hidden;
    }
    return value;
  }
}
