package dev.bauta.agent.instrumentation.johnzon;

import dev.bauta.annotations.Pii;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What applications do with JSON-P and JSON-B. Takes the name of a scenario, gives the JSON. */
public final class Scenarios implements Function<String, String> {

  private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig().withNullValues(true));

  @Override
  public String apply(String scenario) {
    try {
      return run(scenario);
    } catch (RuntimeException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  private String run(String scenario) {
    return switch (scenario) {
      case "fields" -> jsonb.toJson(new Fields());
      case "getters" -> jsonb.toJson(new Getters());
      case "class" -> jsonb.toJson(List.of(new Address(), new Address()));
      case "types" -> jsonb.toJson(new AllTypes());
      case "map" ->
          jsonb.toJson(
              map("ssn", String.valueOf(123), "note", "write to ada@example.com", "id", 5));
      case "map keys" -> jsonb.toJson(map("ada@example.com", 1, "plain", 2));
      case "list by key" ->
          jsonb.toJson(
              map("ssn", List.of("1", List.of("2"), map("a", "b")), "ok", List.of("3"), "z", "4"));
      case "bytes" -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        jsonb.toJson(map("ssn", "123", "note", "ada@example.com"), out);
        yield out.toString(StandardCharsets.UTF_8);
      }
      case "generator" -> generator();
      case "tree" -> tree();
      case "string" -> Json.createValue("ada@example.com").toString();
      case "round trip" -> roundTrip();
      case "ruled" -> jsonb.toJson(new Ruled());
      default -> throw new IllegalArgumentException(scenario);
    };
  }

  private static String generator() {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = Json.createGenerator(out)) {
      json.writeStartObject();
      json.write("ssn", "123").write("note", "ada@example.com").write("ada@example.com", 5);
      json.write("bob@example.com", 5.5);
      json.writeKey("ssn").write("123");
      json.writeStartArray("ssn").write("1").writeStartArray().write("2").writeEnd().writeEnd();
      json.writeKey("ssn").writeStartArray().write("1").writeEnd();
      json.writeKey("ssn").write(7);
      json.writeStartArray("ok").write("3").writeEnd();
      json.write("tree", Json.createValue("ada@example.com"));
      json.writeEnd();
    }
    return out.toString();
  }

  private static String tree() {
    JsonObject object =
        Json.createObjectBuilder()
            .add("ssn", "123")
            .add("note", "ada@example.com")
            .add("list", Json.createArrayBuilder().add("ada@example.com").add(1))
            .add("inner", Json.createObjectBuilder().add("ssn", Json.createArrayBuilder().add("1")))
            .build();
    StringWriter out = new StringWriter();
    Json.createWriter(out).write(object);
    return object + out.toString();
  }

  private String roundTrip() {
    Fields read = jsonb.fromJson("{\"id\":1,\"name\":\"Bob\",\"full_name\":\"Eve\"}", Fields.class);
    String mail = "{\"mail\":\"ada@example.com\"}";
    JsonObject object =
        Json.createReader(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)))
            .readObject();
    return read.id + read.name + read.fullName + object.getString("mail");
  }

  private static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  public static final class Fields {
    public int id = 7;

    @Pii("name")
    public String name = "Ada Lovelace";

    @Pii("name")
    @JsonbProperty("full_name")
    public String fullName = "Ada Lovelace";

    @Pii("name")
    public String none;
  }

  public static final class Getters {
    @Pii("name")
    private final String first = "Ada";

    private final String last = "Lovelace";

    public String getFirst() {
      return first;
    }

    @Pii("name")
    public String getLast() {
      return last;
    }

    @Pii("age")
    public int getAge() {
      return 36;
    }
  }

  @Pii("address")
  public static final class Address {
    public String street = "Lane 1";
    public int number = 12;
  }

  public static final class AllTypes {
    @Pii("name")
    public List<String> list = List.of("Ada");

    @Pii("name")
    public Object object = "Ada";

    @Pii("age")
    public Long number = 36L;

    @Pii("flag")
    public boolean flag = true;

    public Address address = new Address();
  }

  /** Named by rules only. */
  public static final class Ruled {
    public String owner = "Ada Lovelace";
    public int seat = 36;
    public String desk = "open";
  }
}
