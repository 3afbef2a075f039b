package dev.bauta.agent.instrumentation.servlet;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A servlet that answers with what the test's supplier says while it runs. */
final class JavaxScenario implements UnaryOperator<Object> {

  private static final class Desk extends HttpServlet {
    private final Supplier<?> who;
    private Object answer;

    private Desk(Supplier<?> who) {
      this.who = who;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      if (request.getPathInfo() != null) {
        forward(this, request, response); // to itself, without end, as a wrong mapping does
      }
      answer = who.get();
      if (request.getRequestURI() == null) {
        throw new IllegalArgumentException("no URI");
      }
    }
  }

  private static void forward(
      Servlet to, HttpServletRequest request, HttpServletResponse response) {
    try {
      to.service(request, response);
    } catch (java.io.IOException | javax.servlet.ServletException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes {@code Object[] {Supplier who, Map of the request's getters}}. */
  @Override
  public Object apply(Object arguments) {
    Object[] pair = (Object[]) arguments;
    Desk desk = new Desk((Supplier<?>) pair[0]);
    Map<?, ?> getters = (Map<?, ?>) pair[1];
    try {
      ((Servlet) desk)
          .service( // as a container calls it
              proxy(HttpServletRequest.class, getters), proxy(HttpServletResponse.class, Map.of()));
      return desk.answer;
    } catch (StackOverflowError e) {
      return "overflow";
    } catch (IllegalArgumentException e) {
      return desk.answer + " threw " + e.getMessage();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T proxy(Class<T> type, Map<?, ?> getters) {
    InvocationHandler handler =
        (self, method, ignored) -> {
          Object value = getters.get(method.getName());
          if (value instanceof RuntimeException failure) {
            throw failure;
          }
          return method.getReturnType() == Principal.class && value != null
              ? (Principal) () -> (String) value
              : value;
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
