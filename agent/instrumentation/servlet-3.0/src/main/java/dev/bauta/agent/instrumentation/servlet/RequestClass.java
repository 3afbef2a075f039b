package dev.bauta.agent.instrumentation.servlet;

import dev.bauta.agent.api.Interfaces;
import dev.bauta.agent.api.ViewerSources;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.security.Principal;
import java.util.Enumeration;

/**
 * The way to a request's principal. The methods are those of the public interface that the
 * request's class implements: the class itself is often not public. Immutable.
 *
 * @param userPrincipal {@code getUserPrincipal()}, or null where the class is no HTTP request
 * @param remoteUser {@code getRemoteUser()}, likewise
 * @param remoteAddress {@code getRemoteAddr()}, likewise
 * @param headers {@code getHeaders(String)}, likewise
 */
record RequestClass(
    MethodHandle userPrincipal,
    MethodHandle remoteUser,
    MethodHandle remoteAddress,
    MethodHandle headers) {

  private static final RequestClass NOT_HTTP = new RequestClass(null, null, null, null);

  /**
   * Finds the interface by name, so that it comes from the request's own loader.
   *
   * @throws IllegalStateException where the interface has another shape
   */
  static RequestClass of(Class<?> type) {
    Class<?> http =
        Interfaces.of(
            type,
            "jakarta.servlet.http.HttpServletRequest",
            "javax.servlet.http.HttpServletRequest");
    if (http == null) {
      return NOT_HTTP;
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      MethodType getter = MethodType.methodType(Object.class, Object.class);
      return new RequestClass(
          lookup.unreflect(http.getMethod("getUserPrincipal")).asType(getter),
          lookup.unreflect(http.getMethod("getRemoteUser")).asType(getter),
          lookup.unreflect(http.getMethod("getRemoteAddr")).asType(getter),
          lookup
              .unreflect(http.getMethod("getHeaders", String.class))
              .asType(MethodType.methodType(Object.class, Object.class, String.class)));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(http.getName() + " cannot be asked for its principal", e);
    }
  }

  /**
   * The principal's name, or null for nobody.
   *
   * @param sources asked for a header where the server knows nobody
   */
  String principal(Object request, ViewerSources sources) throws Throwable {
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
    if (name == null || name.isEmpty()) {
      return sources.header() == null ? null : ofProxy(request, sources);
    }
    return name;
  }

  /** What a proxy says that is known. Two headers are none: one of them is not the proxy's. */
  private String ofProxy(Object request, ViewerSources sources) throws Throwable {
    Object from = (Object) remoteAddress.invokeExact(request);
    if (!sources.proxy().test((String) from)) {
      return null;
    }
    Object values = (Object) headers.invokeExact(request, sources.header());
    if (!(values instanceof Enumeration<?> all) || !all.hasMoreElements()) {
      return null;
    }
    String name = ((String) all.nextElement()).trim();
    return name.isEmpty() || all.hasMoreElements() ? null : name;
  }
}
