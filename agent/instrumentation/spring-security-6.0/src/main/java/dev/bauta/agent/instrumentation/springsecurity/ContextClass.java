package dev.bauta.agent.instrumentation.springsecurity;

import dev.bauta.agent.api.Interfaces;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.Principal;

/**
 * The way from a security context to its principal's name. Immutable.
 *
 * @param authentication {@code getAuthentication()}, or null where the class is no context
 * @param authenticated {@code isAuthenticated()} of what that gives
 */
record ContextClass(MethodHandle authentication, MethodHandle authenticated) {

  private static final ContextClass NO_CONTEXT = new ContextClass(null, null);
  private static final String ANONYMOUS =
      "org.springframework.security.authentication.AnonymousAuthenticationToken";

  /**
   * @throws IllegalStateException where the interface has another shape
   */
  static ContextClass of(Class<?> type) {
    Class<?> context =
        Interfaces.of(type, "org.springframework.security.core.context.SecurityContext");
    if (context == null) {
      return NO_CONTEXT;
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      var getter = context.getMethod("getAuthentication");
      var flag = getter.getReturnType().getMethod("isAuthenticated");
      return new ContextClass(
          lookup.unreflect(getter).asType(MethodType.methodType(Object.class, Object.class)),
          lookup.unreflect(flag).asType(MethodType.methodType(boolean.class, Object.class)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(context.getName() + " cannot be asked who it is of", e);
    }
  }

  /** The principal's name, or null for nobody: not logged in, or known to be anybody. */
  String principal(Object context) throws Throwable {
    if (authentication == null) {
      return null;
    }
    Object found = (Object) authentication.invokeExact(context);
    if (!(found instanceof Principal principal)
        || isAnonymous(found.getClass())
        || !(boolean) authenticated.invokeExact(found)) {
      return null;
    }
    String name = principal.getName();
    return name == null || name.isEmpty() ? null : name;
  }

  private static boolean isAnonymous(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (at.getName().equals(ANONYMOUS)) {
        return true;
      }
    }
    return false;
  }
}
