package dev.bauta.agent.instrumentation.json;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;

/**
 * The members that a rule names, with their class or with one that it extends or implements. Not on
 * the hot path: the answers are kept. Thread-safe.
 */
public final class RuledMembers {

  private final Masking masking;

  /** Asks this masking. */
  public RuledMembers(Masking masking) {
    this.masking = masking;
  }

  /**
   * The place of a member, or null where no rule names it.
   *
   * @param names what the member goes by: in JSON, in its class
   */
  public Place of(Class<?> owner, String... names) {
    for (Class<?> type = owner; type != null && type != Object.class; type = type.getSuperclass()) {
      Place found = declaredBy(type, names);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Place declaredBy(Class<?> type, String... names) {
    if (masking.namesClass(type.getName())) {
      for (String name : names) {
        Place found = name == null ? null : masking.member(Sink.JSON, type.getName(), name);
        if (found != null) {
          return found;
        }
      }
    }
    for (Class<?> implemented : type.getInterfaces()) {
      Place found = declaredBy(implemented, names);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
