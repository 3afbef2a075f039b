package dev.bauta.agent.instrumentation.jbosslogmanager;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.logging.LogRecord;

/**
 * The way to the style in which a record's message is formatted.
 *
 * @param getter {@code getFormatStyle()}
 * @param setter {@code setMessage(String, FormatStyle)}
 */
record RecordStyle(MethodHandle getter, MethodHandle setter) {

  private static final String RECORD = "org.jboss.logmanager.ExtLogRecord";

  /**
   * Finds the methods by name, so that they come from the record's own loader.
   *
   * @throws IllegalStateException where the class has another shape
   */
  static RecordStyle of(Class<?> type) {
    Class<?> record = type;
    while (record != null && !record.getName().equals(RECORD)) {
      record = record.getSuperclass();
    }
    try {
      if (record == null) {
        throw new NoSuchMethodException(RECORD);
      }
      var getter = record.getMethod("getFormatStyle");
      var setter = record.getMethod("setMessage", String.class, getter.getReturnType());
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      return new RecordStyle(
          lookup.unreflect(getter).asType(MethodType.methodType(Object.class, LogRecord.class)),
          lookup
              .unreflect(setter)
              .asType(
                  MethodType.methodType(void.class, LogRecord.class, String.class, Object.class)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " has no style of formatting", e);
    }
  }

  /** The style of a record. */
  Object of(LogRecord record) {
    try {
      return (Object) getter.invokeExact(record);
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Gives a record a message of that style. */
  void set(LogRecord record, String message, Object style) {
    try {
      setter.invokeExact(record, message, style);
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  static boolean isPrintf(Object style) {
    return style instanceof Enum<?> one && one.name().equals("PRINTF");
  }
}
