package dev.bauta.sample;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /customers?q=}, {@code /customers/7} (a POST moves it) and {@code /customers/7/card}. */
final class CustomerServlet extends DeskServlet {

  private static final long serialVersionUID = 1;
  private static final Logger log = LoggerFactory.getLogger(CustomerServlet.class);

  private final transient CustomerStore store;

  CustomerServlet(JsonMapper json, CustomerStore store) {
    super(json);
    this.store = store;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    try {
      OptionalLong id = number(request, 0);
      String[] parts = parts(request);
      if (parts.length == 0) {
        search(request, response);
      } else if (id.isEmpty()) {
        notFound(response, "this customer");
      } else if (parts.length == 2 && parts[1].equals("card")) {
        card(id.getAsLong(), response);
      } else {
        show(id.getAsLong(), response);
      }
    } catch (SQLException failed) {
      throw new ServletException("customers cannot be read", failed);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    try {
      OptionalLong id = number(request, 0);
      String city = request.getParameter("city");
      if (id.isEmpty() || city == null || !store.move(id.getAsLong(), city)) {
        notFound(response, "this customer");
        return;
      }
      log.info("Moved customer {}", id.getAsLong());
      answer(response, store.customer(id.getAsLong()).orElseThrow());
    } catch (SQLException failed) {
      throw new ServletException("the customer cannot be saved", failed);
    }
  }

  private void search(HttpServletRequest request, HttpServletResponse response)
      throws IOException, SQLException {
    String text = Optional.ofNullable(request.getParameter("q")).orElse("");
    List<Customer> found = store.search(text);
    log.info("Search for '{}' found {} customers", text, found.size());
    answer(response, found);
  }

  private void show(long id, HttpServletResponse response) throws IOException, SQLException {
    Optional<Customer> customer = store.customer(id);
    if (customer.isEmpty()) {
      notFound(response, "customer " + id);
      return;
    }
    log.info("Opened {}", customer.get());
    answer(response, customer.get());
  }

  private void card(long id, HttpServletResponse response) throws IOException, SQLException {
    Optional<String> card = store.card(id);
    if (card.isEmpty()) {
      notFound(response, "customer " + id);
      return;
    }
    response.setContentType("text/plain");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().print(card.get());
  }
}
