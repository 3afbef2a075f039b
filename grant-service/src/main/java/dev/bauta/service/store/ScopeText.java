package dev.bauta.service.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.grants.Scope;
import dev.bauta.grants.Selection;
import dev.bauta.service.access.Approval;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Scopes, names and approvals as the JSON text of a column. */
final class ScopeText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ScopeText() {}

  static String write(Scope scope) {
    ObjectNode node = JSON.createObjectNode();
    node.set("sinks", names(scope.sinks()));
    node.set("types", names(scope.types()));
    if (scope.fields().isAny()) node.put("fields", "*");
    else node.set("fields", names(scope.fields().names()));
    scope.subject().ifPresent(s -> node.put("subject", s));
    return node.toString();
  }

  static Scope read(String service, String environment, String text) {
    JsonNode node = parse(text);
    JsonNode fields = node.path("fields");
    Selection selection =
        fields.isTextual() && fields.textValue().equals("*")
            ? Selection.any()
            : Selection.of(set(fields));
    Optional<String> subject = Optional.ofNullable(node.path("subject").textValue());
    return new Scope(
        service, environment, set(node.path("sinks")), set(node.path("types")), selection, subject);
  }

  static String write(Set<String> names) {
    return names(names).toString();
  }

  static Set<String> readNames(String text) {
    return set(parse(text));
  }

  static String write(List<Approval> approvals) {
    ArrayNode all = JSON.createArrayNode();
    for (Approval approval : approvals)
      all.addObject().put("person", approval.person()).put("at", Times.micros(approval.at()));
    return all.toString();
  }

  static List<Approval> readApprovals(String text) {
    List<Approval> all = new ArrayList<>();
    for (JsonNode node : parse(text))
      all.add(
          new Approval(
              node.path("person").textValue(), Times.instant(node.path("at").longValue())));
    return all;
  }

  private static ArrayNode names(Set<String> names) {
    ArrayNode array = JSON.createArrayNode();
    new TreeSet<>(names).forEach(array::add);
    return array;
  }

  private static Set<String> set(JsonNode array) {
    Set<String> names = new LinkedHashSet<>();
    array.forEach(n -> names.add(n.textValue()));
    return names;
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new StoreException("a column's JSON is damaged", e);
    }
  }
}
