package dev.bauta.engine;

import java.nio.charset.Charset;

/**
 * One walk over one JSON text (RFC 8259). Keeps no stack: a string is a key if a colon follows, and
 * of the objects and arrays around only the outermost that a rule is for counts. Used for one text
 * after the other.
 */
final class JsonScan {

  private final JsonBuffer in;
  private final JsonValues values;
  private byte[] b;
  private int end;
  private Charset charset;
  private JsonKeys keys;

  /** The key before. */
  private JsonKey last;

  private int depth;

  /** The rule of the object or array around, and how deep that is. */
  private Mark outer;

  private int outerDepth;

  /** The rule of the key before the value to come, and where the key begins, or -1. */
  private Mark pending;

  private int key = -1;

  /** Where the last value begins, as long as nothing parts the next one from it; else -1. */
  private int value = -1;

  /** Behind the string that was walked over last, and whether it has escapes or no end. */
  private int after;

  private boolean escaped;
  private boolean open;

  JsonScan(JsonBuffer in) {
    this.in = in;
    this.values = new JsonValues(in);
  }

  /** Begins with the text that the buffer holds now. */
  JsonScan begin(Charset as, JsonKeys rules, TextMasker text, Disclosure disclosure, Tally tally) {
    b = in.bytes;
    end = in.length;
    charset = as;
    keys = rules;
    last = rules.start();
    depth = 0;
    outer = null;
    outerDepth = 0;
    pending = null;
    key = -1;
    value = -1;
    values.begin(as, text, disclosure, tally);
    return this;
  }

  /** Forgets the text and the rules. */
  void release() {
    b = null;
    keys = null;
    last = null;
    outer = null;
    pending = null;
    values.release();
  }

  /** The masked bytes, or null where nothing is to be hidden. */
  byte[] scan() {
    for (int at = 0; at < end; ) {
      int next = token(at);
      if (next < 0) {
        broken(at);
        break;
      }
      at = next;
    }
    return values.result();
  }

  /** Takes what begins here and gives where it ends, or -1 where it is no JSON. */
  private int token(int at) {
    byte first = b[at]; // not a switch: most begin with one of the first two
    if (first == '"') {
      return string(at);
    }
    if (first == ',') {
      parted();
      return at + 1;
    }
    if (first <= ' ' && first >= 0) {
      return in.blanks(at + 1);
    }
    if (first == '{' || first == '[') {
      return open(at);
    }
    return first == '}' || first == ']' ? close(at) : scalar(at);
  }

  private void parted() {
    expect(null);
    key = -1;
    value = -1;
  }

  private void expect(Mark mark) {
    if (pending != mark) { // a field that points to an object is dear to write
      pending = mark;
    }
  }

  private int open(int at) {
    if (value >= 0) {
      return -1;
    }
    depth++;
    if (outer == null && pending != null) {
      outer = pending;
      outerDepth = depth;
    }
    parted();
    return at + 1;
  }

  private int close(int at) {
    if (depth == 0) {
      return -1;
    }
    if (depth == outerDepth) {
      outer = null;
      outerDepth = 0;
    }
    depth--;
    parted();
    return at + 1;
  }

  private int string(int at) {
    JsonKey guess = last.next();
    if (guess != null && guess.isAt(in, at + 1)) {
      int quote = at + 1 + guess.length;
      if (b[quote + 1] == ':' && value < 0) {
        last = guess;
        return named(at, quote, guess.mark);
      }
    }
    int quote = in.quoteOrEscape(at + 1);
    byte next = b[quote + 1];
    if (next != ':' || b[quote] != '"' || value >= 0) {
      boolean element = (next == ',' || next == ']') && b[quote] == '"' && value < 0;
      return element && mark() == null ? element(at) : other(at);
    }
    JsonKey found = keys.get(in, at + 1, quote, charset);
    last = last.goOn(found);
    return named(at, quote, found.mark);
  }

  private int named(int at, int quote, Mark mark) {
    if (mark == null && outer == null) {
      return member(at, quote + 2);
    }
    key = at;
    expect(mark);
    return quote + 2;
  }

  /** A member that no rule is for, as most are: its value and the comma in one go. */
  private int member(int name, int colon) {
    expect(null);
    int at = b[colon] == ' ' ? colon + 1 : colon;
    int to = b[at] == '"' ? plain(at + 1) : literal(at);
    if (b[to] == ',' && to > at) {
      key = -1;
      return to + 1;
    }
    key = name;
    value = to > at ? at : -1;
    return to;
  }

  /** Behind the string, or its quote where it is to be looked at more closely. */
  private int plain(int from) {
    long walked = JsonContent.walk(in, from);
    int quote = (int) walked;
    if (b[quote] != '"') { // an escape, or the zeros past the end
      return from - 1;
    }
    values.walked(from, walked);
    return quote + 1;
  }

  /** Behind a short number or a word, or where it begins where it may be something else. */
  private int literal(int at) {
    int to = at + in.digits(at);
    if (to == at) {
      to = JsonTokens.word(in, at);
    } else if (b[to] == '.' && to - at < Long.BYTES) {
      int decimals = in.digits(to + 1);
      to = decimals > 0 ? to + 1 + decimals : at;
    }
    boolean ended = b[to] == ',' || b[to] == '}';
    return ended && to - at < JsonValues.CARD && !values.searchesAll() ? to : at;
  }

  /** A string that is no key and that no rule is for. */
  private int element(int at) {
    value = at;
    long walked = JsonContent.walk(in, at + 1);
    values.walked(at + 1, walked);
    return (int) walked + 1;
  }

  /**
   * A string with escapes or without an end, an element, or a key that blanks part from its colon.
   */
  private int other(int at) {
    walkString(at + 1);
    int next = open ? end : in.blanks(after);
    if (next < end && b[next] == ':' && value < 0) {
      key = at;
      expect(
          escaped
              ? keys.get(values.value(at + 1, after - 1, true))
              : keys.get(in, at + 1, after - 1, charset).mark);
      return next + 1;
    }
    Mark mark = mark();
    if (value >= 0 || open && mark == null) {
      return -1;
    }
    value = at;
    int to = open ? end : after - 1;
    if (mark != null) {
      values.marked(at, after, values.value(at + 1, to, escaped), mark);
    } else {
      values.string(at + 1, to, escaped);
    }
    return after;
  }

  private Mark mark() {
    return pending != null ? pending : outer;
  }

  private void walkString(int from) {
    escaped = false;
    open = false;
    int at = in.quoteOrEscape(from);
    while (at < end && b[at] == '\\') {
      escaped = true;
      at = in.quoteOrEscape(at + 2);
    }
    open = at >= end;
    after = Math.min(at + 1, end);
  }

  private int scalar(int at) {
    boolean number = b[at] == '-' || Ascii.digit(b[at]);
    int to = number ? JsonTokens.number(b, at) : JsonTokens.word(in, at);
    boolean loose = depth == 0 && key < 0; // a line that begins with a number is a line of a log
    if (to <= at || to > end || loose || value >= 0 || !JsonTokens.ends(b, to) && to != end) {
      return -1;
    }
    value = at;
    Mark mark = mark();
    if (mark != null && mark.numeric() && b[at] != 'n') {
      values.marked(at, to, values.value(at, to, false), mark);
    } else if (number) {
      values.number(at, to, mark);
    }
    return to;
  }

  /** From here it is no JSON: what is not decided upon yet is searched as text. */
  private void broken(int at) {
    int from = Math.max(values.written(), value >= 0 ? value : at);
    if (outer != null) {
      values.marked(from, end, values.value(from, end, false), outer);
      return;
    }
    from = Math.max(values.written(), key >= 0 ? key : from);
    new JsonRemainder(in, charset, keys, values).mask(from);
  }
}
