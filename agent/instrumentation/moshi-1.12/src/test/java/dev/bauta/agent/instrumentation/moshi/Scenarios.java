package dev.bauta.agent.instrumentation.moshi;

import com.squareup.moshi.Json;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.bauta.annotations.Pii;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import okio.Buffer;
import okio.BufferedSink;

/** What applications do with Moshi. Takes the name of a scenario and gives the JSON. */
public final class Scenarios implements Function<String, String> {

  private final Moshi moshi = new Moshi.Builder().build();

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
      case "fields" -> json(Fields.class, new Fields());
      case "getter" -> json(Getter.class, new Getter());
      case "class" ->
          moshi
              .<List<Address>>adapter(Types.newParameterizedType(List.class, Address.class))
              .serializeNulls()
              .toJson(List.of(new Address(), new Address()));
      case "types" -> json(AllTypes.class, new AllTypes());
      case "record" -> json(Person.class, new Person(7, "Ada Lovelace", 36));
      case "record read" -> moshi.adapter(Person.class).fromJson("{\"name\":\"Bob\"}").name();
      case "map" ->
          json(
              Object.class,
              map("ssn", String.valueOf(123), "note", "write to ada@example.com", "id", 5L));
      case "map keys" -> json(Object.class, map("ada@example.com", 1, "plain", 2));
      case "list by key" ->
          json(
              Object.class,
              map("ssn", List.of("1", List.of("2"), map("a", "b")), "ok", List.of("3"), "z", "4"));
      case "tree" -> tree();
      case "numbers" -> json(Object.class, map("ssn", 4111111111111111L));
      case "nulls and empty" -> json(Object.class, map("ssn", null, "note", ""));
      case "pretty" ->
          moshi.adapter(Object.class).indent("  ").toJson(map("note", "ada@example.com"));
      case "root" -> json(Object.class, "ada@example.com");
      case "raw" -> raw();
      case "raw in two" -> rawInTwo();
      case "given up" -> givenUp();
      case "round trip" -> roundTrip();
      case "ruled" -> json(Ruled.class, new Ruled());
      default -> throw new IllegalArgumentException(scenario);
    };
  }

  private <T> String json(Class<T> type, T value) {
    JsonAdapter<T> adapter = moshi.adapter(type);
    return adapter.serializeNulls().toJson(value);
  }

  private String tree() {
    Object value = map("ssn", "123", "note", "ada@example.com");
    Object tree = moshi.adapter(Object.class).toJsonValue(value);
    return json(Object.class, tree) + json(Object.class, value);
  }

  private static String raw() throws IOException {
    Buffer out = new Buffer();
    JsonWriter writer = JsonWriter.of(out);
    writer.beginObject();
    writer.name("a").value(new Buffer().writeUtf8("{\"b\":\"ada@example.com\",\"ssn\":\"1\"}"));
    writer.name("ssn").value(new Buffer().writeUtf8("\"123\""));
    writer.name("list").beginArray();
    writer.value(new Buffer().writeUtf8("\"ada@example.com\"")).endArray();
    writer.endObject();
    return out.readUtf8();
  }

  private static String rawInTwo() throws IOException {
    Buffer out = new Buffer();
    JsonWriter writer = JsonWriter.of(out);
    writer.beginArray();
    try (BufferedSink sink = writer.valueSink()) {
      sink.writeUtf8("\"\u00e9 ada@exam");
      sink.flush();
      sink.writeUtf8("ple.com\"");
    }
    writer.value("plain").endArray();
    return out.readUtf8();
  }

  /** A writer that was left in the middle of an array must not matter to the next one. */
  private static String givenUp() throws IOException {
    JsonWriter.of(new Buffer()).beginObject().name("ssn").beginArray().value("1");
    Buffer out = new Buffer();
    JsonWriter.of(out).beginArray().value("plain").beginArray().value("x").endArray().endArray();
    return out.readUtf8();
  }

  private String roundTrip() throws IOException {
    Fields read =
        moshi.adapter(Fields.class).fromJson("{\"id\":1,\"name\":\"Bob\",\"full_name\":\"Eve\"}");
    Map<?, ?> tree =
        (Map<?, ?>) moshi.adapter(Object.class).toJsonValue(map("mail", "ada@example.com"));
    return read.id + read.name + read.fullName + tree.get("mail");
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
    @Json(name = "full_name")
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

  public static final class AllTypes {
    @Pii("name")
    List<String> list = List.of("Ada");

    @Pii("name")
    Object object = "Ada";

    @Pii("age")
    Long number = 36L;

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
