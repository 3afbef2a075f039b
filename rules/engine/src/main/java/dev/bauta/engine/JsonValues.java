package dev.bauta.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Masks the values of one JSON text and keeps what comes out. Used for one text after the other.
 */
final class JsonValues {

  /** The digits of the shortest card number. */
  static final int CARD = 12;

  private static final int LONGEST_CARD = 19;

  private static final String NULL = "null";

  private final JsonBuffer in;
  private Charset charset;
  private boolean foreign;
  private TextMasker text;
  private boolean everything;
  private Disclosure disclosure;
  private Tally tally;

  // Made with the first value that changes; the text is written up to here.
  private ByteArrayOutputStream out;
  private int written;

  JsonValues(JsonBuffer in) {
    this.in = in;
  }

  void begin(Charset as, TextMasker masker, Disclosure asked, Tally told) {
    charset = as;
    foreign = as == StandardCharsets.UTF_8;
    text = masker;
    everything = masker.hasOwnPatterns();
    disclosure = asked;
    tally = told;
    out = null;
    written = 0;
  }

  void release() {
    text = null;
    disclosure = null;
    tally = null;
    out = null;
  }

  /** How far the text is decided upon: a value masked is not looked at again. */
  int written() {
    return written;
  }

  /** Whether even a short number may be something: a rule file brings its own patterns. */
  boolean searchesAll() {
    return everything;
  }

  /** A string between its quotes that no rule is for. */
  void string(int from, int to, boolean escaped) {
    if (escaped || everything) {
      text(from, to, escaped);
    } else {
      walked(from, JsonContent.walk(in, from));
    }
  }

  /**
   * A string without escapes.
   *
   * @param walked as {@link JsonContent#walk} gave it
   */
  void walked(int from, long walked) {
    if (everything || JsonContent.mayHold(in, from, walked, foreign)) {
      text(from, (int) walked, false);
    }
  }

  private void text(int from, int to, boolean escaped) {
    String masked =
        escaped
            ? text.mask(value(from, to, true), disclosure, tally)
            : text.mask(in.bytes, from, to, charset, disclosure, tally);
    if (masked != null && !masked.equals(value(from, to, escaped))) {
      quoted(from - 1, to + 1, masked);
    }
  }

  /**
   * A number that is not hidden for its key alone: long enough, it may be a card's.
   *
   * @param mark the rule of its key, which then says how it is hidden; or null
   */
  void number(int from, int to, Mark mark) {
    if (!everything && (to - from < CARD || to - from > LONGEST_CARD)) {
      return;
    }
    String value = value(from, to, false);
    String masked = text.mask(value, disclosure, mark == null ? tally : Tally.NONE);
    if (masked.equals(value)) {
      return;
    }
    if (mark == null) {
      quoted(from, to, masked);
    } else {
      marked(from, to, value, mark); // as the string it becomes is, when it is masked again
    }
  }

  /**
   * A value with a rule, which may leave it out; from and to are those of its quotes, where it has
   * them.
   */
  void marked(int from, int to, String value, Mark mark) {
    String masked = masked(value, mark);
    if (masked != null && mark.masker().nulls()) {
      replace(from, to, NULL);
    } else if (masked != null && (!masked.equals(value) || !isQuoted(from, to))) {
      quoted(from, to, masked);
    }
  }

  /** The masked form, or null where the value is shown or empty. */
  private String masked(String value, Mark mark) {
    if (value.isEmpty()) {
      return null;
    }
    if (disclosure.reveals(mark.type())) {
      tally.revealed(mark.type());
      return null;
    }
    tally.masked(mark.type());
    return mark.masker().mask(value, mark.type());
  }

  /** The masked form as it is written in this text, or null where the value is shown or empty. */
  String written(String value, Mark mark) {
    String masked = masked(value, mark);
    if (masked == null) {
      return null;
    }
    return mark.masker().nulls() ? NULL : quote(masked);
  }

  private String quote(String value) {
    return JsonStrings.quote(value, foreign ? 0xFFFF : 0xFF);
  }

  private boolean isQuoted(int from, int to) {
    return to - from > 1 && in.bytes[from] == '"' && in.bytes[to - 1] == '"';
  }

  /** The characters of a string, without its escapes. */
  String value(int from, int to, boolean escaped) {
    String raw = new String(in.bytes, from, to - from, charset);
    return escaped ? JsonStrings.unescape(raw) : raw;
  }

  /**
   * The rest of the text, searched as free text.
   *
   * @param rest as it is where values behind keys are masked already
   */
  void rest(String rest, int from) {
    String masked = text.mask(rest, disclosure, tally);
    if (!masked.equals(value(from, in.length, false))) {
      replace(from, in.length, masked);
    }
  }

  /** What came out, or null where nothing changed. */
  byte[] result() {
    if (out == null) {
      return null;
    }
    out.write(in.bytes, written, in.length - written);
    return out.toByteArray();
  }

  private void quoted(int from, int to, String masked) {
    replace(from, to, quote(masked));
  }

  private void replace(int from, int to, String with) {
    byte[] bytes = with.getBytes(charset);
    if (out == null) {
      out = new ByteArrayOutputStream(in.length + 64);
    }
    out.write(in.bytes, written, from - written);
    out.write(bytes, 0, bytes.length);
    written = to;
  }
}
