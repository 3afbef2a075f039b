package dev.bauta.agent.core;

import dev.bauta.agent.api.Origins;
import dev.bauta.engine.OriginRules;

/**
 * Which JSON each thread writes, and whether it stays as it is. Where that cannot be told it is
 * masked. Thread-safe because each thread sees only its own.
 */
final class JsonOrigins implements Origins {

  // Never removed: it holds an array of the JDK and, while JSON is written, one entry.
  private final ThreadLocal<Object[]> places = new ThreadLocal<>();
  private final MapperNames mappers = new MapperNames();
  private final MaskingService masking;

  JsonOrigins(MaskingService masking) {
    this.masking = masking;
  }

  /**
   * Whether what this thread writes stays as it is.
   *
   * @param rules those that say so, of {@code now}
   */
  boolean leaveRaw(LiveRules now, OriginRules rules) {
    try {
      JsonScene scene = current();
      return scene == null ? now.leavesOtherRaw() : scene.leavesRaw(now, rules);
    } catch (Throwable failure) {
      masking.failed(failure);
      return false;
    }
  }

  private JsonScene current() {
    Object[] place = places.get();
    return place == null ? null : (JsonScene) place[0];
  }

  @Override
  public Object[] place() {
    Object[] place = places.get();
    if (place == null) {
      place = new Object[1];
      places.set(place);
    }
    return place;
  }

  @Override
  public Object traffic(String name) {
    JsonScene below = current();
    return masking.rules().origins() == null ? below : JsonScene.traffic(below, name);
  }

  @Override
  public Object caller(String className) {
    JsonScene below = current();
    return masking.rules().origins() == null
        ? below
        : JsonScene.caller(below, className.replace('/', '.'));
  }

  @Override
  public Object document(Object mapper, Object value) {
    JsonScene below = current();
    OriginRules rules = masking.rules().origins();
    if (rules == null || !rules.byMapper() && !rules.byTarget()) {
      return below;
    }
    if (below != null && below.isDocument()) { // part of it: a value that is written by itself
      return below;
    }
    return JsonScene.document(below, mappers.of(mapper), value);
  }

  @Override
  public void made(Object mapper, Class<?> type) {
    OriginRules rules = masking.rules().origins();
    if (mapper != null && rules != null && rules.byMapper()) {
      mappers.made(rules, mapper, type);
    }
  }
}
