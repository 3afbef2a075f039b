package dev.bauta.engine.ids;

import dev.bauta.engine.PiiType;

/** One way a country writes one of its numbers. Immutable. */
public final class IdFormat {

  private static final int LETTERS = 10;
  private static final long DIGIT = 0x3FF;
  private static final long LETTER = 0x3FFFFFFL << LETTERS;

  /** The number's name, as {@code es.nie}. */
  public final String name;

  /** The country's type. */
  public final PiiType type;

  /** Made for taxes: a label that says tax means it. */
  public final boolean tax;

  /** Nothing but its shape says what it is. */
  public final boolean unchecked;

  /** A company's, or a number of VAT: behind words for a person's number only in its layout. */
  public final boolean company;

  /** No check, but of a shape that not every run of as many digits has. */
  public final boolean rare;

  /** So rare a shape, with its check, that it may be found without a word beside it. */
  public final boolean bare;

  /** As {@link #bare}, where it is written in one of its layouts. */
  public final boolean bareInLayout;

  /** There is a date inside. */
  public final boolean dated;

  public final int length;
  final int digits;
  final int letters;

  /** Must be written in one of its layouts. */
  private final boolean strict;

  private final long[] shape;
  private final String[] layouts;
  private final String checks;
  private volatile IdCheck[] compiled;

  IdFormat(String name, PiiType type, String shape, String flags, String[] layouts, String checks) {
    this.name = name;
    this.type = type;
    this.shape = shape(shape);
    this.length = this.shape.length;
    this.layouts = layouts;
    this.checks = checks;
    this.tax = flags.indexOf('T') >= 0;
    this.unchecked = flags.indexOf('W') >= 0;
    this.company = flags.indexOf('K') >= 0;
    this.rare = flags.indexOf('R') >= 0;
    this.bare = flags.indexOf('B') >= 0;
    this.bareInLayout = flags.indexOf('L') >= 0;
    this.strict = flags.indexOf('S') >= 0;
    this.dated = checks.startsWith("D") || checks.contains(" D");
    int digits = 0;
    int letters = 0;
    for (int i = 0; i < length; i++) {
      digits |= (this.shape[i] & LETTER) == 0 ? 1 << i : 0;
      letters |= (this.shape[i] & DIGIT) == 0 ? 1 << i : 0;
    }
    this.digits = digits;
    this.letters = letters;
  }

  /** Whether the whole shape is digits. */
  public boolean numeric() {
    return digits == (1 << length) - 1;
  }

  /** Whether the characters from {@code from} on are such a number: shape, date, check digits. */
  public boolean matches(IdToken token, int from) {
    if (!fits(token, from)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      byte b = token.chars[from + i];
      int value = b <= '9' ? b - '0' : b - 'A' + LETTERS;
      if ((shape[i] >>> value & 1) == 0) {
        return false;
      }
    }
    return (!strict || inLayout(token, from)) && checked(token, from);
  }

  /** Whether letters and digits are where the shape has them. */
  public boolean fits(IdToken token, int from) {
    int signature = token.digits >>> from;
    return (digits & ~signature) == 0 && (letters & signature) == 0;
  }

  private boolean checked(IdToken token, int from) {
    IdCheck[] all = compiled;
    if (all == null) {
      compiled = all = IdCheck.parse(checks);
    }
    for (IdCheck check : all) {
      if (!check.holds(token, from, length)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the signs between the characters are as they are usually printed. */
  public boolean inLayout(IdToken token, int from) {
    for (String layout : layouts) {
      if (inLayout(token, from, layout)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A layout is group lengths with the sign between two groups, {@code _} for a space, {@code a}
   * for ten.
   */
  private boolean inLayout(IdToken token, int from, String layout) {
    int at = from;
    int next = from;
    for (int i = 0; i < layout.length(); i++) {
      char c = layout.charAt(i);
      if (c <= '9' && c >= '1' || c == 'a') {
        next += c == 'a' ? 10 : c - '0';
        for (at++; at < next; at++) {
          if (token.joins[at] != 0) {
            return false;
          }
        }
      } else if (at >= from + length || token.joins[at] != (c == '_' ? ' ' : c)) {
        return false;
      }
    }
    return at == from + length;
  }

  /**
   * A shape: {@code d} digit, {@code a} letter, {@code x} both, sets in brackets, then how many.
   */
  private static long[] shape(String text) {
    long[] places = new long[IdToken.MAX];
    int n = 0;
    for (int i = 0; i < text.length(); ) {
      long set = 0;
      char c = text.charAt(i++);
      if (c == '[') {
        int close = text.indexOf(']', i);
        set = set(text, i, close);
        i = close + 1;
      } else {
        set = c == 'd' ? DIGIT : c == 'a' ? LETTER : c == 'x' ? DIGIT | LETTER : bit(c);
      }
      int times = 0;
      while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        times = times * 10 + text.charAt(i++) - '0';
      }
      for (int end = n + Math.max(times, 1); n < end; n++) {
        places[n] = set;
      }
    }
    return java.util.Arrays.copyOf(places, n);
  }

  private static long set(String text, int from, int to) {
    long set = 0;
    for (int i = from; i < to; i++) {
      if (i + 2 < to && text.charAt(i + 1) == '-') {
        for (char c = text.charAt(i); c <= text.charAt(i + 2); c++) {
          set |= bit(c);
        }
        i += 2;
      } else {
        set |= bit(text.charAt(i));
      }
    }
    return set;
  }

  private static long bit(char c) {
    return 1L << (c <= '9' ? c - '0' : c - 'A' + LETTERS);
  }
}
