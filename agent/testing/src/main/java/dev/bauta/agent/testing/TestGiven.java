package dev.bauta.agent.testing;

import dev.bauta.agent.api.Given;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers every masked value for as long as the test runs. */
final class TestGiven implements Given {

  private final Map<Object, Object> raw = Collections.synchronizedMap(new IdentityHashMap<>());
  private final Map<String, Origin> origins = new ConcurrentHashMap<>();
  private final Set<String> copies = ConcurrentHashMap.newKeySet();

  @Override
  public Object give(Object masked, Object value, Origin origin) {
    Object given = masked;
    if (masked instanceof String text) {
      given = new String(text);
      copies.add(text);
      origins.put(text, origin);
    }
    raw.put(given, value);
    return given;
  }

  @Override
  public boolean isEmpty() {
    return raw.isEmpty() && copies.isEmpty();
  }

  @Override
  public void watch() {}

  @Override
  public void copy(String masked) {
    copies.add(masked);
  }

  @Override
  public Object standsFor(Object value) {
    return raw.getOrDefault(value, value);
  }

  @Override
  public Origin copyOf(Object value) {
    if (!(value instanceof String text) || !copies.contains(text)) {
      return null;
    }
    return origins.getOrDefault(text, new Origin(null, null));
  }
}
