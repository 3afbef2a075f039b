package dev.bauta.agent.instrumentation.jackson3;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.JsonView;
import dev.bauta.annotations.Pii;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/**
 * What applications do with Jackson. Loaded beside each version of it; takes the name of a scenario
 * and gives the JSON.
 */
public final class Scenarios implements Function<String, String> {

  // in the order of declaration, as Jackson 2 writes them
  private final ObjectMapper mapper =
      JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

  /** Writes to a generator. */
  private interface Writing {
    void to(JsonGenerator generator);
  }

  @Override
  public String apply(String scenario) {
    try {
      return run(scenario);
    } catch (JacksonException | IllegalStateException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }

  private String run(String scenario) {
    return switch (scenario) {
      case "fields" -> json(new Fields());
      case "getters" -> json(new Getters());
      case "hidden field without inferred mutators" ->
          JsonMapper.builder()
              .disable(MapperFeature.INFER_PROPERTY_MUTATORS)
              .build()
              .writeValueAsString(new FieldOfGetter());
      case "record" -> json(new Person(7, "Ada Lovelace", 36));
      case "inherited" -> json(new Employee());
      case "interface" -> json((Named) () -> "Ada Lovelace");
      case "renamed" -> json(new Renamed());
      case "snake case" ->
          JsonMapper.builder()
              .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
              .build()
              .writeValueAsString(new FieldOfGetter());
      case "unwrapped" -> json(new Unwrapped());
      case "view" ->
          new ObjectMapper().writerWithView(Views.Full.class).writeValueAsString(new Viewed());
      case "mixin" -> mixedIn();
      case "class" -> json(new Address("Lane 1", 12));
      case "property of a marked class" -> json(new Housed());
      case "value class" -> json(new Contact());
      case "value classes in a list" -> json(List.of(new Email("ada"), new Email("bob")));
      case "any-getter" -> json(new Open(true));
      case "marked any-getter" -> json(new MarkedOpen());
      case "types" -> json(new Types());
      case "raw" -> json(new Raw());
      case "array shape" -> json(new Tuple());
      case "pretty" ->
          mapper.writer().withDefaultPrettyPrinter().writeValueAsString(new Person(7, "Ada", 1));
      case "tree" -> mapper.valueToTree(new Person(7, "Ada Lovelace", 36)).toString();
      case "throwing serializer" -> json(new Throwing());
      case "self masked by own serializer" -> json(new OwnSerializer());
      case "map" ->
          json(map("ssn", String.valueOf(123), "note", "write to ada@example.com", "id", 5));
      case "map keys" -> json(map("ada@example.com", 1, "plain", 2));
      case "node" ->
          mapper.createObjectNode().put("ssn", "123").put("note", "ada@example.com").toString();
      case "list by key" -> json(map("ssn", List.of("1", List.of("2")), "ok", List.of("3")));
      case "string array" -> json(map("ssn", new String[] {"1", "2"}));
      case "numbers" ->
          json(
              map(
                  "card",
                  4111111111111111L,
                  "big",
                  new java.math.BigDecimal("4111111111111111"),
                  "d",
                  1.5e15));
      case "sorted map" ->
          JsonMapper.builder()
              .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .build()
              .writeValueAsString(new TreeMap<>(Map.of("ssn", "1")));
      case "root string" -> json("ada@example.com");
      case "nulls and empty" -> json(map("ssn", null, "note", ""));
      case "escapes" -> json(map("note", "\"ada@example.com\"\n\u2028\uD83D\uDE00"));
      default -> generator(scenario);
    };
  }

  private String generator(String scenario) {
    String text = "x ada@example.com y";
    char[] chars = text.toCharArray();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (scenario) {
      case "chars" -> both(g -> g.writeString(chars, 2, 15));
      case "reader" -> both(g -> g.writeString(new StringReader(text), -1));
      case "reader with length" -> both(g -> g.writeString(new StringReader(text + "!"), 19));
      case "reader too short" -> both(g -> g.writeString(new StringReader(text), 100));
      case "reader that throws" -> both(g -> g.writeString(new BrokenReader(), -1));
      case "serializable" -> both(g -> g.writeString(new SerializedString(text)));
      case "utf-8" -> bytes(g -> g.writeUTF8String(bytes, 2, 15));
      case "escaped utf-8" ->
          bytes(
              g -> {
                byte[] escaped = "ada\\u0040example.com \\\"".getBytes(StandardCharsets.UTF_8);
                g.writeRawUTF8String(escaped, 0, escaped.length);
              });
      case "raw value" ->
          both(g -> g.writeRawValue("{\"a\":\"ada@example.com\",\"ssn\":\"123\",\"n\":[1,2.5e3]}"));
      case "raw value escaped" -> both(g -> g.writeRawValue("{\"a\":\"ada\\u0040example.com\"}"));
      case "raw value part" -> both(g -> g.writeRawValue("..\"ada@example.com\"..", 2, 17));
      case "raw value chars" -> {
        char[] raw = "\"ada@example.com\"".toCharArray();
        yield both(g -> g.writeRawValue(raw, 0, raw.length));
      }
      case "raw value serializable" ->
          both(g -> g.writeRawValue(new SerializedString("\"ada@example.com\"")));
      case "raw by key" ->
          both(
              g -> {
                g.writeStartObject();
                g.writeName("ssn");
                g.writeRawValue("\"123\"");
                g.writeName("Ssn");
                g.writeRawValue("123");
                g.writeName("sSn");
                g.writeRawValue(new SerializedString("{\"a\":1}"));
                g.writeEndObject();
              });
      case "raw long" ->
          both(g -> g.writeRawValue("[\"" + "a b ".repeat(5000) + "ada@example.com\"]"));
      case "plain" ->
          both(
              g -> {
                g.writeStartArray();
                g.writeString("plain");
                g.writeString("plain".toCharArray(), 1, 2);
                g.writeString(new SerializedString("plain"));
                g.writeString(new StringReader("plain"), 3);
                g.writeString((String) null);
                g.writeRawValue("{\"a\": \"\\u00e9\\\\\"}");
                g.writeEndArray();
              });
      default -> throw new IllegalArgumentException(scenario);
    };
  }

  private String json(Object value) {
    String chars = mapper.writeValueAsString(value);
    String bytes = new String(mapper.writeValueAsBytes(value), StandardCharsets.UTF_8);
    mapper.readTree(chars);
    return chars.equals(bytes) ? chars : chars + " but as bytes " + bytes;
  }

  private String both(Writing writing) {
    StringWriter chars = new StringWriter();
    String problem = "";
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), chars)) {
      writing.to(generator);
    } catch (JacksonException | IllegalStateException e) {
      problem = "!" + e.getMessage();
    }
    String bytes = bytes(writing);
    String written = chars + problem;
    return written.equals(bytes) ? written : written + " but as bytes " + bytes;
  }

  private String bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String problem = "";
    try (JsonGenerator generator =
        new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
      writing.to(generator);
    } catch (JacksonException | IllegalStateException e) {
      problem = "!" + e.getMessage();
    }
    String written = bytes.toString(StandardCharsets.UTF_8);
    if (problem.isEmpty()) {
      mapper.readTree(written);
    }
    return written + problem;
  }

  private static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  private static String mixedIn() {
    ObjectMapper mixed =
        JsonMapper.builder()
            .addMixIn(Library.class, LibraryMixIn.class)
            .addMixIn(OtherLibrary.class, ClassMixIn.class)
            .build();
    return mixed.writeValueAsString(List.of(new Library(), new OtherLibrary()));
  }

  public static final class Fields {
    public int id = 7;

    @Pii("name")
    public String name = "Ada Lovelace";

    @Pii public String untyped = "secret thing";

    @Pii("name")
    public String none;
  }

  public static class Getters {
    public int getId() {
      return 7;
    }

    @Pii("name")
    public String getName() {
      return "Ada Lovelace";
    }

    @Pii("flag")
    public boolean isMember() {
      return true;
    }
  }

  public static final class FieldOfGetter {
    @Pii("name")
    private final String fullName = "Ada Lovelace";

    public String getFullName() {
      return fullName;
    }
  }

  public record Person(int id, @Pii("name") String name, @Pii("age") int age) {}

  public static final class Employee extends Getters {
    @Override
    public String getName() {
      return "Bob Inherited";
    }

    public String getDesk() {
      return "D1";
    }
  }

  public interface Named {
    @Pii("name")
    String getName();
  }

  public static final class Renamed {
    @Pii("name")
    @JsonProperty("who")
    private String fullName = "Ada Lovelace";
  }

  public static final class Unwrapped {
    @JsonUnwrapped(prefix = "p_")
    public Person person = new Person(7, "Ada Lovelace", 36);
  }

  public static final class Views {
    public static class Full {}
  }

  public static final class Viewed {
    @JsonView(Views.Full.class)
    @Pii("name")
    public String name = "Ada Lovelace";

    public int id = 7;
  }

  public static final class Library {
    public String getName() {
      return "Ada Lovelace";
    }
  }

  interface LibraryMixIn {
    @Pii("name")
    String getName();
  }

  public static final class OtherLibrary {
    public String name = "Ada Lovelace";
  }

  @Pii("name")
  interface ClassMixIn {}

  @Pii("address")
  public record Address(String street, int number) {}

  public static final class Housed {
    public int id = 7;
    public Address address = new Address("Lane 1", 12);
  }

  @Pii("handle")
  public static final class Email {
    private final String value;

    Email(String value) {
      this.value = value;
    }

    @JsonValue
    public String value() {
      return value;
    }
  }

  public static final class Contact {
    public Email email = new Email("ada");
  }

  public static class Open {
    private final boolean open;

    public Open(boolean open) {
      this.open = open;
    }

    @JsonAnyGetter
    public Map<String, Object> any() {
      return map("ssn", "123", "open", open);
    }
  }

  public static final class MarkedOpen {
    @Pii("name")
    @JsonAnyGetter
    public Map<String, Object> any() {
      return map("a", "Ada Lovelace");
    }
  }

  public static final class Types {
    @Pii("name")
    public List<String> list = new ArrayList<>(List.of("Ada", "Bob"));

    @Pii("name")
    public Set<String> set = new LinkedHashSet<>(List.of("Ada"));

    @Pii("name")
    public String[] array = {"Ada"};

    @Pii("name")
    public char[] chars = "Ada".toCharArray();

    @Pii("name")
    public char character = 'A';

    @Pii("name")
    public StringBuilder builder = new StringBuilder("Ada");

    @Pii("name")
    public CharSequence sequence = new StringBuilder("Ada");

    @Pii("name")
    public Object object = "Ada";

    @Pii("name")
    public int number = 5;

    @Pii("name")
    public long[] numbers = {5};

    @Pii("name")
    public Person person = new Person(1, "Ada", 2);

    @Pii("name")
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    public Integer quoted = 5;

    @Pii("name")
    @JsonSerialize(using = DateText.class)
    public LocalDate date = LocalDate.MAX;

    @Pii("name")
    public transient Optional<String> ignored = Optional.of("Ada");
  }

  public static final class DateText extends ValueSerializer<LocalDate> {
    @Override
    public void serialize(LocalDate value, JsonGenerator gen, SerializationContext provider) {
      gen.writeString(value.toString());
    }
  }

  public static final class Raw {
    @Pii("name")
    @JsonRawValue
    public String value = "\"Ada\"";

    @JsonRawValue public String other = "{\"mail\":\"ada@example.com\"}";
  }

  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public static final class Tuple {
    public int id = 7;

    @Pii("name")
    public String name = "Ada";
  }

  public static final class Throwing {
    @Pii("name")
    @JsonSerialize(using = Failing.class)
    public String name = "Ada Lovelace";
  }

  public static final class Failing extends ValueSerializer<String> {
    @Override
    public void serialize(String value, JsonGenerator gen, SerializationContext provider) {
      gen.writeString(value);
      throw new IllegalStateException("the application's own trouble with " + value);
    }
  }

  public static final class OwnSerializer {
    @Pii("name")
    @JsonSerialize(using = Shouting.class)
    public String name = "Ada Lovelace";
  }

  public static final class Shouting extends ValueSerializer<String> {
    @Override
    public void serialize(String value, JsonGenerator gen, SerializationContext provider) {
      gen.writeString(value + "!");
    }
  }

  private static final class BrokenReader extends Reader {
    private boolean read;

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      if (read) {
        throw new IOException("the application's own trouble");
      }
      read = true;
      "ada@example.com".getChars(0, 15, target, offset);
      return 15;
    }

    @Override
    public void close() {}
  }
}
