package dev.bauta.agent.instrumentation.json;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides about one string: shown already, ruled by its key, or searched for personal data. Returns
 * the same instance, and allocates nothing, where nothing is to be hidden. Thread-safe.
 */
public final class JsonStrings {

  private final Masking masking;

  public JsonStrings(Masking masking) {
    this.masking = masking;
  }

  /**
   * The form of a string value that may be written.
   *
   * @param name the property's name, or null
   * @return null only where a rule's masked form is null
   */
  public String value(String name, String text) {
    if (text.isEmpty() || masking.alreadyRevealed(text)) {
      return text;
    }
    Place rule = name == null ? null : masking.key(Sink.JSON, name);
    return rule == null ? masking.text(Sink.JSON, name, text) : hide(rule, text);
  }

  /** As {@link #value(String, String)}; what a rule for the path says goes before the name. */
  public String inDocument(PlaceInDocument place, String text) {
    if (!place.path().decided()) {
      return value(place.name(), text);
    }
    if (text.isEmpty() || masking.alreadyRevealed(text)) {
      return text;
    }
    Place rule = place.path().rule();
    return rule == null ? masking.text(Sink.JSON, place.name(), text) : hide(rule, text);
  }

  /** The same list where nothing in it is to be hidden, else a copy. */
  public List<?> values(List<?> texts) {
    List<Object> masked = null;
    for (int i = 0; texts != null && i < texts.size(); i++) {
      Object text = texts.get(i);
      Object shown = text instanceof String string ? value(null, string) : text;
      if (text != null && !text.equals(shown)) {
        masked = masked == null ? new ArrayList<>(texts) : masked;
        masked.set(i, shown);
      }
    }
    return masked == null ? texts : masked;
  }

  /** The form of a field's name that may be written: data where it is the key of a map. */
  public String name(String name) {
    return name.isEmpty() ? name : masking.text(Sink.JSON, null, name);
  }

  /** The rule for a property's name, or null. */
  public Place rule(String name) {
    return name == null ? null : masking.key(Sink.JSON, name);
  }

  public static String hide(Place rule, String text) {
    Object hidden = rule.hide(text);
    return hidden == null || hidden instanceof String ? (String) hidden : Masking.MASKED;
  }
}
