package dev.bauta.agent.instrumentation.servlet;

import dev.bauta.agent.api.Interfaces;
import dev.bauta.agent.api.ViewerSources;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;

/** What a request says of itself besides its principal; asked for rules about roles only. */
final class RequestFacts {

  private RequestFacts() {}

  static boolean hasRole(Object request, String role) throws ReflectiveOperationException {
    return (boolean) method(request, "isUserInRole", String.class).invoke(request, role);
  }

  static String authentication(Object request) throws ReflectiveOperationException {
    return (String) method(request, "getAuthType").invoke(request);
  }

  /** The age of the session that there is, in seconds, or -1; never makes one. */
  static long sessionSeconds(Object request) throws ReflectiveOperationException {
    Object session = method(request, "getSession", boolean.class).invoke(request, false);
    if (session == null) {
      return -1;
    }
    Class<?> type =
        Interfaces.of(
            session.getClass(),
            "jakarta.servlet.http.HttpSession",
            "javax.servlet.http.HttpSession");
    long created = (long) type.getMethod("getCreationTime").invoke(session);
    return (System.currentTimeMillis() - created) / 1000;
  }

  /** The last address that no trusted proxy is at, as they tell it; null where they tell none. */
  static String remoteAddress(Object request, ViewerSources sources)
      throws ReflectiveOperationException {
    String peer = (String) method(request, "getRemoteAddr").invoke(request);
    if (!sources.proxy().test(peer)) {
      return peer;
    }
    List<String> hops = new ArrayList<>();
    Object values = method(request, "getHeaders", String.class).invoke(request, "X-Forwarded-For");
    if (values instanceof Enumeration<?> all) {
      while (all.hasMoreElements()) {
        hops.addAll(List.of(((String) all.nextElement()).split(",", -1)));
      }
    }
    for (int i = hops.size() - 1; i >= 0; i--) {
      String hop = hops.get(i).trim();
      if (!sources.proxy().test(hop)) {
        return hop; // what stands before it, its sender may have made up
      }
    }
    return null;
  }

  private static Method method(Object request, String name, Class<?>... types)
      throws ReflectiveOperationException {
    Class<?> http =
        Interfaces.of(
            request.getClass(),
            "jakarta.servlet.http.HttpServletRequest",
            "javax.servlet.http.HttpServletRequest");
    if (http == null) {
      throw new NoSuchMethodException(name);
    }
    return http.getMethod(name, types);
  }
}
