package dev.bauta.engine.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the regular part of what java.util.regex and RE2 read; the rest is refused with a reason.
 * Used once.
 */
final class PatternParser {

  /** The name of the group that is meant by the match. */
  static final String VALUE = "value";

  private static final int MOST_REPEATS = 1000;
  private static final int DEEPEST = 100;

  private final PatternText in;
  private boolean anyCase;
  private boolean dotAll;
  private boolean hasValue;
  private int depth;

  // Set where a group is nothing but flags, (?i).
  private boolean flagsOnly;

  PatternParser(String pattern) {
    in = new PatternText(pattern);
  }

  Node parse() {
    Node all = choice();
    if (in.more()) {
      throw in.fault("a ')' without its '('; write \\) for the character");
    }
    return all;
  }

  private Node choice() {
    List<Node> parts = new ArrayList<>();
    do {
      parts.add(sequence());
    } while (in.take('|'));
    return parts.size() == 1 ? parts.get(0) : new Node.Choice(parts);
  }

  private Node sequence() {
    List<Node> parts = new ArrayList<>();
    while (in.more() && in.peek() != '|' && in.peek() != ')') {
      if (in.take("\\Q")) {
        quoted(parts);
      } else {
        parts.add(repeated(atom()));
      }
    }
    return parts.size() == 1 ? parts.get(0) : new Node.Sequence(parts);
  }

  private void quoted(List<Node> parts) {
    while (in.more() && !in.take("\\E")) {
      parts.add(literal(in.next()));
    }
  }

  private Node repeated(Node part) {
    Node all = part;
    while (in.more()) {
      int at = in.index();
      if (in.take('*')) {
        all = new Node.Repeat(all, 0, -1);
      } else if (in.take('+')) {
        all = new Node.Repeat(all, 1, -1);
      } else if (in.take('?')) {
        all = new Node.Repeat(all, 0, 1);
      } else if (in.take('{')) {
        all = counted(all, at);
      } else {
        return all;
      }
      refuseSuffix();
    }
    return all;
  }

  private void refuseSuffix() {
    if (in.more() && in.peek() == '?') {
      throw in.fault(
          "lazy repetition: a match is always the longest one; say what may not be in it, such as"
              + " [^\"]* for .*?");
    }
    if (in.more() && in.peek() == '+') {
      throw in.fault("possessive repetition: leave the '+' out, the search is linear without it");
    }
  }

  private Node counted(Node part, int at) {
    int least = in.number();
    int most = least;
    if (in.take(',')) {
      most = in.more() && in.peek() == '}' ? -1 : in.number();
    }
    if (least < 0 || !in.take('}') || most >= 0 && most < least) {
      throw in.fault("a count must be {n}, {n,} or {n,m} with n <= m; write \\{ for the sign", at);
    }
    if (Math.max(least, most) > MOST_REPEATS) {
      throw in.fault("counts go up to " + MOST_REPEATS + "; use {n,}, * or + past that", at);
    }
    return new Node.Repeat(part, least, most);
  }

  private Node atom() {
    int at = in.index();
    char c = in.next();
    return switch (c) {
      case '(' -> group(at);
      case '[' -> new Node.One(new ClassParser(in, anyCase).parse(at));
      case '.' -> new Node.One(dotAll ? ByteSet.ALL : ByteSet.DOT);
      case '^' -> new Node.Place(Assertion.BEGIN);
      case '$' -> new Node.Place(Assertion.END);
      case '*', '+', '?' -> throw in.fault("nothing to repeat; write \\" + c + " for the sign", at);
      case '\\' -> escaped(at);
      default -> literal(c);
    };
  }

  private Node escaped(int at) {
    if (!in.more()) {
      throw in.fault("a '\\' with nothing behind it", at);
    }
    Node place = place(in.peek());
    if (place != null) {
      in.next();
      return place;
    }
    char c = in.peek();
    if (c >= '1' && c <= '9' || c == 'k') {
      throw in.fault(
          "a back-reference can't be searched for in linear time; repeat the part itself", at);
    }
    return one(in.escape(at));
  }

  private static Node place(char c) {
    return switch (c) {
      case 'b' -> new Node.Place(Assertion.BOUNDARY);
      case 'B' -> new Node.Place(Assertion.NO_BOUNDARY);
      case 'A' -> new Node.Place(Assertion.BEGIN);
      case 'z', 'Z' -> new Node.Place(Assertion.END);
      default -> null;
    };
  }

  private Node literal(char c) {
    return one(ByteSet.of(in.check(c, in.index() - 1)));
  }

  private Node one(ByteSet set) {
    return new Node.One(anyCase ? set.anyCase() : set);
  }

  private Node group(int at) {
    if (++depth > DEEPEST) {
      throw in.fault("groups go " + DEEPEST + " deep at most; take some apart", at);
    }
    boolean outerCase = anyCase;
    boolean outerDot = dotAll;
    boolean value = in.take('?') && special(at);
    if (flagsOnly) {
      flagsOnly = false;
      depth--;
      return new Node.Sequence(List.of()); // they hold until the group around them ends
    }
    Node inner = choice();
    if (!in.take(')')) {
      throw in.fault("a '(' without its ')'; write \\( for the character", at);
    }
    anyCase = outerCase;
    dotAll = outerDot;
    depth--;
    return value ? new Node.Value(inner) : inner;
  }

  /** Reads what stands behind {@code (?}; true for the group that is meant by the match. */
  private boolean special(int at) {
    if (in.take(':')) {
      return false;
    }
    if (in.take('=') || in.take('!') || in.take("<=") || in.take("<!")) {
      throw in.fault(
          "look-around can't be searched for in linear time; use \\b, or write what is around into"
              + " the pattern and the part to mask as (?<value>...)",
          at);
    }
    if (in.take('>')) {
      throw in.fault("an atomic group: use (?:...), the search is linear without it", at);
    }
    if (in.take('<') || in.take("P<")) {
      return named(at);
    }
    flags(at);
    return false;
  }

  private boolean named(int at) {
    StringBuilder name = new StringBuilder();
    while (in.more() && in.peek() != '>') {
      name.append(in.next());
    }
    if (!in.take('>')) {
      throw in.fault("a group's name ends with '>'", at);
    }
    if (!name.toString().equals(VALUE)) {
      return false;
    }
    if (hasValue) {
      throw in.fault("a second group named " + VALUE + "; put both into one", at);
    }
    hasValue = true;
    return true;
  }

  private void flags(int at) {
    boolean on = true;
    while (in.more()) {
      char c = in.next();
      switch (c) {
        case '-' -> on = false;
        case 'i' -> anyCase = on;
        case 's' -> dotAll = on;
        case ':' -> {
          return;
        }
        case ')' -> {
          flagsOnly = true;
          return;
        }
        default -> throw in.fault("no such flag: " + c + "; known: i, s", at);
      }
    }
    throw in.fault("a '(' without its ')'", at);
  }
}
