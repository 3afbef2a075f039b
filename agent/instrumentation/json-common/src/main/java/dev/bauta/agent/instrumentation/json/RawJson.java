package dev.bauta.agent.instrumentation.json;

import dev.bauta.agent.api.Place;

/**
 * Masks inside JSON that the application wrote itself: the strings in it by key and content, what
 * stands outside of strings by content. Numbers stay, as they do everywhere else in JSON, so valid
 * JSON stays valid. One forward pass; thread-safe.
 */
public final class RawJson {

  private final JsonStrings strings;

  public RawJson(JsonStrings strings) {
    this.strings = strings;
  }

  /** The same instance where nothing is to be hidden; never null. */
  public String mask(String raw) {
    return mask(raw, null);
  }

  /**
   * As {@link #mask(String)}, with the rules for paths.
   *
   * @param place where in its document it stands; null where there are no such rules
   */
  public String mask(String raw, PlaceInDocument place) {
    if (harmless(raw, 0, raw.length())) {
      return raw;
    }
    Pass pass = new Pass(raw, place);
    int from = 0;
    while (from < raw.length()) {
      int quote = raw.indexOf('"', from);
      pass.between(from, quote < 0 ? raw.length() : quote);
      if (quote < 0) {
        break;
      }
      int end = JsonText.endOfLiteral(raw, quote + 1);
      pass.literal(quote + 1, end);
      from = end + 1;
    }
    return pass.result();
  }

  /** One complete value, with the rule for its key. */
  public static String hide(Place rule, String raw) {
    String value = raw.strip();
    boolean literal =
        value.length() > 1
            && value.charAt(0) == '"'
            && JsonText.endOfLiteral(value, 1) == value.length() - 1;
    if (!literal) {
      return rule.revealed() ? raw : "null";
    }
    String text = JsonText.unescape(value.substring(1, value.length() - 1));
    String hidden = JsonStrings.hide(rule, text);
    if (hidden == null) {
      return "null";
    }
    return hidden.equals(text) ? raw : JsonText.quote(hidden);
  }

  /** Whether this is white space, punctuation and numbers only: what generators write raw. */
  public static boolean harmless(CharSequence raw, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = raw.charAt(i);
      boolean number = c >= '+' && c <= ':' && c != '/' || c == 'e' || c == 'E';
      boolean bracket = c == '[' || c == ']' || c == '{' || c == '}';
      if (!number && !bracket && c > ' ') {
        return false;
      }
    }
    return true;
  }

  private final class Pass {
    private final String raw;
    private final PathWalk walk;
    private StringBuilder out;
    private int copied;
    private String key;

    Pass(String raw, PlaceInDocument place) {
      this.raw = raw;
      walk = place == null ? null : new PathWalk(place.path());
      key = place == null ? null : place.name();
    }

    void between(int from, int to) {
      if (walk != null) {
        walk.punctuation(raw, from, to);
      }
      if (from < to && !harmless(raw, from, to)) {
        String part = raw.substring(from, to);
        replace(from, to, part, strings.value(null, part));
      }
    }

    void literal(int from, int to) {
      String inside = raw.substring(from, to);
      String text = JsonText.unescape(inside);
      String masked;
      if (isKey(to + 1)) {
        key = text;
        masked = strings.name(text);
        if (walk != null) {
          walk.key(text);
        }
      } else {
        masked =
            walk == null
                ? strings.value(key, text)
                : strings.inDocument(new PlaceInDocument(walk.here(), key), text);
      }
      if (masked == null) {
        masked = "";
      }
      replace(from, to, text, masked.equals(text) ? text : JsonText.escape(masked));
    }

    String result() {
      return out == null ? raw : out.append(raw, copied, raw.length()).toString();
    }

    private boolean isKey(int from) {
      for (int i = from; i < raw.length(); i++) {
        if (raw.charAt(i) > ' ') {
          return raw.charAt(i) == ':';
        }
      }
      return false;
    }

    private void replace(int from, int to, String before, String after) {
      if (after.equals(before)) {
        return;
      }
      if (out == null) {
        out = new StringBuilder(raw.length() + 16);
      }
      out.append(raw, copied, from).append(after);
      copied = to;
    }
  }
}
