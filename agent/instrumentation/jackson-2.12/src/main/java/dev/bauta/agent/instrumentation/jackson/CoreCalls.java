package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.api.JsonPlace;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

/** The calls into copies of jackson-core that hooks need, found once for each class. */
final class CoreCalls {

  private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

  private static final MethodType QUESTION = MethodType.methodType(boolean.class, Object.class);

  /**
   * How a write context is asked for its name, for the one around it, and what it is.
   *
   * @param open the name of the member whose value is being written now: binary formats forget
   *     {@code name} as soon as an array or object begins
   */
  private record Context(
      MethodHandle name,
      MethodHandle open,
      MethodHandle parent,
      MethodHandle inArray,
      MethodHandle inObject) {}

  private final ClassValue<Context> contexts =
      new ClassValue<>() {
        @Override
        protected Context computeValue(Class<?> type) {
          try {
            MethodHandle name = getter(type, names.currentName());
            return new Context(
                name,
                open(type, name),
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
    if (writeContext == null) {
      return null;
    }
    try {
      Context calls = contexts.get(writeContext.getClass());
      Object name = calls.name.invokeExact(writeContext);
      Object context = calls.parent.invokeExact(writeContext);
      while (name == null && context != null) {
        calls = contexts.get(context.getClass());
        if ((boolean) calls.inObject.invokeExact(context)) { // an array may hold an old one
          name = calls.open.invokeExact(context);
        }
        context = calls.parent.invokeExact(context);
      }
      return (String) name;
    } catch (Throwable e) {
      throw new IllegalStateException("jackson-core of an unknown shape", e);
    }
  }

  /** How far the rules for paths have come at the value to be written. */
  JsonPlace place(Object writeContext, JsonPlace root) {
    try {
      return at(writeContext, root, false);
    } catch (Throwable e) {
      throw new IllegalStateException("jackson-core of an unknown shape", e);
    }
  }

  // Recursion is as deep as the document, whose writers are recursive themselves; a stack that is
  // used up here hides the value.
  private JsonPlace at(Object context, JsonPlace root, boolean around) throws Throwable {
    if (context == null) {
      return root;
    }
    Context calls = contexts.get(context.getClass());
    JsonPlace outer = at((Object) calls.parent.invokeExact(context), root, true);
    if ((boolean) calls.inArray.invokeExact(context)) {
      return outer.element();
    }
    if (!(boolean) calls.inObject.invokeExact(context)) {
      return outer;
    }
    Object name = around ? calls.open.invokeExact(context) : calls.name.invokeExact(context);
    return name == null ? outer : outer.member((String) name);
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

  /** The field behind the name, where there is one and it may be read; else the name itself. */
  private static MethodHandle open(Class<?> type, MethodHandle name) {
    try {
      Field field = type.getDeclaredField("_currentName");
      field.setAccessible(true);
      return MethodHandles.lookup().unreflectGetter(field).asType(GETTER);
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return name;
    }
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
