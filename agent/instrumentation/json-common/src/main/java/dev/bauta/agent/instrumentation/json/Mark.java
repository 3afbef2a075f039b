package dev.bauta.agent.instrumentation.json;

import dev.bauta.agent.api.Place;

/**
 * What is kept with the writer of a property that is annotated or named by a rule. Immutable.
 *
 * @param place the decision
 * @param type what the property's serializer takes; primitive types as their wrappers
 * @param raw whether the value is written as it is, as JSON
 */
public record Mark(Place place, Class<?> type, boolean raw) {

  /** The form that the property's serializer may be given; null where there is none. */
  public Object hide(Object value) {
    Object hidden = place.hide(value);
    if (hidden == value || hidden == null) { // same instance: revealed
      return hidden;
    }
    Object written = raw && hidden instanceof String text ? JsonText.quote(text) : hidden;
    return type.isInstance(written) ? written : null;
  }
}
