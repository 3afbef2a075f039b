package dev.bauta.agent.core;

import dev.bauta.engine.JsonOrigin;
import dev.bauta.engine.OriginRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a thread's place says of the JSON it writes, one fact above the other. Used by its thread
 * only.
 */
final class JsonScene {

  private static final int MOST_CALLERS = 64; // a recursive caller is named once

  private final JsonScene below;
  private final String traffic;
  private final String caller;
  private final boolean document;
  private final Collection<String> mappers;
  private final Object value;
  private LiveRules decidedBy;
  private boolean raw;

  private JsonScene(
      JsonScene below,
      String traffic,
      String caller,
      boolean document,
      Collection<String> mappers,
      Object value) {
    this.below = below;
    this.traffic = traffic;
    this.caller = caller;
    this.document = document;
    this.mappers = mappers;
    this.value = value;
  }

  static JsonScene traffic(JsonScene below, String name) {
    return new JsonScene(below, name, null, false, null, null);
  }

  static JsonScene caller(JsonScene below, String className) {
    boolean known = below != null && className.equals(below.caller);
    return known ? below : new JsonScene(below, null, className, false, null, null);
  }

  /**
   * A document that is written; one inside another is part of it.
   *
   * @param mappers what names its mapper
   */
  static JsonScene document(JsonScene below, Collection<String> mappers, Object value) {
    return new JsonScene(below, null, null, true, mappers, value);
  }

  /** Whether a document is being written, and nothing else has begun inside. */
  boolean isDocument() {
    return document;
  }

  /** Whether JSON written here stays as it is; decided once. */
  boolean leavesRaw(LiveRules rules, OriginRules origins) {
    if (decidedBy != rules) {
      raw = origins.leavesRaw(origin());
      decidedBy = rules;
    }
    return raw;
  }

  private JsonOrigin origin() {
    String way = null;
    JsonScene written = null;
    Set<String> callers = new LinkedHashSet<>();
    for (JsonScene at = this; at != null; at = at.below) {
      way = way == null ? at.traffic : way;
      written = written == null && at.document ? at : written;
      if (at.caller != null && callers.size() < MOST_CALLERS) {
        callers.add(at.caller);
      }
    }
    return new JsonOrigin(
        way == null ? JsonOrigin.OTHER : way,
        new ArrayList<>(callers),
        written == null ? List.of() : List.copyOf(written.mappers),
        written == null ? List.of() : TargetNames.of(written.value));
  }
}
