package dev.bauta.sample;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /orders/70}. */
final class OrderServlet extends DeskServlet {

  private static final long serialVersionUID = 1;
  private static final Logger log = LoggerFactory.getLogger(OrderServlet.class);

  private final transient CustomerStore store;

  OrderServlet(JsonMapper json, CustomerStore store) {
    super(json);
    this.store = store;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    try {
      OptionalLong id = number(request, 0);
      Optional<Order> order = id.isEmpty() ? Optional.empty() : store.order(id.getAsLong());
      if (order.isEmpty()) {
        notFound(response, "this order");
        return;
      }
      log.info("Opened {}", order.get());
      answer(response, order.get());
    } catch (SQLException failed) {
      throw new ServletException("orders cannot be read", failed);
    }
  }
}
