package dev.bauta.agent.instrumentation.log4j2;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Ways to public members of the library, for callers that know none of its types. */
final class Handles {

  private Handles() {}

  /** A method as one of objects: its receiver and what it returns are told as {@code Object}. */
  static MethodHandle virtual(Class<?> owner, String name, Class<?> returns, Class<?>... arguments)
      throws ReflectiveOperationException {
    MethodHandle handle =
        MethodHandles.publicLookup()
            .findVirtual(owner, name, MethodType.methodType(returns, arguments))
            .asFixedArity();
    MethodType type = handle.type().changeParameterType(0, Object.class);
    return handle.asType(returns.isPrimitive() ? type : type.changeReturnType(Object.class));
  }

  /** A constructor, as a function of objects. */
  static MethodHandle constructor(Class<?> owner, Class<?>... arguments)
      throws ReflectiveOperationException {
    return MethodHandles.publicLookup()
        .findConstructor(owner, MethodType.methodType(void.class, arguments))
        .asFixedArity()
        .asType(MethodType.genericMethodType(arguments.length));
  }
}
