package dev.bauta.agent.instrumentation.logback;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The way into one loader's {@code org.slf4j.event.KeyValuePair}. Immutable. */
final class PairClass {

  private final MethodHandle key;
  private final MethodHandle value;
  private final MethodHandle constructor;

  private PairClass(MethodHandle key, MethodHandle value, MethodHandle constructor) {
    this.key = key;
    this.value = value;
    this.constructor = constructor;
  }

  /**
   * Looks the members up.
   *
   * @throws IllegalStateException where the class has another shape
   */
  static PairClass of(Class<?> type) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      return new PairClass(
          lookup
              .unreflectGetter(type.getField("key"))
              .asType(MethodType.methodType(Object.class, Object.class)),
          lookup
              .unreflectGetter(type.getField("value"))
              .asType(MethodType.methodType(Object.class, Object.class)),
          lookup
              .findConstructor(type, MethodType.methodType(void.class, String.class, Object.class))
              .asType(MethodType.methodType(Object.class, String.class, Object.class)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " has no key, value and constructor", e);
    }
  }

  String key(Object pair) {
    try {
      return (String) (Object) key.invokeExact(pair);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  Object value(Object pair) {
    try {
      return (Object) value.invokeExact(pair);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  Object create(String withKey, Object withValue) {
    try {
      return (Object) constructor.invokeExact(withKey, withValue);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
