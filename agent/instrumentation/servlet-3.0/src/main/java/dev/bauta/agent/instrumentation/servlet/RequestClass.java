package dev.bauta.agent.instrumentation.servlet;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.Principal;

/**
 * The way to a request's principal. The methods are those of the public interface that the
 * request's class implements: the class itself is often not public. Immutable.
 *
 * @param userPrincipal {@code getUserPrincipal()}, or null where the class is no HTTP request
 * @param remoteUser {@code getRemoteUser()}, likewise
 */
record RequestClass(MethodHandle userPrincipal, MethodHandle remoteUser) {

  private static final RequestClass NOT_HTTP = new RequestClass(null, null);

  /**
   * Finds the interface by name, so that it comes from the request's own loader.
   *
   * @throws IllegalStateException where the interface has another shape
   */
  static RequestClass of(Class<?> type) {
    Class<?> http = httpInterface(type);
    if (http == null) {
      return NOT_HTTP;
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      MethodType getter = MethodType.methodType(Object.class, Object.class);
      return new RequestClass(
          lookup.unreflect(http.getMethod("getUserPrincipal")).asType(getter),
          lookup.unreflect(http.getMethod("getRemoteUser")).asType(getter));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(http.getName() + " cannot be asked for its principal", e);
    }
  }

  /** The principal's name, or null for nobody. */
  String principal(Object request) throws Throwable {
    if (userPrincipal == null) {
      return null;
    }
    String name = null;
    if ((Object) userPrincipal.invokeExact(request) instanceof Principal principal) {
      name = principal.getName();
    }
    if (name == null || name.isEmpty()) {
      name = (String) (Object) remoteUser.invokeExact(request);
    }
    return name == null || name.isEmpty() ? null : name;
  }

  private static Class<?> httpInterface(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Class<?> implemented : at.getInterfaces()) {
        Class<?> found = isHttp(implemented) ? implemented : httpInterface(implemented);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean isHttp(Class<?> type) {
    String name = type.getName();
    return name.equals("jakarta.servlet.http.HttpServletRequest")
        || name.equals("javax.servlet.http.HttpServletRequest");
  }
}
