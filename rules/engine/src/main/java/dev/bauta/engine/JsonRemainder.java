package dev.bauta.engine;

import java.nio.charset.Charset;

/**
 * The part of a text that is no JSON any more. What stands behind a key with a rule is masked
 * wherever such a key can be read, whatever is around; then the whole is searched as free text.
 */
final class JsonRemainder {

  private final JsonBuffer in;
  private final byte[] b;
  private final int end;
  private final Charset charset;
  private final JsonKeys keys;
  private final JsonValues values;

  JsonRemainder(JsonBuffer in, Charset charset, JsonKeys keys, JsonValues values) {
    this.in = in;
    this.b = in.bytes;
    this.end = in.length;
    this.charset = charset;
    this.keys = keys;
    this.values = values;
  }

  /** Masks from here to the end. */
  void mask(int from) {
    StringBuilder out = new StringBuilder(end - from + 16);
    int written = from;
    int quote = -1; // the last one seen
    for (int at = from; at < end; at++) {
      if (b[at] != '"') {
        continue;
      }
      int colon = in.blanks(at + 1);
      Mark mark = quote < 0 || colon >= end || b[colon] != ':' ? null : mark(quote + 1, at);
      quote = at;
      int start = mark == null ? end : in.blanks(colon + 1);
      if (start >= end) {
        continue;
      }
      int stop = stop(start);
      String masked = masked(start, stop, mark);
      if (masked != null) {
        out.append(values.value(written, start, false)).append(masked);
        written = stop;
      }
      quote = -1;
      at = stop - 1;
    }
    values.rest(out.append(values.value(written, end, false)).toString(), from);
  }

  private Mark mark(int from, int to) {
    int last = to > from && b[to - 1] == '\\' ? to - 1 : to; // JSON within a JSON string
    for (int i = from; i < last; i++) {
      if (b[i] == '\\') {
        return keys.get(values.value(from, last, true));
      }
    }
    return keys.get(in, from, last, charset).mark;
  }

  /** Behind the value that begins here; an object or array is taken to go on to the end. */
  private int stop(int start) {
    if (b[start] == '{' || b[start] == '[') {
      return end;
    }
    int at = start;
    if (b[start] == '"') {
      at = in.quoteOrEscape(start + 1);
      while (at < end && b[at] == '\\') {
        at = in.quoteOrEscape(at + 2);
      }
      return Math.min(at + 1, end);
    }
    while (at < end && !JsonTokens.ends(b, at) || at < end && (b[at] == ' ' || b[at] == '\t')) {
      at++;
    }
    return at;
  }

  /** The masked value with its quotes, or null where it stays. */
  private String masked(int start, int stop, Mark mark) {
    boolean quoted = b[start] == '"';
    int to = quoted && stop - 1 > start && b[stop - 1] == '"' ? stop - 1 : stop;
    boolean literal = !quoted && isLiteral(start, stop);
    if (literal && (!mark.numeric() || b[start] == 'n')) {
      return null;
    }
    return values.written(values.value(quoted ? start + 1 : start, to, quoted), mark);
  }

  private boolean isLiteral(int start, int stop) {
    int to = JsonTokens.word(in, start);
    to = to == start ? JsonTokens.number(b, start) : to;
    return to > 0 && in.blanks(to) >= stop;
  }
}
