package dev.bauta.agent.instrumentation.log4j2;

import java.lang.invoke.MethodHandle;
import java.util.Map;

/** The way into one class of messages. Immutable. */
final class MessageShape {

  /** What can be made anew of a message with something to hide. */
  enum Kind {
    /** A text and nothing else. */
    SIMPLE,
    /** A text with placeholders, and parameters. */
    PARAMETERIZED,
    /** An array of objects. */
    ARRAY,
    /** Keys and values. */
    MAP,
    /** Keys and values, and a text. */
    STRUCTURED,
    /** Whatever it is, its text is what we know. */
    OTHER
  }

  private static final ClassValue<MessageShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected MessageShape computeValue(Class<?> type) {
          try {
            return new MessageShape(type);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " is no message we know", e);
          }
        }
      };

  private final Kind kind;
  private final NewMessages newMessages;
  private final MethodHandle formatted;
  private final MethodHandle format;
  private final MethodHandle parameters;
  private final MethodHandle throwable;
  private final MethodHandle formatTo; // or null
  private final MethodHandle setLoggerName; // or null
  private final MethodHandle formats; // or null
  private final MethodHandle formattedAs; // or null
  private final MethodHandle data; // or null
  private final MethodHandle newInstance; // or null
  private final MethodHandle id; // or null
  private final MethodHandle type; // or null

  private MessageShape(Class<?> of) throws ReflectiveOperationException {
    Class<?> message = Hierarchy.find(of, "message.Message");
    kind = kind(of);
    newMessages = NewMessages.of(message);
    formatted = Handles.virtual(message, "getFormattedMessage", String.class);
    format = Handles.virtual(message, "getFormat", String.class);
    parameters = Handles.virtual(message, "getParameters", Object[].class);
    throwable = Handles.virtual(message, "getThrowable", Throwable.class);
    Class<?> formattable = Hierarchy.find(of, "util.StringBuilderFormattable");
    formatTo =
        formattable == null
            ? null
            : Handles.virtual(formattable, "formatTo", void.class, StringBuilder.class);
    Class<?> named = Hierarchy.find(of, "message.LoggerNameAwareMessage");
    setLoggerName =
        named == null ? null : Handles.virtual(named, "setLoggerName", void.class, String.class);
    Class<?> multi = Hierarchy.find(of, "message.MultiformatMessage");
    formats = multi == null ? null : Handles.virtual(multi, "getFormats", String[].class);
    formattedAs =
        multi == null
            ? null
            : Handles.virtual(multi, "getFormattedMessage", String.class, String[].class);
    Class<?> map = Hierarchy.find(of, "message.MapMessage");
    data = map == null ? null : Handles.virtual(map, "getData", Map.class);
    newInstance = map == null ? null : Handles.virtual(map, "newInstance", map, Map.class);
    Class<?> structured = Hierarchy.find(of, "message.StructuredDataMessage");
    id =
        structured == null
            ? null
            : Handles.virtual(
                structured, "getId", Hierarchy.sibling(message, "message.StructuredDataId"));
    type = structured == null ? null : Handles.virtual(structured, "getType", String.class);
  }

  static MessageShape of(Object message) {
    return SHAPES.get(message.getClass());
  }

  Kind kind() {
    return kind;
  }

  NewMessages newMessages() {
    return newMessages;
  }

  /** Whether it prints itself in other forms, too, which may tell more than its text. */
  boolean hasForms() {
    return formats != null;
  }

  boolean formatsTo() {
    return formatTo != null;
  }

  void formatTo(Object message, StringBuilder buffer) throws Throwable {
    formatTo.invokeExact(message, buffer);
  }

  String formatted(Object message) throws Throwable {
    return (String) (Object) formatted.invokeExact(message);
  }

  String format(Object message) throws Throwable {
    return (String) (Object) format.invokeExact(message);
  }

  Object[] parameters(Object message) throws Throwable {
    return (Object[]) (Object) parameters.invokeExact(message);
  }

  Throwable throwable(Object message) throws Throwable {
    return (Throwable) (Object) throwable.invokeExact(message);
  }

  /** Log4j tells a message its logger only later, and its text may depend on it. */
  void tellLogger(Object message, String logger) throws Throwable {
    if (setLoggerName != null) {
      setLoggerName.invokeExact(message, logger);
    }
  }

  String[] forms(Object message) throws Throwable {
    return (String[]) (Object) formats.invokeExact(message);
  }

  String formattedAs(Object message, String form) throws Throwable {
    String[] forms = {form};
    return (String) (Object) formattedAs.invokeExact(message, forms);
  }

  Map<?, ?> data(Object message) throws Throwable {
    return (Map<?, ?>) (Object) data.invokeExact(message);
  }

  /** A message of the same kind with other keys and values. */
  Object withData(Object message, Map<?, ?> others) throws Throwable {
    return (Object) newInstance.invokeExact(message, (Map) others);
  }

  /** The same for a message that has a text, too. */
  Object withData(Object message, String text, Map<?, ?> others) throws Throwable {
    Object knownId = (Object) id.invokeExact(message);
    Object knownType = (Object) type.invokeExact(message);
    return newMessages.structured(knownId, text, knownType, others);
  }

  private static Kind kind(Class<?> of) {
    if (Hierarchy.find(of, "message.StructuredDataMessage") != null) {
      return Kind.STRUCTURED;
    }
    if (Hierarchy.find(of, "message.MapMessage") != null) {
      return Kind.MAP;
    }
    return switch (of.getName()) {
      case "org.apache.logging.log4j.message.SimpleMessage",
          "org.apache.logging.log4j.message.ReusableSimpleMessage" ->
          Kind.SIMPLE;
      case "org.apache.logging.log4j.message.ParameterizedMessage",
          "org.apache.logging.log4j.message.ReusableParameterizedMessage" ->
          Kind.PARAMETERIZED;
      case "org.apache.logging.log4j.message.ObjectArrayMessage" -> Kind.ARRAY;
      default -> Kind.OTHER;
    };
  }
}
