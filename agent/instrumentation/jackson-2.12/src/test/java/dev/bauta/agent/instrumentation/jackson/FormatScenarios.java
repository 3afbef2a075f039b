package dev.bauta.agent.instrumentation.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.dataformat.smile.databind.SmileMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is not plain JSON. Takes a format's name; gives what a reader of that format finds. */
public final class FormatScenarios implements Function<String, String> {

  @Override
  public String apply(String format) {
    try {
      return switch (format) {
        case "smile" -> everything(new SmileMapper());
        case "cbor" -> everything(new CBORMapper());
        default -> everything(new YAMLMapper());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String everything(ObjectMapper mapper) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("person", new Scenarios.Person(7, "Ada Lovelace", 36));
    map.put("ssn", List.of("123", List.of("45")));
    map.put("note", "write to ada@example.com");
    map.put("bob@example.com", 1);
    String tree = read(mapper, mapper.writeValueAsBytes(map));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = mapper.getFactory().createGenerator(out)) {
      json.writeStartArray();
      char[] chars = "to ada@example.com".toCharArray();
      json.writeString(chars, 0, chars.length);
      json.writeString(new SerializedString("to ada@example.com"));
      json.writeEndArray();
    }
    return tree + read(mapper, out.toByteArray());
  }

  /** Read and printed by Java itself: a tree's own text would be written, and masked, as JSON. */
  private static String read(ObjectMapper mapper, byte[] written) throws IOException {
    return mapper.readValue(written, Object.class).toString();
  }
}
