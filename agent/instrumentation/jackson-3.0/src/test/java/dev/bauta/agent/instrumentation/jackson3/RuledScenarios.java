package dev.bauta.agent.instrumentation.jackson3;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** What applications write whose places and classes rules name. Loaded beside each version. */
@SuppressWarnings("all")
public final class RuledScenarios implements Function<String, String> {

  private final JsonMapper mapper =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  @Override
  public String apply(String scenario) {
    try {
      return run(scenario);
    } catch (JacksonException e) {
      return e.toString();
    }
  }

  private String run(String scenario) {
    return switch (scenario) {
      case "pojo" -> json(new Order());
      case "map" -> json(map("orders", List.of(map("note", "Lovelace", "lines", List.of("Ada")))));
      case "node" ->
          json(
              mapper.readTree(
                  "{'orders':[{'note':'Lovelace','lines':['Ada']}],'note':'shown'}"
                      .replace('\'', '"')));
      case "streaming" -> streaming();
      case "raw" -> json(map("orders", new RawText("[{\"note\":\"Lovelace\",\"ok\":\"shown\"}]")));
      case "customer" -> json(new Customer());
      case "unwrapped" -> json(new Unwrapping());
      case "value" -> json(map("value", new Value("Ada"), "other", "shown"));
      case "any" -> json(new Any());
      default -> throw new IllegalArgumentException(scenario);
    };
  }

  private String streaming() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator g = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
      g.writeStartObject();
      g.writeArrayPropertyStart("orders");
      g.writeStartObject();
      g.writeStringProperty("note", "Lovelace");
      g.writeName("chars");
      g.writeString("shown".toCharArray(), 0, 5);
      g.writeEndObject();
      g.writeStartObject();
      g.writeName("note");
      g.writeString("Lovelace".toCharArray(), 0, 8);
      g.writeEndObject();
      g.writeEndArray();
      g.writeStringProperty("note", "shown");
      g.writeEndObject();
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private String json(Object value) {
    String chars = mapper.writeValueAsString(value);
    String bytes = new String(mapper.writeValueAsBytes(value), StandardCharsets.UTF_8);
    mapper.readTree(chars);
    return chars.equals(bytes) ? chars : chars + " but as bytes " + bytes;
  }

  private static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  static class Order {
    public List<Line> orders = List.of(new Line());
    public String note = "shown";
  }

  static class Line {
    public String note = "Lovelace";
    public int count = 3;
    public List<String> lines = List.of("Ada");
  }

  static class RawText {
    private final String text;

    RawText(String text) {
      this.text = text;
    }

    @com.fasterxml.jackson.annotation.JsonRawValue
    @JsonValue
    public String text() {
      return text;
    }
  }

  static class Party {
    public String handle = "Ada";
  }

  static class Customer extends Party {
    private String whole = "Ada Lovelace";
    public int age = 36;
    public String desk = "open";

    @JsonProperty("full")
    public String getWhole() {
      return whole;
    }
  }

  static class Unwrapping {
    @JsonUnwrapped(prefix = "c_")
    public Customer customer = new Customer();
  }

  static class Value {
    private final String text;

    Value(String text) {
      this.text = text;
    }

    @JsonValue
    public String text() {
      return text;
    }
  }

  static class Any {
    @JsonAnyGetter
    public Map<String, Object> rest() {
      return map("whoever", "Ada");
    }
  }
}
