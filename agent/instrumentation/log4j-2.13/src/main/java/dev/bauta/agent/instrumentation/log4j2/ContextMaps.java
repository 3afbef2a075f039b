package dev.bauta.agent.instrumentation.log4j2;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.log.ContextValues;
import java.lang.invoke.MethodHandle;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The thread's context map as it goes into an event. It may be the thread's own, or frozen, so a
 * copy takes its place where something is hidden. Thread-safe.
 */
record ContextMaps(ContextValues values) implements UnaryOperator<Object> {

  /** The same map when there is nothing to hide. */
  @Override
  public Object apply(Object map) {
    if (map == null) {
      return null;
    }
    try {
      return hide(map, Shape.of(map));
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A map with the same keys and nothing to read, or an empty one. */
  static Object masked(Object map) throws Throwable {
    Shape shape = Shape.of(map);
    Object copy = shape.copy(map);
    for (Object key : shape.toMap(map).keySet()) {
      shape.put(copy, (String) key, Masking.MASKED);
    }
    return copy;
  }

  private Object hide(Object map, Shape shape) throws Throwable {
    if (shape.isEmpty(map)) {
      return map;
    }
    return shape.isIndexed() ? hideIndexed(map, shape) : hideMapped(map, shape);
  }

  private Object hideIndexed(Object map, Shape shape) throws Throwable {
    Object copy = null;
    int size = shape.size(map);
    for (int i = 0; i < size; i++) {
      String key = shape.keyAt(map, i);
      Object value = shape.valueAt(map, i);
      Object hidden = values.hide(key, value);
      if (hidden != value) {
        copy = copy == null ? shape.copy(map) : copy;
        shape.put(copy, key, hidden);
      }
    }
    return copy == null ? map : copy;
  }

  private Object hideMapped(Object map, Shape shape) throws Throwable {
    Object copy = null;
    for (Map.Entry<?, ?> entry : shape.toMap(map).entrySet()) {
      Object hidden = values.hide(entry.getKey(), entry.getValue());
      if (hidden != entry.getValue()) {
        copy = copy == null ? shape.copy(map) : copy;
        shape.put(copy, (String) entry.getKey(), hidden);
      }
    }
    return copy == null ? map : copy;
  }

  /** The way into one class of context maps. Immutable. */
  private static final class Shape {

    private static final ClassValue<Shape> SHAPES =
        new ClassValue<>() {
          @Override
          protected Shape computeValue(Class<?> type) {
            try {
              return new Shape(type);
            } catch (ReflectiveOperationException e) {
              throw new IllegalStateException(type.getName() + " is no context map we know", e);
            }
          }
        };

    private final MethodHandle isEmpty;
    private final MethodHandle toMap;
    private final MethodHandle copy;
    private final MethodHandle put;
    private final MethodHandle size; // these three: or null
    private final MethodHandle keyAt;
    private final MethodHandle valueAt;

    private Shape(Class<?> of) throws ReflectiveOperationException {
      Class<?> readOnly = Hierarchy.find(of, "util.ReadOnlyStringMap");
      Class<?> sorted = Hierarchy.sibling(readOnly, "util.SortedArrayStringMap");
      isEmpty = Handles.virtual(readOnly, "isEmpty", boolean.class);
      toMap = Handles.virtual(readOnly, "toMap", Map.class);
      copy = Handles.constructor(sorted, readOnly);
      put = Handles.virtual(sorted, "putValue", void.class, String.class, Object.class);
      Class<?> indexed = Hierarchy.find(of, "util.IndexedReadOnlyStringMap");
      size = indexed == null ? null : Handles.virtual(indexed, "size", int.class);
      keyAt =
          indexed == null ? null : Handles.virtual(indexed, "getKeyAt", String.class, int.class);
      valueAt =
          indexed == null ? null : Handles.virtual(indexed, "getValueAt", Object.class, int.class);
    }

    static Shape of(Object map) {
      return SHAPES.get(map.getClass());
    }

    boolean isIndexed() {
      return size != null;
    }

    boolean isEmpty(Object map) throws Throwable {
      return (boolean) isEmpty.invokeExact(map);
    }

    Map<?, ?> toMap(Object map) throws Throwable {
      return (Map<?, ?>) (Object) toMap.invokeExact(map);
    }

    Object copy(Object map) throws Throwable {
      return (Object) copy.invokeExact(map);
    }

    void put(Object map, String key, Object value) throws Throwable {
      put.invokeExact(map, key, value);
    }

    int size(Object map) throws Throwable {
      return (int) size.invokeExact(map);
    }

    String keyAt(Object map, int index) throws Throwable {
      return (String) (Object) keyAt.invokeExact(map, index);
    }

    Object valueAt(Object map, int index) throws Throwable {
      return (Object) valueAt.invokeExact(map, index);
    }
  }
}
