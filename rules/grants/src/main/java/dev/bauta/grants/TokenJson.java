package dev.bauta.grants;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tokens' JSON, written and read field by field: what is signed must not depend on how a
 * library maps objects. Times are milliseconds since 1970 ({@code iat_ms}); sets are sorted, so
 * that equal tokens are equal bytes. A name that is not known here is never skipped over: it may be
 * there to narrow.
 */
final class TokenJson {

  static final String SNAPSHOT = "bauta-grants+jws";
  static final String HEARTBEAT = "bauta-heartbeat+jws";
  static final String ALGORITHM = "EdDSA";

  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
  private static final Set<String> CLAIMS =
      Set.of("iss", "aud", "svc", "env", "epoch", "ver", "iat_ms", "exp_ms", "lease_ms", "grants");
  private static final Set<String> GRANT =
      Set.of(
          "id",
          "people",
          "svc",
          "env",
          "sinks",
          "types",
          "fields",
          "sub",
          "nbf_ms",
          "exp_ms",
          "max",
          "reason_hash",
          "approved_by",
          "policy");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  record Header(String algorithm, String type, String kid) {}

  record Claims(String audience, Token token) {}

  private TokenJson() {}

  static String type(Token token) {
    return token instanceof Snapshot ? SNAPSHOT : HEARTBEAT;
  }

  static byte[] header(String kid, String type) {
    ObjectNode header = JSON.createObjectNode();
    header.put("alg", ALGORITHM).put("typ", type).put("kid", kid);
    return bytes(header);
  }

  static byte[] write(Token token) {
    ObjectNode claims = JSON.createObjectNode();
    claims.put("iss", token.issuer());
    claims.put("aud", token.audience());
    claims.put("svc", token.service());
    claims.put("env", token.environment());
    claims.put("epoch", token.epoch());
    claims.put("ver", token.version());
    claims.put("iat_ms", token.issuedAt().toEpochMilli());
    claims.put("exp_ms", token.expires().toEpochMilli());
    claims.put("lease_ms", token.lease().toMillis());
    if (token instanceof Snapshot snapshot) {
      ArrayNode grants = claims.putArray("grants");
      for (Grant grant : snapshot.grants()) {
        grants.add(write(grant));
      }
    }
    return bytes(claims);
  }

  static Header readHeader(byte[] json) throws InvalidTokenException {
    JsonNode header = parse(json);
    if (!onlyKnown(header, HEADER)) { // such as "crit": what is not understood is not ignored
      throw new InvalidTokenException("the header says something that is not known here");
    }
    return new Header(text(header, "alg"), text(header, "typ"), text(header, "kid"));
  }

  static Claims read(String type, byte[] json) throws InvalidTokenException {
    JsonNode claims = parse(json);
    if (!onlyKnown(claims, CLAIMS)) {
      throw new InvalidTokenException("claims something that is not known here");
    }
    try {
      return new Claims(text(claims, "aud"), token(type, claims));
    } catch (RuntimeException wrong) {
      throw new InvalidTokenException("a claim has a value out of range");
    }
  }

  private static Token token(String type, JsonNode claims) throws InvalidTokenException {
    String issuer = text(claims, "iss");
    String service = text(claims, "svc");
    String environment = text(claims, "env");
    long epoch = number(claims, "epoch");
    long version = number(claims, "ver");
    Instant issuedAt = Instant.ofEpochMilli(number(claims, "iat_ms"));
    Instant expires = Instant.ofEpochMilli(number(claims, "exp_ms"));
    Duration lease = Duration.ofMillis(number(claims, "lease_ms"));
    switch (type) {
      case HEARTBEAT:
        return new Heartbeat(
            issuer, service, environment, epoch, version, issuedAt, expires, lease);
      case SNAPSHOT:
        return new Snapshot(
            issuer, service, environment, epoch, version, issuedAt, expires, lease, grants(claims));
      default:
        throw new InvalidTokenException("wrong type of token");
    }
  }

  private static ObjectNode write(Grant grant) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", grant.id());
    strings(node.putArray("people"), grant.people());
    Scope scope = grant.scope();
    node.put("svc", scope.service());
    node.put("env", scope.environment());
    strings(node.putArray("sinks"), scope.sinks());
    strings(node.putArray("types"), scope.types());
    if (scope.fields().isAny()) {
      node.put("fields", "*");
    } else {
      strings(node.putArray("fields"), scope.fields().names());
    }
    scope.subject().ifPresent(subject -> node.put("sub", subject));
    node.put("nbf_ms", grant.notBefore().toEpochMilli());
    node.put("exp_ms", grant.expires().toEpochMilli());
    node.put("max", grant.maxReveals());
    node.put("reason_hash", grant.reasonHash());
    strings(node.putArray("approved_by"), grant.approvedBy());
    node.put("policy", grant.policyVersion());
    return node;
  }

  private static List<Grant> grants(JsonNode claims) throws InvalidTokenException {
    List<Grant> grants = new ArrayList<>();
    for (JsonNode node : array(claims, "grants")) {
      if (!onlyKnown(node, GRANT)) {
        continue; // a newer service narrows it in a way we cannot: here it opens nothing
      }
      Scope scope =
          new Scope(
              text(node, "svc"),
              text(node, "env"),
              strings(array(node, "sinks")),
              strings(array(node, "types")),
              fields(node),
              node.has("sub") ? Optional.of(text(node, "sub")) : Optional.empty());
      grants.add(
          new Grant(
              text(node, "id"),
              strings(array(node, "people")),
              scope,
              Instant.ofEpochMilli(number(node, "nbf_ms")),
              Instant.ofEpochMilli(number(node, "exp_ms")),
              number(node, "max"),
              text(node, "reason_hash"),
              strings(array(node, "approved_by")),
              text(node, "policy")));
    }
    return grants;
  }

  private static Selection fields(JsonNode node) throws InvalidTokenException {
    JsonNode fields = node.path("fields");
    return fields.isTextual() && fields.textValue().equals("*")
        ? Selection.any()
        : Selection.of(strings(array(node, "fields")));
  }

  private static boolean onlyKnown(JsonNode node, Set<String> names) {
    for (Iterator<String> present = node.fieldNames(); present.hasNext(); ) {
      if (!names.contains(present.next())) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode parse(byte[] json) throws InvalidTokenException {
    try {
      JsonNode node = JSON.readTree(json);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (IOException wrong) {
      // told below, without its content
    }
    throw new InvalidTokenException("not a JSON object, or a key stands twice");
  }

  private static String text(JsonNode node, String name) throws InvalidTokenException {
    JsonNode value = node.path(name);
    if (!value.isTextual()) {
      throw new InvalidTokenException("'" + name + "' is missing or no text");
    }
    return value.textValue();
  }

  private static long number(JsonNode node, String name) throws InvalidTokenException {
    JsonNode value = node.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new InvalidTokenException("'" + name + "' is missing or no whole number");
    }
    return value.longValue();
  }

  private static JsonNode array(JsonNode node, String name) throws InvalidTokenException {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      throw new InvalidTokenException("'" + name + "' is missing or no list");
    }
    return value;
  }

  private static Set<String> strings(JsonNode array) throws InvalidTokenException {
    Set<String> strings = new TreeSet<>();
    for (JsonNode element : array) {
      if (!element.isTextual()) {
        throw new InvalidTokenException("a list holds something that is no text");
      }
      strings.add(element.textValue());
    }
    return strings;
  }

  private static void strings(ArrayNode array, Collection<String> strings) {
    new TreeSet<>(strings).forEach(array::add);
  }

  private static byte[] bytes(ObjectNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (IOException impossible) {
      throw new IllegalStateException("a tree of text and numbers is always written", impossible);
    }
  }
}
