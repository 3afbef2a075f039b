package dev.bauta.agent.instrumentation.jackson3;

import dev.bauta.annotations.Pii;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.TokenBuffer;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.smile.SmileMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.module.blackbird.BlackbirdModule;

/** What is not plain JSON. Takes a format's name; gives what a reader of that format finds. */
public final class FormatScenarios implements Function<String, String> {

  @Override
  public String apply(String format) {
    return switch (format) {
      case "smile" -> everything(new SmileMapper());
      case "cbor" -> everything(new CBORMapper());
      case "yaml" -> everything(new YAMLMapper());
      case "smile bytes" -> bytes(new SmileMapper());
      case "cbor bytes" -> bytes(new CBORMapper());
      case "buffer" -> buffer();
      case "round trip" -> roundTrip();
      case "blackbird" ->
          JsonMapper.builder().addModule(new BlackbirdModule()).build().writeValueAsString(beans());
      default -> throw new IllegalArgumentException(format);
    };
  }

  private static List<Object> beans() {
    return List.of(new Scenarios.Fields(), new Scenarios.Getters());
  }

  private static String everything(ObjectMapper mapper) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("person", new Scenarios.Person(7, "Ada Lovelace", 36));
    map.put("ssn", List.of("123", List.of("45")));
    map.put("note", "write to ada@example.com");
    map.put("bob@example.com", 1);
    map.put("long", "x".repeat(20_000) + " ada@example.com");
    String tree = read(mapper, mapper.writeValueAsBytes(map));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = mapper.createGenerator(out)) {
      json.writeStartArray();
      char[] chars = "to ada@example.com".toCharArray();
      json.writeString(chars, 0, chars.length);
      json.writeString(new SerializedString("to ada@example.com"));
      json.writeEndArray();
    }
    return tree.replace("x".repeat(20_000), "x...") + read(mapper, out.toByteArray());
  }

  /** Read and printed by Java itself: a tree's own text would be written, and masked, as JSON. */
  private static String read(ObjectMapper mapper, byte[] written) {
    return mapper.readValue(written, Object.class).toString();
  }

  private static String bytes(ObjectMapper mapper) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] text = "to ada@example.com".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    try (JsonGenerator json = mapper.createGenerator(out)) {
      json.writeStartArray();
      json.writeUTF8String(text, 0, text.length);
      json.writeRawUTF8String(text, 3, text.length - 3);
      json.writeEndArray();
    }
    return read(mapper, out.toByteArray());
  }

  private static String buffer() {
    JsonMapper mapper = new JsonMapper();
    try (TokenBuffer buffer = TokenBuffer.forGeneration()) {
      buffer.writeStartObject();
      buffer.writeName("ssn");
      buffer.writeString("123");
      buffer.writeName("note");
      buffer.writeString("to ada@example.com");
      buffer.writeName("bob@example.com");
      mapper.writeValue(buffer, new Scenarios.Person(7, "Ada Lovelace", 36));
      buffer.writeEndObject();
      return mapper.writeValueAsString(buffer);
    }
  }

  /** What an application reads is what was written by others: nothing in it is touched. */
  private static String roundTrip() {
    JsonMapper mapper = new JsonMapper();
    Letter letter =
        mapper.readValue("{\"ssn\":\"123\",\"to\":\"ada@example.com\",\"pages\":2}", Letter.class);
    try (JsonParser parser = mapper.createParser("{\"ssn\":\"123\",\"to\":\"a@b.example\"}")) {
      TokenBuffer copy = TokenBuffer.forGeneration();
      parser.nextToken();
      copy.copyCurrentStructure(parser);
      Letter copied = mapper.readValue(copy.asParser(), Letter.class);
      return letter.ssn + letter.to + letter.pages + copied.ssn + copied.to;
    }
  }

  /** Read from JSON. */
  public static final class Letter {
    public String ssn;

    @Pii("email")
    public String to;

    public int pages;
  }
}
