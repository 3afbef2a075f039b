package dev.bauta.agent.instrumentation.jackson;

import dev.bauta.agent.api.JsonPlace;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;

/**
 * Decides about one string: shown already, ruled by its key, or searched for personal data. Returns
 * the same instance, and allocates nothing, where nothing is to be hidden. Thread-safe.
 */
final class Strings {

  private final Masking masking;

  Strings(Masking masking) {
    this.masking = masking;
  }

  /**
   * The form of a string value that may be written.
   *
   * @param name the property's name, or null
   * @return null only where a rule's masked form is null
   */
  String value(String name, String text) {
    if (text.isEmpty() || masking.alreadyRevealed(text)) {
      return text;
    }
    Place rule = name == null ? null : masking.key(Sink.JSON, name);
    return rule == null ? masking.text(Sink.JSON, name, text) : hide(rule, text);
  }

  /** As {@link #value(String, String)}; what a rule for the path says goes before the name. */
  String inDocument(PlaceInDocument place, String text) {
    if (!place.path().decided()) {
      return value(place.name(), text);
    }
    if (text.isEmpty() || masking.alreadyRevealed(text)) {
      return text;
    }
    Place rule = place.path().rule();
    return rule == null ? masking.text(Sink.JSON, place.name(), text) : hide(rule, text);
  }

  /**
   * The place of a value: the property's name where there are no rules for paths.
   *
   * @param context the write context
   * @param name may be null
   */
  Object place(Object context, String name) {
    JsonPlace root = masking.jsonRoot();
    if (root == null) {
      return name == null ? context : name;
    }
    String nearest = name == null ? CoreCalls.enclosingName(context) : name;
    return new PlaceInDocument(CoreCalls.place(context, root), nearest);
  }

  /** The form of a field's name that may be written: data where it is the key of a map. */
  String name(String name) {
    return name.isEmpty() ? name : masking.text(Sink.JSON, null, name);
  }

  /** The rule for a property's name, or null. */
  Place rule(String name) {
    return name == null ? null : masking.key(Sink.JSON, name);
  }

  static String hide(Place rule, String text) {
    Object hidden = rule.hide(text);
    return hidden == null || hidden instanceof String ? (String) hidden : Masking.MASKED;
  }
}
