package dev.bauta.agent.api.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import sun.reflect.ReflectionFactory;

/**
 * Copies of throwables that are of the same class, so that filters, error trackers and tracers see
 * the type they know. No constructor runs: the fields are copied, and message, cause, trace and
 * suppressed ones set. Works where {@code java.lang} was opened to the agent.
 */
final class ThrowableTwin {

  private static final VarHandle MESSAGE = field("detailMessage", String.class);
  private static final VarHandle CAUSE = field("cause", Throwable.class);
  private static final VarHandle TRACE = field("stackTrace", StackTraceElement[].class);
  private static final VarHandle SUPPRESSED = field("suppressedExceptions", List.class);

  private ThrowableTwin() {}

  /** A copy with another message, no cause and nothing suppressed; null where none can be made. */
  static Throwable of(Throwable thrown, String message) {
    if (MESSAGE == null || CAUSE == null || TRACE == null || SUPPRESSED == null) {
      return null;
    }
    try {
      Constructor<?> constructor =
          ReflectionFactory.getReflectionFactory()
              .newConstructorForSerialization(
                  thrown.getClass(), Object.class.getDeclaredConstructor());
      Throwable twin = (Throwable) constructor.newInstance();
      copyFields(thrown, twin);
      MESSAGE.set(twin, message);
      CAUSE.set(twin, null);
      TRACE.set(twin, thrown.getStackTrace());
      SUPPRESSED.set(twin, new ArrayList<Throwable>(0));
      return twin;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError impossible) {
      return null;
    }
  }

  static void becauseOf(Throwable twin, Throwable cause) {
    CAUSE.set(twin, cause);
  }

  private static void copyFields(Throwable from, Throwable to) throws IllegalAccessException {
    for (Class<?> type = from.getClass(); type != Throwable.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        // A field of a module that is closed to us stays empty.
        if (!Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()) {
          field.set(to, field.get(from));
        }
      }
    }
  }

  private static VarHandle field(String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(Throwable.class, MethodHandles.lookup())
          .findVarHandle(Throwable.class, name, type);
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return null;
    }
  }
}
