package dev.bauta.agent.instrumentation.jdbc;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Arrays and maps inside a column, element by element; the same instance where nothing is found.
 */
final class Elements {

  private Elements() {}

  /** An array of the same class; an element without a masked form of its type becomes null. */
  static Object[] visible(Column column, Object[] array) throws SQLException {
    Object[] masked = null;
    for (int i = 0; i < array.length; i++) {
      Object element = array[i];
      Object visible = Values.visible(column, element);
      if (!Same.instance(visible, element)) {
        if (masked == null) {
          masked = array.clone();
        }
        boolean fits = masked.getClass().getComponentType().isInstance(visible);
        masked[i] = fits ? column.given(visible, element) : null;
      }
    }
    return masked == null ? array : masked;
  }

  /** A map of the same order. Two keys that become one keep the later value. */
  static Map<?, ?> visible(Column column, Map<?, ?> map) throws SQLException {
    Map<Object, Object> masked = new LinkedHashMap<>();
    boolean same = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = Values.visible(column, entry.getKey());
      Object value = Values.visible(column, entry.getValue());
      same &= Same.instance(key, entry.getKey()) && Same.instance(value, entry.getValue());
      masked.put(key, column.given(value, entry.getValue()));
    }
    return same ? map : masked;
  }
}
