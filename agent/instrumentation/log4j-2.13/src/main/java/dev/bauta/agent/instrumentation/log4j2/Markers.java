package dev.bauta.agent.instrumentation.log4j2;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.util.function.UnaryOperator;

/**
 * The marker of an event, with its parents: one with a name to hide is replaced by one of Log4j's
 * own. Thread-safe.
 */
record Markers(Masking masking) implements UnaryOperator<Object> {

  /** Parents may go round in a circle. */
  private static final int DEPTH = 8;

  /** The same marker when there is nothing to hide. */
  @Override
  public Object apply(Object marker) {
    if (marker == null) {
      return null;
    }
    try {
      return hide(marker, Shape.of(marker), 0);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A marker with nothing to read. */
  static Object masked(Object marker) throws Throwable {
    return Shape.of(marker).create(Masking.MASKED);
  }

  private Object hide(Object marker, Shape shape, int depth) throws Throwable {
    Object name = shape.name(marker);
    Object masked = masking.text(Sink.LOG, null, (String) name);
    Object[] parents = depth == DEPTH || !shape.hasParents(marker) ? null : shape.parents(marker);
    Object[] copy = parents == null ? null : hideAll(parents, depth);
    if (masked == name && copy == parents) {
      return marker;
    }
    Object other = shape.create(masked);
    if (copy != null) {
      shape.setParents(other, copy);
    }
    return other;
  }

  private Object[] hideAll(Object[] parents, int depth) throws Throwable {
    Object[] copy = null;
    for (int i = 0; i < parents.length; i++) {
      Object hidden = hide(parents[i], Shape.of(parents[i]), depth + 1);
      if (hidden != parents[i]) {
        copy = copy == null ? parents.clone() : copy;
        copy[i] = hidden;
      }
    }
    return copy == null ? parents : copy;
  }

  /** The way into one class of markers. Immutable. */
  private static final class Shape {

    private static final ClassValue<Shape> SHAPES =
        new ClassValue<>() {
          @Override
          protected Shape computeValue(Class<?> type) {
            try {
              return new Shape(type);
            } catch (ReflectiveOperationException e) {
              throw new IllegalStateException(type.getName() + " is no marker we know", e);
            }
          }
        };

    private final MethodHandle name;
    private final MethodHandle hasParents;
    private final MethodHandle parents;
    private final MethodHandle setParents;
    private final MethodHandle create;
    private final Class<?> marker;

    private Shape(Class<?> of) throws ReflectiveOperationException {
      marker = Hierarchy.find(of, "Marker");
      Class<?> array = Array.newInstance(marker, 0).getClass();
      name = Handles.virtual(marker, "getName", String.class);
      hasParents = Handles.virtual(marker, "hasParents", boolean.class);
      parents = Handles.virtual(marker, "getParents", array);
      MethodHandle set = Handles.virtual(marker, "setParents", marker, array);
      setParents = set.asType(set.type().changeParameterType(1, Object.class));
      create =
          Handles.constructor(Hierarchy.sibling(marker, "MarkerManager$Log4jMarker"), String.class);
    }

    static Shape of(Object marker) {
      return SHAPES.get(marker.getClass());
    }

    String name(Object of) throws Throwable {
      return (String) (Object) name.invokeExact(of);
    }

    boolean hasParents(Object of) throws Throwable {
      return (boolean) hasParents.invokeExact(of);
    }

    Object[] parents(Object of) throws Throwable {
      return (Object[]) (Object) parents.invokeExact(of);
    }

    void setParents(Object of, Object[] others) throws Throwable {
      Object[] typed = (Object[]) Array.newInstance(marker, others.length);
      System.arraycopy(others, 0, typed, 0, others.length);
      Object same = (Object) setParents.invokeExact(of, (Object) typed);
    }

    Object create(Object withName) throws Throwable {
      return (Object) create.invokeExact(withName);
    }
  }
}
