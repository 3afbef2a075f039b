package dev.bauta.agent.instrumentation.jsonorigin;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What a mapper is known by while it writes: in Jackson 2 itself, which its generators tell; in
 * Jackson 3 the factory of its generators; in other libraries itself.
 */
final class Codec {

  private static final String GENERATOR_2 = "com.fasterxml.jackson.core.JsonGenerator";
  private static final String CONTEXT_3 = "tools.jackson.databind.SerializationContext";
  private static final String MAPPER_3 = "tools.jackson.databind.ObjectMapper";

  private static final ClassValue<MethodHandle> ASKING =
      new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
          return asking(type);
        }
      };

  private Codec() {}

  /** What a mapper, or the mapper of a writer, is known by; null where it has none. */
  static Object of(Object writer) {
    try {
      return writer == null ? null : (Object) ASKING.get(writer.getClass()).invokeExact(writer);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static MethodHandle asking(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      switch (at.getName()) {
        case GENERATOR_2 -> {
          return getter(at, "getCodec");
        }
        case CONTEXT_3, MAPPER_3 -> {
          return getter(at, "tokenStreamFactory");
        }
        default -> {}
      }
    }
    return MethodHandles.identity(Object.class);
  }

  private static MethodHandle getter(Class<?> type, String name) {
    try {
      return MethodHandles.publicLookup()
          .unreflect(type.getMethod(name))
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " cannot be asked for its mapper", e);
    }
  }
}
