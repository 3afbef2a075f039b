package dev.bauta.agent.instrumentation.jdbc;

import java.lang.reflect.Method;

/**
 * PostgreSQL's {@code PGobject}: a text with the name of its type, how its driver hands out citext,
 * json, inet and every type it has no class for. A text found inside is replaced in a copy; its
 * subclasses parse their text, so they become null instead.
 */
final class TextObject {

  private static final String NAME = "org.postgresql.util.PGobject";
  private static final ClassValue<Access> ACCESS = new AccessOfClass();

  /** How to read and copy objects of one class; null where it is no such class. */
  private record Access(Method getValue, Method setValue, Method copy, boolean plain) {}

  private TextObject() {}

  static boolean isOne(Object value) {
    return ACCESS.get(value.getClass()).getValue() != null;
  }

  /** What may be seen of it; null where it is none, or has no other form. */
  static Object visible(Column column, Object value) {
    Access access = ACCESS.get(value.getClass());
    if (access.getValue() == null) {
      return null;
    }
    try {
      if (!(access.getValue().invoke(value) instanceof String text)) {
        return value;
      }
      String masked = column.text(text);
      if (text.equals(masked)) {
        return value;
      }
      if (masked == null || !access.plain()) {
        return null;
      }
      Object copy = access.copy().invoke(value);
      access.setValue().invoke(copy, masked);
      return copy;
    } catch (ReflectiveOperationException failure) {
      column.failed(failure);
      return null;
    }
  }

  private static final class AccessOfClass extends ClassValue<Access> {
    @Override
    protected Access computeValue(Class<?> type) {
      Class<?> base = type;
      while (base != null && !base.getName().equals(NAME)) {
        base = base.getSuperclass();
      }
      if (base == null) {
        return new Access(null, null, null, false);
      }
      try {
        return new Access(
            base.getMethod("getValue"),
            base.getMethod("setValue", String.class),
            base.getMethod("clone"),
            base == type);
      } catch (NoSuchMethodException unknownShape) {
        throw new IllegalStateException(unknownShape);
      }
    }
  }
}
