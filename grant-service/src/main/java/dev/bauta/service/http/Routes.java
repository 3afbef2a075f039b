package dev.bauta.service.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;

/**
 * The only way to a route of the API: what answers and what describes are registered together, so
 * neither can be there without the other.
 */
final class Routes {
  private final RoutesConfig javalin;
  private final Once once;
  private final List<Operation> operations = new ArrayList<>();

  Routes(RoutesConfig javalin, Once once) {
    this.javalin = javalin;
    this.once = once;
  }

  void add(Operation operation, Handler handler) {
    describe(operation);
    Handler whole = operation.takesKey() ? once.around(handler) : handler;
    Handler checked = operation.takesKey() ? JsonOnly.around(whole) : whole;
    Handler known =
        context -> {
          context.attribute(Callers.OPERATION, operation);
          checked.handle(context);
        };
    switch (operation.method()) {
      case "GET" -> javalin.get(operation.path(), known);
      case "POST" -> javalin.post(operation.path(), known);
      default -> throw new IllegalArgumentException("no route for " + operation.method());
    }
  }

  /** A page for people; no part of the API, and not described. */
  void page(String path, Handler handler) {
    javalin.get(path, handler);
  }

  /** What a page's button does. */
  void button(String path, Handler handler) {
    javalin.post(path, handler);
  }

  /** For what another part of the server answers. */
  void describe(Operation operation) {
    boolean taken =
        operations.stream()
            .anyMatch(
                o ->
                    o.id().equals(operation.id())
                        || (o.path().equals(operation.path())
                            && o.method().equals(operation.method())));
    if (taken) throw new IllegalArgumentException(operation.id() + " is there twice");
    operations.add(operation);
  }

  List<Operation> operations() {
    return List.copyOf(operations);
  }
}
