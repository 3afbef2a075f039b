package dev.bauta.agent.api.log;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.math.BigInteger;

/**
 * The words around a value that say what it is: {@code pin=} in {@code "order {} pin={}"}, {@code
 * ssn} in {@code "ssn {}"}. Encoders that print arguments by themselves lose them, so a value is
 * judged together with them.
 *
 * @param before what stands before the value
 * @param after a closing quote, or nothing
 */
public record Label(String before, String after) {

  /** How far before a value its label may stand. */
  private static final int REACH = 40;

  /** Fewer digits than these are no personal number, whatever stands before them. */
  private static final int TELLING_DIGITS = 7;

  private static final int TELLING_NUMBER = 1_000_000;

  /** The label of a value kept under a key, or null where the key cannot matter. */
  public static Label ofKey(String key, Object value) {
    return key != null && hasManyDigits(value) ? new Label(key + "=", "") : null;
  }

  /**
   * The label of an argument, or null where what stands before it cannot matter: no sign such as
   * {@code =} near, and too few digits to be a number that its context makes personal.
   *
   * @param from where the text behind the placeholder before begins
   * @param at where the argument's placeholder is
   * @param index which argument it is
   * @param arguments those before it masked already
   */
  public static Label ofPlaceholder(
      String template, int from, int at, int index, Object[] arguments) {
    int floor = Math.max(from, at - REACH);
    if (!isSignNear(template, floor, at) && !hasManyDigits(arguments[index])) {
      return null;
    }
    String before = template.substring(floor, at);
    if (index > 0 && from > 0 && hasNoWord(template, from, at)) { // "{}={}"
      String previous = Values.print(arguments[index - 1]);
      if (at > from && hasWord(previous)) { // else they may be one value: see SplitValues
        before = previous.substring(Math.max(0, previous.length() - REACH)) + before;
      }
    }
    int next = at + 2;
    boolean quoted = next < template.length() && isQuote(template.charAt(next));
    return new Label(before, quoted ? template.substring(next, next + 1) : "");
  }

  /**
   * Masks a value as it would be masked behind its label.
   *
   * @param logger may be null
   * @return the same object when there is nothing to hide
   */
  public Object hide(Masking masking, String logger, Object value) {
    String labelled = before + Values.print(value) + after;
    String masked = masking.text(Sink.LOG, logger, labelled);
    if (masked.equals(labelled)) {
      return value;
    }
    boolean labelStands =
        masked.length() >= before.length() + after.length()
            && masked.startsWith(before)
            && masked.endsWith(after);
    return labelStands
        ? masked.substring(before.length(), masked.length() - after.length())
        : Masking.MASKED;
  }

  private static boolean isSignNear(String text, int floor, int at) {
    for (int i = at - 1; i >= floor; i--) {
      char c = text.charAt(i);
      if (c == '=' || c == ':' || c == '>') {
        return true;
      }
      if (c != ' ' && !isQuote(c) && !isWord(c)) {
        return false;
      }
    }
    return false;
  }

  private static boolean hasNoWord(String text, int from, int at) {
    for (int i = from; i < at; i++) {
      if (isWord(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasWord(String text) {
    for (int i = Math.max(0, text.length() - REACH); i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasManyDigits(Object value) {
    if (value instanceof Integer || value instanceof Long) {
      long number = ((Number) value).longValue();
      return number >= TELLING_NUMBER || number <= -TELLING_NUMBER;
    }
    if (!(value instanceof CharSequence) && !(value instanceof BigInteger)) {
      return false;
    }
    CharSequence text = value instanceof CharSequence chars ? chars : value.toString();
    int digits = 0;
    for (int i = 0; i < text.length() && i < REACH; i++) { // a longer text brings its own words
      if (Character.isDigit(text.charAt(i)) && ++digits == TELLING_DIGITS) {
        return true;
      }
    }
    return false;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
