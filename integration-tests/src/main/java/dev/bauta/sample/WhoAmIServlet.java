package dev.bauta.sample;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code /whoami}: the name of the signed-in person. */
final class WhoAmIServlet extends DeskServlet {

  private static final long serialVersionUID = 1;

  WhoAmIServlet(JsonMapper json) {
    super(json);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(response, Map.of("user", request.getRemoteUser()));
  }
}
