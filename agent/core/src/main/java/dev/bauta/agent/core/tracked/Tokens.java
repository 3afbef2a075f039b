package dev.bauta.agent.core.tracked;

/**
 * The words of a text: runs of letters and digits. {@code %20} and its kind part words, as a blank
 * does. A run may be parted further where a capital follows a small letter, or a digit a letter.
 */
final class Tokens {

  private Tokens() {}

  /** Where the run that begins here ends. */
  static int end(CharSequence text, int start) {
    int end = start;
    while (end < text.length() && Chars.code(text.charAt(end)) != 0) {
      end++;
    }
    return end;
  }

  /** Where the first part of the run that begins here ends. */
  static int partEnd(CharSequence text, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      char before = text.charAt(i - 1);
      char c = text.charAt(i);
      boolean hump = Character.isUpperCase(c) && Character.isLowerCase(before);
      if (hump || Character.isDigit(c) != Character.isDigit(before)) {
        return i;
      }
    }
    return end;
  }

  /**
   * Where the next run begins, if not more than a little stands before it.
   *
   * @return -1 where there is none
   */
  static int next(CharSequence text, int end, int most) {
    int i = end;
    while (i < text.length() && i <= end + most) {
      if (isEscape(text, i)) {
        i += 3;
      } else if (Chars.code(text.charAt(i)) == 0) {
        i++;
      } else {
        return i;
      }
    }
    return -1;
  }

  /** Whether an escaped character of a URL stands here. */
  static boolean isEscape(CharSequence text, int at) {
    return text.charAt(at) == '%'
        && at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }
}
