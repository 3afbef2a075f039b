package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.api.JsonPlace;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The calls into copies of jackson-core that hooks need, found once for each class. */
final class CoreCalls {

  private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

  private static final MethodType QUESTION = MethodType.methodType(boolean.class, Object.class);

  /** How a write context is asked for its name, for the one around it, and what it is. */
  private record Context(
      MethodHandle name, MethodHandle parent, MethodHandle inArray, MethodHandle inObject) {}

  private final ClassValue<Context> contexts =
      new ClassValue<>() {
        @Override
        protected Context computeValue(Class<?> type) {
          try {
            return new Context(
                getter(type, names.currentName()),
                getter(type, "getParent"),
                question(type, "inArray"),
                question(type, "inObject"));
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("jackson-core of an unknown shape", e);
          }
        }
      };

  /** Makes a SerializedString of the copy that a SerializableString belongs to. */
  private final ClassValue<MethodHandle> serialized =
      new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
          try {
            Class<?> serializable = find(type, name("SerializableString"));
            Class<?> serialized =
                Class.forName(name("io/SerializedString"), true, serializable.getClassLoader());
            return MethodHandles.publicLookup()
                .findConstructor(serialized, MethodType.methodType(void.class, String.class))
                .asType(GETTER);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("jackson-core of an unknown shape", e);
          }
        }
      };

  private final JacksonNames names;

  CoreCalls(JacksonNames names) {
    this.names = names;
  }

  /** The name of the property that an array, or an array in it, is the value of; or null. */
  String enclosingName(Object writeContext) {
    try {
      for (Object context = writeContext; context != null; ) {
        Context calls = contexts.get(context.getClass());
        Object name = calls.name.invokeExact(context);
        if (name != null) {
          return (String) name;
        }
        context = calls.parent.invokeExact(context);
      }
      return null;
    } catch (Throwable e) {
      throw new IllegalStateException("jackson-core of an unknown shape", e);
    }
  }

  /** How far the rules for paths have come at the value to be written. */
  JsonPlace place(Object writeContext, JsonPlace root) {
    try {
      return at(writeContext, root);
    } catch (Throwable e) {
      throw new IllegalStateException("jackson-core of an unknown shape", e);
    }
  }

  // Recursion is as deep as the document, whose writers are recursive themselves; a stack that is
  // used up here hides the value.
  private JsonPlace at(Object context, JsonPlace root) throws Throwable {
    if (context == null) {
      return root;
    }
    Context calls = contexts.get(context.getClass());
    JsonPlace around = at((Object) calls.parent.invokeExact(context), root);
    if ((boolean) calls.inArray.invokeExact(context)) {
      return around.element();
    }
    if (!(boolean) calls.inObject.invokeExact(context)) {
      return around;
    }
    Object name = calls.name.invokeExact(context);
    return name == null ? around : around.member((String) name);
  }

  /** Another text as the same library's serializable string. */
  Object serializable(Object like, String text) {
    try {
      return serialized.get(like.getClass()).invokeExact((Object) text);
    } catch (Throwable e) {
      throw new IllegalStateException("jackson-core of an unknown shape", e);
    }
  }

  private String name(String core) {
    return JacksonNames.binary(names.core(core));
  }

  private static MethodHandle getter(Class<?> type, String name)
      throws ReflectiveOperationException {
    return MethodHandles.publicLookup().unreflect(type.getMethod(name)).asType(GETTER);
  }

  private static MethodHandle question(Class<?> type, String name)
      throws ReflectiveOperationException {
    return MethodHandles.publicLookup().unreflect(type.getMethod(name)).asType(QUESTION);
  }

  private static Class<?> find(Class<?> from, String name) throws ClassNotFoundException {
    for (Class<?> type = from; type != null; type = type.getSuperclass()) {
      for (Class<?> implemented : type.getInterfaces()) {
        if (implemented.getName().equals(name)) {
          return implemented;
        }
        try {
          return find(implemented, name);
        } catch (ClassNotFoundException another) {
          continue;
        }
      }
    }
    throw new ClassNotFoundException(name);
  }
}
