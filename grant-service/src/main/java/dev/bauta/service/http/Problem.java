package dev.bauta.service.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.service.access.Fault;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;

/**
 * An error as {@code application/problem+json} (RFC 9457).
 *
 * @param code the last part of the type, a stable word for programs
 * @param retryAfter in seconds, or 0 if that is not known
 */
record Problem(String code, int status, String detail, List<Fault> faults, int retryAfter) {
  static final String TYPE = "application/problem+json";

  private static final ObjectMapper JSON = new ObjectMapper();

  Problem(String code, int status, String detail, List<Fault> faults) {
    this(code, status, detail, faults, 0);
  }

  static Problem of(int status, String detail) {
    return new Problem("http-" + status, status, detail, List.of());
  }

  byte[] bytes() {
    ObjectNode node = JSON.createObjectNode();
    node.put("type", "urn:bauta:problem:" + code);
    node.put("title", HttpStatus.getMessage(status));
    node.put("status", status);
    node.put("detail", detail);
    if (!faults.isEmpty()) {
      ArrayNode all = node.putArray("faults");
      faults.forEach(f -> all.addObject().put("field", f.field()).put("message", f.message()));
    }
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  void answer(Context context) {
    if (status == 401) context.header("WWW-Authenticate", "Bearer");
    if (retryAfter > 0) context.header("Retry-After", Integer.toString(retryAfter));
    context.status(status).result(bytes()).contentType(TYPE);
  }
}
