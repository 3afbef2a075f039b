package dev.bauta.engine.pattern;

/** Reads what stands in brackets: {@code [a-z\d_]}, {@code [^"]}, {@code [[:alpha:]]}. */
final class ClassParser {

  private final PatternText in;
  private final boolean anyCase;

  ClassParser(PatternText in, boolean anyCase) {
    this.in = in;
    this.anyCase = anyCase;
  }

  /**
   * Reads up to the closing bracket.
   *
   * @param at of the opening one, which is read already
   */
  ByteSet parse(int at) {
    boolean not = in.take('^');
    ByteSet set = ByteSet.NONE;
    boolean first = true;
    while (true) {
      if (!in.more()) {
        throw in.fault("a '[' without its ']'; write \\[ for the character", at);
      }
      if (!first && in.take(']')) {
        ByteSet all = anyCase ? set.anyCase() : set; // before the negation: [^a] has no A either
        return not ? all.not() : all;
      }
      set = set.or(item());
      first = false;
    }
  }

  private ByteSet item() {
    int at = in.index();
    if (in.take("[:")) {
      return named(at);
    }
    if (in.peek() == '[' || in.take("&&")) {
      throw in.fault("a class within a class; write \\[ or \\& for the character", at);
    }
    ByteSet from = member();
    if (from.size() != 1 || !in.take('-')) {
      return from;
    }
    if (in.more() && in.peek() == ']') {
      return from.or(ByteSet.of('-'));
    }
    ByteSet to = in.more() ? member() : ByteSet.NONE;
    if (to.size() != 1 || value(to) < value(from)) {
      throw in.fault("a range goes from a character to a later one; write \\- for the sign", at);
    }
    return ByteSet.range(value(from), value(to));
  }

  private ByteSet member() {
    int at = in.index();
    char c = in.next();
    return c == '\\' ? in.escape(at) : ByteSet.of(in.check(c, at));
  }

  private ByteSet named(int at) {
    boolean not = in.take('^');
    String name = in.until(":]");
    ByteSet set = name == null ? null : NamedClasses.of(name);
    if (set == null) {
      throw in.fault("no such class; known are [:alpha:], [:digit:], [:alnum:] ...", at);
    }
    return not ? set.not() : set;
  }

  private static int value(ByteSet one) {
    for (int v = 0; v < 255; v++) {
      if (one.has(v)) {
        return v;
      }
    }
    return 255;
  }
}
