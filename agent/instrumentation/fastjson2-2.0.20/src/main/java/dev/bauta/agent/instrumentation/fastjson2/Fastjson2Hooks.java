package dev.bauta.agent.instrumentation.fastjson2;

import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.instrumentation.json.JsonStrings;
import dev.bauta.agent.instrumentation.json.KeyedEntries;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the rewritten writers call. Thread-safe. */
final class Fastjson2Hooks {

  private static final byte[] MASKED = Masking.MASKED.getBytes(StandardCharsets.ISO_8859_1);

  private final Masking masking;
  private final JsonStrings strings;
  private final KeyedEntries entries;
  private final MemberFilters members;
  private final InnerBytes bytes;

  Fastjson2Hooks(Masking masking) {
    this.masking = masking;
    strings = new JsonStrings(masking);
    entries = new KeyedEntries(strings);
    members = new MemberFilters(masking);
    bytes = new InnerBytes(masking);
  }

  void link(Links links) {
    links.filter("fastjson2.text", this::text, Links::masked);
    links.filter("fastjson2.latin1", v -> bytes.latin1((byte[]) v), v -> MASKED);
    links.filter(
        "fastjson2.utf16", v -> bytes.utf16((byte[]) v), v -> InnerBytes.hidden((byte[]) v));
    links.filter("fastjson2.strings", this::strings, v -> new String[0]);
    links.filter("fastjson2.list", v -> strings.values((List<?>) v), v -> List.of());
    links.filter("fastjson2.characters", this::characters, v -> stars((char[]) v));
    links.filter("fastjson2.entries", v -> entries.hide((Set<?>) v), v -> Set.of());
    links.filter("fastjson2.created", members::install, v -> v);
    links.filter("fastjson2.filter", members::chain, v -> v);
  }

  private Object text(Object value) {
    if (value == null) {
      return null;
    }
    String text = (String) value;
    String shown = strings.value(null, text);
    bytes.shown(shown.equals(text) && masking.alreadyRevealed(text) ? text : null);
    return shown;
  }

  private Object strings(Object value) {
    String[] texts = (String[]) value;
    String[] masked = texts;
    for (int i = 0; texts != null && i < texts.length; i++) {
      String shown = texts[i] == null ? null : strings.value(null, texts[i]);
      if (shown != null && !shown.equals(texts[i])) {
        masked = masked == texts ? texts.clone() : masked;
        masked[i] = shown;
      }
    }
    return masked;
  }

  /** The array goes with an offset and a length, so what is found keeps its place. */
  private Object characters(Object value) {
    char[] text = (char[]) value;
    return text == null || masking.text(Sink.JSON, null, text, 0, text.length) == null
        ? text
        : stars(text);
  }

  private static char[] stars(char[] text) {
    if (text == null) {
      return null;
    }
    char[] stars = new char[text.length];
    Arrays.fill(stars, '*');
    return stars;
  }
}
