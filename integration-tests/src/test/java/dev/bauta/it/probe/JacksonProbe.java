package dev.bauta.it.probe;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.annotations.Pii;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes planted values as JSON in every shape: to text, bytes and a writer. */
public final class JacksonProbe {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JacksonProbe() {}

  public static List<String> channels() {
    return List.of(
        "field",
        "getter",
        "record",
        "content",
        "map",
        "mapkey",
        "node",
        "nodearray",
        "array",
        "list",
        "jsonvalue",
        "raw",
        "characters",
        "nested",
        "plainstring");
  }

  public static void main(String[] args) throws IOException {
    print("annotated", new Annotated("Needlefield Name", "Needlegetter Name", 4711));
    print("record", new Person("Needlerecord Name", 31));
    print("class", new WholeClass("Needleclass Name"));
    for (String channel : List.of("field", "getter", "record", "content")) {
      print(channel, new Plain(text(channel)));
    }
    print("map", Map.of("note", text("map")));
    print("secret key", Map.of("password", "Xq7secretkeyZk9", "apiKey", "Xq7apikeyZk9"));
    print("map key", Map.of(new Canary("mapkey").email(), 1, "note", text("mapkey")));
    ObjectNode node = MAPPER.createObjectNode();
    node.put("note", text("node")).putArray("several").add(text("nodearray")).add(7);
    print("node", node);
    print("array", new String[] {"harmless", text("array")});
    print("list", List.of(List.of(text("list"))));
    print("value", new Valued(text("jsonvalue")));
    print("nested", Map.of("a", Map.of("b", new Plain(text("nested")))));
    print("string", text("plainstring"));
    generator();
    throwing();
    System.out.println("probe done");
  }

  private static void print(String shape, Object value) throws IOException {
    System.out.println(shape + " text: " + MAPPER.writeValueAsString(value));
    System.out.println(
        shape + " bytes: " + new String(MAPPER.writeValueAsBytes(value), StandardCharsets.UTF_8));
    StringWriter writer = new StringWriter();
    MAPPER.writerWithDefaultPrettyPrinter().writeValue(writer, value);
    System.out.println(shape + " pretty: " + writer);
    System.out.println(shape + " tree: " + MAPPER.valueToTree(value));
  }

  private static void generator() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.getFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeFieldName("characters");
      char[] characters = text("characters").toCharArray();
      json.writeString(characters, 0, characters.length);
      json.writeFieldName("raw");
      json.writeRawValue("\"" + text("raw") + "\"");
      json.writeEndObject();
    }
    System.out.println("generator: " + out.toString(StandardCharsets.UTF_8));
  }

  // What was written before the fault must be masked, and the fault must reach the application.
  private static void throwing() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("before", new Person("Needlethrowing Name", 1));
    body.put("failing", new Failing("Needlefailing Name"));
    try {
      MAPPER.writeValue(out, body);
      System.out.println("throwing: nothing thrown " + out.toString(StandardCharsets.UTF_8));
    } catch (IOException expected) {
      System.out.println("throwing: " + out.toString(StandardCharsets.UTF_8));
      System.out.println("thrown: " + expected.getClass().getSimpleName());
    }
  }

  private static String text(String channel) {
    return new Canary(channel).text();
  }

  record Plain(String note) {}

  record Person(@Pii("name") String name, int age) {}

  @Pii("name")
  record WholeClass(String whoever) {}

  record Valued(@JsonValue String told) {}

  record Failing(
      @Pii("name") @JsonSerialize(using = Broken.class) String name,
      @JsonSerialize(using = Broken.class) String other) {
    Failing(String name) {
      this(name, name);
    }
  }

  static final class Annotated {
    @Pii("name")
    @JsonProperty
    private final String byField;

    private final String byGetter;
    private final int number;

    Annotated(String byField, String byGetter, int number) {
      this.byField = byField;
      this.byGetter = byGetter;
      this.number = number;
    }

    @Pii("name")
    public String getByGetter() {
      return byGetter;
    }

    public int getNumber() {
      return number;
    }
  }

  static final class Broken extends JsonSerializer<String> {
    @Override
    public void serialize(String value, JsonGenerator json, SerializerProvider provider) {
      throw new IllegalStateException("this serialiser is broken");
    }
  }
}
