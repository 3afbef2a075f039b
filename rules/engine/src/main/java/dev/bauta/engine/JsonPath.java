package dev.bauta.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A path to places in JSON, in the part of JSONPath (RFC 9535) that can be decided on the way down:
 * {@code $.customer.email}, {@code $.orders[*].iban}, {@code $..iban}, {@code $['a name']}. Names
 * may have {@code *} and {@code ?}, and their case does not matter; those two are not of the RFC.
 */
final class JsonPath {

  /** Deeper ones are refused: their place in a state is one byte. */
  static final int DEEPEST = 64;

  /**
   * A step down.
   *
   * @param deep whether any number of levels may be skipped before
   * @param name null for any member and any element
   */
  record Step(boolean deep, Glob name) {

    /**
     * @param key null for an element of an array
     */
    boolean fits(String key) {
      return name == null || key != null && name.matches(key);
    }
  }

  private final String text;
  private final List<Step> steps = new ArrayList<>();
  private int at = 1;

  private JsonPath(String text) {
    this.text = text;
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException if it is none; the message says what to do
   */
  static List<Step> steps(String text) {
    return new JsonPath(text).read().steps;
  }

  static JsonPath of(String text) {
    return new JsonPath(text).read();
  }

  List<Step> steps() {
    return steps;
  }

  private JsonPath read() {
    if (text.isEmpty() || text.charAt(0) != '$') {
      throw wrong("it must start with '$'", "$.customer.email");
    }
    while (at < text.length()) {
      step();
    }
    if (steps.isEmpty()) {
      throw wrong("it names the whole document", "$.*");
    }
    if (steps.size() > DEEPEST) {
      throw wrong("it has more than " + DEEPEST + " steps", "$..name");
    }
    return this;
  }

  private void step() {
    boolean deep = text.startsWith("..", at);
    if (deep) {
      at += 2;
      steps.add(new Step(true, at < text.length() && text.charAt(at) == '[' ? bracket() : name()));
    } else if (text.charAt(at) == '.') {
      at++;
      steps.add(new Step(false, name()));
    } else if (text.charAt(at) == '[') {
      steps.add(new Step(false, bracket()));
    } else {
      throw wrong("'.' or '[' must follow at character " + (at + 1), "$.customer.email");
    }
  }

  private Glob name() {
    int start = at;
    while (at < text.length() && ".[".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (start == at) {
      throw wrong("a name is missing at character " + (at + 1), "$.customer.email");
    }
    return glob(text.substring(start, at));
  }

  private Glob bracket() {
    int close = text.indexOf(']', at);
    char quote = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    if (quote == '\'' || quote == '"') {
      int end = text.indexOf(quote, at + 2);
      close = end < 0 ? -1 : end + 1;
      if (close <= 0 || close >= text.length() || text.charAt(close) != ']') {
        throw wrong("a quoted name has no end", "$['a name']");
      }
      String name = text.substring(at + 2, end);
      at = close + 1;
      return glob(name);
    }
    if (close < 0 || !text.substring(at, close + 1).equals("[*]")) {
      throw wrong("only [*] and ['name'] can stand in brackets", "$.orders[*].iban");
    }
    at = close + 1;
    return null;
  }

  private static Glob glob(String name) {
    return name.equals("*") ? null : new Glob(name);
  }

  private IllegalArgumentException wrong(String fault, String example) {
    return new IllegalArgumentException(
        "'" + text + "' is no path: " + fault + "; write it like " + example);
  }
}
