package dev.bauta.service.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.service.access.Fault;
import dev.bauta.service.access.InvalidRequestException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON object somebody sent, read key by key. Collects what is wrong with it, and never repeats a
 * value. Unknown and repeated keys are faults: a misspelt key that was ignored would widen a
 * request.
 */
final class Body {
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(20).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int MOST_NAMES = 200;

  private final JsonNode node;
  private final String path;
  private final List<Fault> faults;
  private final Set<String> asked = new LinkedHashSet<>();

  private Body(JsonNode node, String path, List<Fault> faults) {
    this.node = node;
    this.path = path;
    this.faults = faults;
  }

  /** An empty text counts as an empty object. */
  static Body of(String text) {
    if (text.isBlank()) return new Body(JSON.createObjectNode(), "", new ArrayList<>());
    try {
      JsonNode node = JSON.readTree(text);
      if (!(node instanceof ObjectNode))
        throw new InvalidRequestException(List.of(new Fault("body", "Must be a JSON object.")));
      return new Body(node, "", new ArrayList<>());
    } catch (JsonProcessingException e) {
      // the parser's own message quotes what it read
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new InvalidRequestException(
          List.of(new Fault("body", "Is not valid JSON, or has a key twice (line " + line + ").")));
    }
  }

  String text(String key) {
    return optionalText(key).orElseGet(() -> fault(key, "Is missing.", ""));
  }

  Optional<String> optionalText(String key) {
    JsonNode value = value(key);
    if (value.isMissingNode() || value.isNull()) return Optional.empty();
    if (!value.isTextual()) return fault(key, "Must be a string.", Optional.of(""));
    // a lone surrogate cannot be stored, and a NUL not in PostgreSQL
    return Optional.of(
        new String(
                value.textValue().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.UTF_8)
            .replace('\0', ' '));
  }

  long number(String key) {
    return optionalNumber(key).orElseGet(() -> fault(key, "Is missing.", 0L));
  }

  Optional<Long> optionalNumber(String key) {
    JsonNode value = value(key);
    if (value.isMissingNode() || value.isNull()) return Optional.empty();
    if (!value.isIntegralNumber() || !value.canConvertToLong())
      return fault(key, "Must be a whole number.", Optional.of(0L));
    return Optional.of(value.longValue());
  }

  Set<String> names(String key) {
    return optionalNames(key).orElseGet(() -> fault(key, "Is missing.", Set.of()));
  }

  Optional<Set<String>> optionalNames(String key) {
    JsonNode value = value(key);
    if (value.isMissingNode() || value.isNull()) return Optional.empty();
    if (!value.isArray() || value.size() > MOST_NAMES)
      return fault(key, "Must be a list of strings.", Optional.of(Set.of()));
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode item : value) {
      if (!item.isTextual()) return fault(key, "Must be a list of strings.", Optional.of(Set.of()));
      names.add(item.textValue());
    }
    return Optional.of(names);
  }

  boolean isText(String key, String text) {
    JsonNode value = value(key);
    return value.isTextual() && value.textValue().equals(text);
  }

  Body object(String key) {
    JsonNode value = value(key);
    if (value.isObject()) return new Body(value, path + key + ".", faults);
    return fault(
        key,
        "Must be an object.",
        new Body(JSON.createObjectNode(), path + key + ".", new ArrayList<>()));
  }

  List<Body> objects(String key) {
    List<Body> all = new ArrayList<>();
    JsonNode value = value(key);
    if (value.isMissingNode()) return all;
    for (JsonNode item : value) {
      if (item.isObject()) all.add(new Body(item, path + key + "[" + all.size() + "].", faults));
      else fault(key, "Must be a list of objects.", null);
    }
    if (!value.isArray()) fault(key, "Must be a list of objects.", null);
    return all;
  }

  /** Adds the keys nobody asked for to the faults. */
  Body noOthers() {
    Iterator<String> keys = node.fieldNames();
    boolean unknown = false;
    while (keys.hasNext()) unknown |= !asked.contains(keys.next());
    if (unknown)
      faults.add(
          new Fault(
              path.isEmpty() ? "body" : path,
              "Has an unknown key; known are " + String.join(", ", asked) + "."));
    return this;
  }

  /**
   * @throws InvalidRequestException if anything was wrong
   */
  void check() {
    if (!faults.isEmpty()) throw new InvalidRequestException(faults);
  }

  <T> T fault(String key, String message, T instead) {
    faults.add(new Fault(path + key, message));
    return instead;
  }

  private JsonNode value(String key) {
    asked.add(key);
    return node.path(key);
  }
}
