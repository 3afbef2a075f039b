package dev.bauta.agent.instrumentation.log4j2;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.log.Throwables;
import java.util.function.UnaryOperator;

/** What takes the place of a value that could not be masked: the same type, and nothing to read. */
final class Harmless implements UnaryOperator<Object> {

  @Override
  public Object apply(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof Throwable throwable) {
      return Throwables.masked(throwable);
    }
    try {
      return ofLog4j(value);
    } catch (Throwable unknown) { // Log4j does without a message, a context or a stack
      return null;
    }
  }

  private static Object ofLog4j(Object value) throws Throwable {
    Class<?> type = value.getClass();
    if (Hierarchy.find(type, "message.Message") != null) {
      return MessageShape.of(value).newMessages().simple(Masking.MASKED);
    }
    if (Hierarchy.find(type, "Marker") != null) {
      return Markers.masked(value);
    }
    if (Hierarchy.find(type, "util.ReadOnlyStringMap") != null) {
      return ContextMaps.masked(value);
    }
    if (Hierarchy.find(type, "ThreadContext$ContextStack") != null) {
      return ContextStacks.masked(value);
    }
    return Masking.MASKED;
  }
}
