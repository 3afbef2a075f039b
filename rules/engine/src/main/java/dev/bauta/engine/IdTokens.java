package dev.bauta.engine;

import dev.bauta.engine.ids.IdToken;

/** Where a token that may be a number begins and ends, and which letters and digits it has. */
final class IdTokens {

  private static final int LONGEST = 40;

  private IdTokens() {}

  /**
   * Where the token around a digit begins.
   *
   * @param spaces whether groups of digits may be joined by spaces
   */
  static int start(byte[] b, int digit, int floor, boolean spaces) {
    int start = digit;
    int least = Math.max(Math.max(floor, Line.PAD), digit - LONGEST);
    while (start > least) {
      byte before = b[start - 1];
      if (Ascii.alphanumeric(before)) {
        start--;
      } else if (start - 2 >= least
          && joins(before, spaces)
          && leads(b, start - 2, before, least)) {
        start -= 2;
      } else {
        break;
      }
    }
    return start;
  }

  /** Behind a space words are words: only digits, or one capital, belong to a number. */
  private static boolean leads(byte[] b, int last, byte join, int least) {
    if (Ascii.digit(b[last])) {
      return true;
    }
    boolean letter = Ascii.letter(b[last]);
    boolean alone = last == least || !Ascii.alphanumeric(b[last - 1]);
    return letter
        && (alone && (join != ' ' || Ascii.capital(b[last])) || join == '-' && last - 3 < least);
  }

  /** Where the token that begins here ends; groups are joined by signs, not by spaces. */
  static int end(byte[] b, int start) {
    int i = start;
    while (i - start <= LONGEST) {
      if (Ascii.alphanumeric(b[i])) {
        i++;
      } else if ((joins(b[i], false) || b[i] == '+' || b[i] == '(')
          && Ascii.alphanumeric(b[i + 1])
          && i > start) {
        i += 2;
      } else {
        break;
      }
    }
    return b[i] == ')' && b[i - 2] == '(' ? i + 1 : i;
  }

  /** The letters and digits of a token. */
  static int length(byte[] b, int start, int end) {
    int length = 0;
    for (int i = start; i < end; i++) {
      length += Ascii.alphanumeric(b[i]) ? 1 : 0;
    }
    return length;
  }

  /** Reads a token of a known end, of no more than {@link IdToken#MAX} letters and digits. */
  static void read(byte[] b, int start, int end, IdToken token) {
    byte join = 0;
    for (int i = start; i < end; i++) {
      if (Ascii.alphanumeric(b[i])) {
        token.add(b[i], join, i + 1);
        join = 0;
      } else {
        join = b[i];
      }
    }
  }

  /**
   * Reads what begins here as far as it may go on: groups joined by a sign, which may have spaces
   * around it, or by one space.
   *
   * @return its end
   */
  static int readLoosely(byte[] b, int start, IdToken token) {
    int i = start;
    byte join = 0;
    while (token.length < IdToken.MAX) {
      if (Ascii.alphanumeric(b[i])) {
        token.add(b[i++], join, i);
        join = 0;
        continue;
      }
      int gap = gap(b, i);
      if (gap == 0 || token.length == 0) {
        break;
      }
      join = b[i] == ' ' && gap > 1 ? b[i + 1] : b[i];
      i += gap;
    }
    return token.length == 0 ? start : closed(b, token.ends[token.length - 1]);
  }

  /** Behind the bracket that closes a check digit, if one does. */
  static int closed(byte[] b, int end) {
    boolean round = b[end] == ')' && b[end - 2] == '(';
    return round || b[end] == ']' && b[end - 2] == '[' ? end + 1 : end;
  }

  /** How many signs join what is here to what goes on behind; 0 for none. */
  private static int gap(byte[] b, int i) {
    int signs = 0;
    int n = 0;
    while (n < 3
        && (joins(b[i + n], true) || b[i + n] == '+' || b[i + n] == '(' || b[i + n] == '[')) {
      signs += b[i + n] == ' ' ? 0 : 1;
      n++;
    }
    return n > 0 && signs <= 1 && (n == 1 || signs == 1) && Ascii.alphanumeric(b[i + n]) ? n : 0;
  }

  private static boolean joins(byte b, boolean spaces) {
    return b == '-' || b == '.' || b == '/' || spaces && b == ' ';
  }
}
