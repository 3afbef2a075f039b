package dev.bauta.sample;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * {@code POST /fail}: a registration that always goes wrong, and is logged as it happens in real
 * life, with everything the code knew.
 */
final class RegistrationServlet extends DeskServlet {

  private static final long serialVersionUID = 1;
  private static final Logger log = LoggerFactory.getLogger(RegistrationServlet.class);

  /** What a new customer types in; plain text that nobody has marked. */
  record Registration(String email, String card, String ssn, String password) {}

  RegistrationServlet(JsonMapper json) {
    super(json);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Registration registration = body(request, Registration.class);
    MDC.put("registration", registration.email());
    try {
      register(registration);
    } catch (IllegalStateException failed) {
      log.error("Registration of {} failed", registration.email(), failed);
      log.atWarn()
          .addKeyValue("card", registration.card())
          .addKeyValue("ssn", registration.ssn())
          .log("Kept for a second try, password={}", registration.password());
      answer(
          response,
          HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
          Map.of("error", failed.getMessage()));
    } finally {
      MDC.remove("registration");
    }
  }

  private static void register(Registration registration) {
    try {
      charge(registration.card());
    } catch (IllegalArgumentException refused) {
      IllegalStateException failed =
          new IllegalStateException("cannot register " + registration.email(), refused);
      failed.addSuppressed(
          new IllegalStateException("no letter sent, SSN " + registration.ssn() + " unchecked"));
      throw failed;
    }
  }

  private static void charge(String card) {
    throw new IllegalArgumentException("card " + card + " was declined");
  }
}
