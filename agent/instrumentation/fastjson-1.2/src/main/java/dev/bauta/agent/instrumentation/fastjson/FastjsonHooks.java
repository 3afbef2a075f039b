package dev.bauta.agent.instrumentation.fastjson;

import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.instrumentation.json.JsonStrings;
import dev.bauta.agent.instrumentation.json.KeyedEntries;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the rewritten writer calls. Thread-safe. */
final class FastjsonHooks {

  static final String TEXT = "fastjson.text";
  static final String LIST = "fastjson.list";
  static final String CHARACTERS = "fastjson.characters";
  static final String ENTRIES = "fastjson.entries";
  static final String CREATED = "fastjson.created";

  private final Masking masking;
  private final JsonStrings strings;
  private final KeyedEntries entries;
  private final MemberFilters members;

  FastjsonHooks(Masking masking) {
    this.masking = masking;
    strings = new JsonStrings(masking);
    entries = new KeyedEntries(strings);
    members = new MemberFilters(masking);
  }

  void link(Links links) {
    links.filter(TEXT, v -> v == null ? null : strings.value(null, (String) v), Links::masked);
    links.filter(LIST, v -> strings.values((List<?>) v), v -> List.of());
    links.filter(CHARACTERS, this::characters, FastjsonHooks::stars);
    links.filter(ENTRIES, v -> entries.hide((Set<?>) v), v -> Set.of());
    links.filter(CREATED, members::install, v -> v);
  }

  private Object characters(Object value) {
    char[] text = (char[]) value;
    String masked = text == null ? null : masking.text(Sink.JSON, null, text, 0, text.length);
    return masked == null ? text : masked.toCharArray();
  }

  private static Object stars(Object value) {
    char[] stars = value == null ? null : new char[((char[]) value).length];
    if (stars != null) {
      Arrays.fill(stars, '*');
    }
    return stars;
  }
}
