package dev.bauta.agent.instrumentation.orgjson;

import dev.bauta.annotations.Pii;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.json.JSONArray;
import org.json.JSONObject;
import org.json.JSONStringer;

/** What applications do with org.json. Takes the name of a scenario and gives the JSON. */
public final class Scenarios implements Function<String, String> {

  @Override
  public String apply(String scenario) {
    try {
      return run(scenario);
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  private static String run(String scenario) {
    return switch (scenario) {
      case "bean" -> new JSONObject(new Bean()).toString();
      case "key" -> new JSONObject().put("ssn", String.valueOf(123)).toString();
      case "content" -> new JSONObject().put("note", "write to ada@example.com").toString();
      case "name" -> new JSONObject().put("ada@example.com", 1).toString();
      case "number" -> new JSONObject().put("ssn", 4111111111111111L).toString();
      case "list" ->
          new JSONObject().put("ssn", new JSONArray(List.of("1", List.of("2")))).toString();
      case "map" -> new JSONObject(Map.of("inner", Map.of("ssn", List.of("1")))).toString(2);
      case "object in list" ->
          new JSONObject()
              .put("ssn", new JSONArray().put(new JSONObject().put("a", "b")))
              .toString();
      case "array" -> new JSONArray().put("ada@example.com").put("plain").toString();
      case "writer" -> {
        StringWriter out = new StringWriter();
        new JSONObject().put("ssn", "1").write(out);
        yield out.toString();
      }
      case "two" -> new JSONObject().put("ssn", 5).toString() + new JSONArray().put("x");
      case "stringer" ->
          new JSONStringer()
              .object()
              .key("ssn")
              .value("1")
              .key("list")
              .array()
              .value("ada@example.com")
              .endArray()
              .key("ssn2")
              .value("plain")
              .endObject()
              .toString();
      case "read" -> new JSONObject("{\"mail\":\"ada@example.com\"}").getString("mail");
      case "ruled" -> new JSONObject(new Ruled()).toString();
      default -> throw new IllegalArgumentException(scenario);
    };
  }

  public static final class Bean {
    @Pii("name")
    private final String name = "Ada Lovelace";

    public String getName() {
      return name;
    }

    @Pii("age")
    public int getAge() {
      return 36;
    }
  }

  /** Named by rules only. */
  public static final class Ruled {
    public String getOwner() {
      return "Ada Lovelace";
    }

    public int getSeat() {
      return 36;
    }

    public String getDesk() {
      return "open";
    }
  }
}
