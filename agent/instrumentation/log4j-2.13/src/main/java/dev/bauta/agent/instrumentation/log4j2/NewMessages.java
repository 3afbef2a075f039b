package dev.bauta.agent.instrumentation.log4j2;

import java.lang.invoke.MethodHandle;
import java.util.Map;

/** Makes messages of one loader's Log4j. Immutable. */
final class NewMessages {

  private static final ClassValue<NewMessages> BY_MESSAGE =
      new ClassValue<>() {
        @Override
        protected NewMessages computeValue(Class<?> message) {
          try {
            return new NewMessages(message);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("messages of an unknown Log4j", e);
          }
        }
      };

  private final MethodHandle simple;
  private final MethodHandle parameterized;
  private final MethodHandle array;
  private final MethodHandle structured;

  private NewMessages(Class<?> message) throws ReflectiveOperationException {
    simple = Handles.constructor(Hierarchy.sibling(message, "message.SimpleMessage"), String.class);
    parameterized =
        Handles.constructor(
            Hierarchy.sibling(message, "message.ParameterizedMessage"),
            String.class,
            Object[].class,
            Throwable.class);
    array =
        Handles.constructor(
            Hierarchy.sibling(message, "message.ObjectArrayMessage"), Object[].class);
    structured =
        Handles.constructor(
            Hierarchy.sibling(message, "message.StructuredDataMessage"),
            Hierarchy.sibling(message, "message.StructuredDataId"),
            String.class,
            String.class,
            Map.class);
  }

  /**
   * @param message the library's interface of all messages
   */
  static NewMessages of(Class<?> message) {
    return BY_MESSAGE.get(message);
  }

  Object simple(Object text) throws Throwable {
    return (Object) simple.invokeExact(text);
  }

  Object parameterized(Object format, Object parameters, Object throwable) throws Throwable {
    return (Object) parameterized.invokeExact(format, parameters, throwable);
  }

  Object array(Object parameters) throws Throwable {
    return (Object) array.invokeExact(parameters);
  }

  Object structured(Object id, Object text, Object type, Object data) throws Throwable {
    return (Object) structured.invokeExact(id, text, type, data);
  }
}
