package dev.bauta.agent.instrumentation.gson;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.annotations.SerializedName;
import com.google.gson.stream.JsonWriter;
import dev.bauta.annotations.Pii;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What applications do with Gson. Takes the name of a scenario and gives the JSON. */
public final class Scenarios implements Function<String, String> {

  private final Gson gson = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  @Override
  public String apply(String scenario) {
    try {
      return run(scenario);
    } catch (IOException | RuntimeException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  private String run(String scenario) throws IOException {
    return switch (scenario) {
      case "fields" -> gson.toJson(new Fields());
      case "getter" -> gson.toJson(new Getter());
      case "class" -> gson.toJson(List.of(new Address(), new Address()));
      case "types" -> gson.toJson(new Types());
      case "record" -> gson.toJson(new Person(7, "Ada Lovelace", 36));
      case "map" ->
          gson.toJson(map("ssn", String.valueOf(123), "note", "write to ada@example.com", "id", 5));
      case "map keys" -> gson.toJson(map("ada@example.com", 1, "plain", 2));
      case "list by key" ->
          gson.toJson(
              map("ssn", List.of("1", List.of("2"), map("a", "b")), "ok", List.of("3"), "z", "4"));
      case "tree" -> tree();
      case "numbers" -> gson.toJson(map("ssn", 4111111111111111L));
      case "nulls and empty" -> gson.toJson(map("ssn", null, "note", ""));
      case "pretty" ->
          new GsonBuilder().setPrettyPrinting().create().toJson(map("note", "ada@example.com"));
      case "html" -> new Gson().toJson(map("note", "<ada@example.com>"));
      case "root" -> gson.toJson("ada@example.com");
      case "raw" -> raw();
      case "given up" -> givenUp();
      case "round trip" -> roundTrip();
      case "ruled" -> gson.toJson(new Ruled());
      default -> throw new IllegalArgumentException(scenario);
    };
  }

  private String tree() {
    JsonObject object = new JsonObject();
    object.addProperty("ssn", "123");
    object.addProperty("note", "ada@example.com");
    object.add("person", gson.toJsonTree(new Fields()));
    return object.toString() + gson.toJson(object);
  }

  private static String raw() throws IOException {
    StringWriter out = new StringWriter();
    JsonWriter writer = new JsonWriter(out);
    writer.beginObject();
    writer.name("a").jsonValue("{\"b\":\"ada@example.com\",\"ssn\":\"1\"}");
    writer.name("ssn").jsonValue("\"123\"");
    writer.name("list").beginArray().jsonValue("\"ada@example.com\"").endArray();
    writer.endObject();
    return out.toString();
  }

  /** A writer that was left in the middle of an array must not matter to the next one. */
  private static String givenUp() throws IOException {
    new JsonWriter(new StringWriter()).beginObject().name("ssn").beginArray().value("1");
    StringWriter out = new StringWriter();
    new JsonWriter(out).beginArray().value("plain").beginArray().value("x").endArray().endArray();
    return out.toString();
  }

  private String roundTrip() {
    Fields read = gson.fromJson("{\"id\":1,\"name\":\"Bob\",\"full_name\":\"Eve\"}", Fields.class);
    String tree =
        gson.toJsonTree(map("mail", "ada@example.com")).getAsJsonObject().get("mail").getAsString();
    return read.id + read.name + read.fullName + tree;
  }

  private static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  public record Person(int id, @Pii("name") String name, @Pii("age") int age) {}

  public static final class Fields {
    int id = 7;

    @Pii("name")
    String name = "Ada Lovelace";

    @Pii("name")
    @SerializedName("full_name")
    String fullName = "Ada Lovelace";

    @Pii("name")
    String none;

    String plain = "plain";
  }

  public static final class Getter {
    private final String name = "Ada Lovelace";

    @Pii("name")
    public String getName() {
      return name;
    }
  }

  @Pii("address")
  public static final class Address {
    String street = "Lane 1";
    int number = 12;
  }

  public static final class Types {
    @Pii("name")
    List<String> list = List.of("Ada");

    @Pii("name")
    Object object = "Ada";

    @Pii("name")
    StringBuilder builder = new StringBuilder("Ada");

    @Pii("age")
    long number = 36;

    @Pii("flag")
    boolean flag = true;

    Address address = new Address();
  }

  /** Named by rules only. */
  public static final class Ruled {
    String owner = "Ada Lovelace";
    int seat = 36;
    String desk = "open";
  }
}
