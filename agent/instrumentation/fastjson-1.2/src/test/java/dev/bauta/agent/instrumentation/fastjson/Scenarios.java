package dev.bauta.agent.instrumentation.fastjson;

import com.alibaba.fastjson.JSON;
import com.alibaba.fastjson.JSONArray;
import com.alibaba.fastjson.JSONObject;
import com.alibaba.fastjson.annotation.JSONField;
import com.alibaba.fastjson.serializer.NameFilter;
import com.alibaba.fastjson.serializer.SerializerFeature;
import com.alibaba.fastjson.serializer.ValueFilter;
import dev.bauta.annotations.Pii;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What applications do with fastjson 1.2. Takes the name of a scenario and gives the JSON. */
public final class Scenarios implements Function<String, String> {

  private static final String MAIL = "ada@example.com";

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
      case "fields" -> JSON.toJSONString(new Fields(), SerializerFeature.WriteMapNullValue);
      case "fields as bytes" -> bytes(JSON.toJSONBytes(new Fields()));
      case "fields pretty" -> JSON.toJSONString(new Fields(), SerializerFeature.PrettyFormat);
      case "single quotes" -> JSON.toJSONString(new Fields(), SerializerFeature.UseSingleQuotes);
      case "browser" ->
          JSON.toJSONString(map("note", "<" + MAIL), SerializerFeature.BrowserCompatible);
      case "getters" -> JSON.toJSONString(new Getters());
      case "class" -> JSON.toJSONString(List.of(new Address(), new Address()));
      case "types" -> JSON.toJSONString(new Types());
      case "keyed" -> JSON.toJSONString(new Keyed());
      case "name filter" ->
          JSON.toJSONString(new Getters(), (NameFilter) (object, name, value) -> "x" + name);
      case "value filter" ->
          JSON.toJSONString(
              new Getters(),
              (ValueFilter) (object, name, value) -> value instanceof String ? value + "!" : value);
      case "plain" -> JSON.toJSONString(new Plain());
      case "plain as bytes" -> bytes(JSON.toJSONBytes(new Plain()));
      case "map" -> JSON.toJSONString(map("ssn", "123", "note", "write to " + MAIL, "id", 5));
      case "map as bytes" -> bytes(JSON.toJSONBytes(map("ssn", "123", "note", MAIL)));
      case "tree map" -> JSON.toJSONString(new TreeMap<>(map("ssn", "123", "note", MAIL)));
      case "map keys" -> JSON.toJSONString(map(MAIL, 1, "plain", 2));
      case "map in field" -> JSON.toJSONString(new Holder());
      case "list by key" ->
          JSON.toJSONString(map("ssn", List.of("1", List.of("2")), "ok", List.of("3"), "z", "4"));
      case "object" -> object().toString();
      case "object as bytes" -> bytes(JSON.toJSONBytes(object()));
      case "array" -> new JSONArray(Arrays.asList(MAIL, 1, "plain")).toString();
      case "root" -> JSON.toJSONString(MAIL);
      case "strings" -> JSON.toJSONString(new String[] {MAIL, "plain"});
      case "string list" -> bytes(JSON.toJSONBytes(List.of(MAIL, "plain", MAIL)));
      case "wide" -> JSON.toJSONString(map("note", "Zoë 愛 " + MAIL));
      case "wide as bytes" -> bytes(JSON.toJSONBytes(map("note", "Zoë 愛 " + MAIL)));
      case "numbers" -> JSON.toJSONString(map("ssn", 4111111111111111L));
      case "nulls and empty" ->
          JSON.toJSONString(map("ssn", null, "note", ""), SerializerFeature.WriteMapNullValue);
      case "round trip" -> roundTrip();
      case "ruled" -> JSON.toJSONString(new Ruled());
      default -> throw new IllegalArgumentException(scenario);
    };
  }

  private static JSONObject object() {
    JSONObject object = new JSONObject(true);
    object.put("ssn", "123");
    object.put("note", MAIL);
    object.put("list", new JSONArray(Arrays.asList(MAIL, 1)));
    JSONObject inner = new JSONObject();
    inner.put("ssn", new JSONArray(Arrays.asList("1")));
    object.put("inner", inner);
    return object;
  }

  private static String roundTrip() {
    Fields read =
        JSON.parseObject("{\"id\":1,\"name\":\"Bob\",\"full_name\":\"Eve\"}", Fields.class);
    JSONObject tree = JSON.parseObject("{\"mail\":\"ada@example.com\",\"ssn\":\"1\"}");
    return read.id + read.name + read.fullName + tree.getString("mail") + tree.get("ssn");
  }

  private static String bytes(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
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
    @JSONField(name = "full_name")
    public String fullName = "Ada Lovelace";

    @Pii("name")
    public String none;

    public String plain = "plain";
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

  public static final class Types {
    @Pii("name")
    public List<String> list = List.of("Ada");

    @Pii("name")
    public Object object = "Ada";

    @Pii("age")
    public long number = 36;

    @Pii("flag")
    public boolean flag = true;

    public Address address = new Address();
  }

  /** Nothing is marked here; what a key says and what is found in content is all there is. */
  public static final class Keyed {
    public String ssn = "123";
    public String other = "1";
  }

  public static final class Plain {
    public String note = MAIL;
    public String wide = "愛 " + MAIL;
    public List<String> notes = List.of(MAIL, "plain");
    public String[] array = {MAIL};
    public int id = 7;
  }

  public static final class Holder {
    public Map<String, Object> map = map("ssn", "123", "note", MAIL);
  }

  /** Named by rules only. */
  public static final class Ruled {
    public String owner = "Ada Lovelace";
    public int seat = 36;
    public String desk = "open";
  }
}
