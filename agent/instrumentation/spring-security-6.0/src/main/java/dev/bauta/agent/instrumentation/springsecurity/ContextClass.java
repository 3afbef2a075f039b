package dev.bauta.agent.instrumentation.springsecurity;

import dev.bauta.agent.api.Interfaces;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.Principal;
import java.util.Collection;

/**
 * The way from a security context to its principal's name. Immutable.
 *
 * @param authentication {@code getAuthentication()}, or null where the class is no context
 * @param authenticated {@code isAuthenticated()} of what that gives
 * @param authorities {@code getAuthorities()} of it
 */
record ContextClass(
    MethodHandle authentication, MethodHandle authenticated, MethodHandle authorities) {

  private static final ContextClass NO_CONTEXT = new ContextClass(null, null, null);
  private static final String AUTHORITY = "org.springframework.security.core.GrantedAuthority";
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
          lookup.unreflect(flag).asType(MethodType.methodType(boolean.class, Object.class)),
          lookup
              .unreflect(getter.getReturnType().getMethod("getAuthorities"))
              .asType(MethodType.methodType(Object.class, Object.class)));
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

  /** Whether the principal has the authority of this name, or of the name with {@code ROLE_}. */
  boolean hasRole(Object context, String role) throws Throwable {
    if (principal(context) == null) {
      return false;
    }
    Object found = (Object) authentication.invokeExact(context);
    if ((Object) authorities.invokeExact(found) instanceof Collection<?> all) {
      for (Object authority : all) {
        Class<?> type = Interfaces.of(authority.getClass(), AUTHORITY);
        Object name = type == null ? null : type.getMethod("getAuthority").invoke(authority);
        if (role.equals(name) || ("ROLE_" + role).equals(name)) {
          return true;
        }
      }
    }
    return false;
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
