package dev.bauta.sample;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;

/** What the desk's servlets share: answers and path parts. */
abstract class DeskServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient JsonMapper json;

  DeskServlet(JsonMapper json) {
    this.json = json;
  }

  final void answer(HttpServletResponse response, Object body) throws IOException {
    answer(response, HttpServletResponse.SC_OK, body);
  }

  final void answer(HttpServletResponse response, int status, Object body) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    json.writeValue(response.getOutputStream(), body);
  }

  final void notFound(HttpServletResponse response, String what) throws IOException {
    answer(response, HttpServletResponse.SC_NOT_FOUND, Map.of("error", what + " is not known"));
  }

  final <T> T body(HttpServletRequest request, Class<T> type) throws IOException {
    return json.readValue(request.getInputStream(), type);
  }

  /** The number that stands in the path at {@code position}, counted from 0 behind the servlet. */
  static OptionalLong number(HttpServletRequest request, int position) {
    String[] parts = parts(request);
    try {
      return position < parts.length
          ? OptionalLong.of(Long.parseLong(parts[position]))
          : OptionalLong.empty();
    } catch (NumberFormatException notNumber) {
      return OptionalLong.empty();
    }
  }

  static String[] parts(HttpServletRequest request) {
    String path = request.getPathInfo();
    return path == null || path.length() < 2 ? new String[0] : path.substring(1).split("/", -1);
  }
}
