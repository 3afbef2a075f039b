package dev.bauta.agent.instrumentation.log4j2;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** The thread's context stack as it goes into an event; the thread keeps its own. Thread-safe. */
record ContextStacks(Masking masking) implements UnaryOperator<Object> {

  /** The same stack when there is nothing to hide. */
  @Override
  public Object apply(Object stack) {
    if (stack == null) {
      return null;
    }
    try {
      Shape shape = Shape.of(stack);
      List<?> texts = shape.texts(stack);
      List<Object> hidden = texts == null ? null : hide(texts);
      return hidden == null ? stack : shape.create(hidden);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A stack as deep, with nothing to read. */
  static Object masked(Object stack) throws Throwable {
    Shape shape = Shape.of(stack);
    List<?> texts = shape.texts(stack);
    int depth = texts == null ? 0 : texts.size();
    return shape.create(new ArrayList<>(Collections.nCopies(depth, Masking.MASKED)));
  }

  private List<Object> hide(List<?> texts) {
    List<Object> copy = null;
    for (int i = 0; i < texts.size(); i++) {
      Object text = texts.get(i);
      Object masked = masking.text(Sink.LOG, null, (String) text);
      if (masked != text) {
        copy = copy == null ? new ArrayList<>(texts) : copy;
        copy.set(i, masked);
      }
    }
    return copy;
  }

  /** The way into one class of stacks. Immutable. */
  private static final class Shape {

    private static final ClassValue<Shape> SHAPES =
        new ClassValue<>() {
          @Override
          protected Shape computeValue(Class<?> type) {
            try {
              return new Shape(type);
            } catch (ReflectiveOperationException e) {
              throw new IllegalStateException(type.getName() + " is no context stack we know", e);
            }
          }
        };

    private final MethodHandle depth;
    private final MethodHandle asList;
    private final MethodHandle create;

    private Shape(Class<?> of) throws ReflectiveOperationException {
      Class<?> stack = Hierarchy.find(of, "ThreadContext$ContextStack");
      depth = Handles.virtual(stack, "getDepth", int.class);
      asList = Handles.virtual(stack, "asList", List.class);
      create =
          Handles.constructor(
              Hierarchy.sibling(stack, "spi.MutableThreadContextStack"), List.class);
    }

    static Shape of(Object stack) {
      return SHAPES.get(stack.getClass());
    }

    /** Null for an empty one. */
    List<?> texts(Object stack) throws Throwable {
      return (int) depth.invokeExact(stack) == 0
          ? null
          : (List<?>) (Object) asList.invokeExact(stack);
    }

    Object create(Object texts) throws Throwable {
      return (Object) create.invokeExact(texts);
    }
  }
}
