package dev.bauta.engine;

import java.util.Random;

/** Made-up tokens of a vendor's form. */
final class TestTokens {

  private static final int OPEN = 20;

  private TestTokens() {}

  /** A token with random characters. */
  static String of(String prefix, String body, Random random) {
    return make(prefix, body, random, '\0');
  }

  /** As {@link #of}, with letters and digits mixed, as the scanner wants it. */
  static String withDigit(String prefix, String body, Random random) {
    String token = of(prefix, body, random);
    while (token.chars().noneMatch(Character::isDigit)) {
      token = of(prefix, body, random);
    }
    return token;
  }

  /** A token of one character throughout, whether the form allows it or not. */
  static String filled(String prefix, String body, char filler) {
    return make(prefix, body, new Random(0), filler);
  }

  private static String make(String prefix, String body, Random random, char filler) {
    StringBuilder token = new StringBuilder(prefix);
    for (int i = 0; i < body.length(); ) {
      char c = body.charAt(i++);
      if (!Character.isLetter(c)) {
        token.append(c);
        continue;
      }
      int end = digits(body, i);
      int least = Integer.parseInt(body.substring(i, end));
      int most = least;
      i = end;
      if (i < body.length() && body.charAt(i) == '-') {
        int to = digits(body, i + 1);
        if (to > i + 1) {
          most = Integer.parseInt(body.substring(i + 1, to));
          i = to;
        } else if (to == body.length()) {
          most = least + OPEN;
          i = to;
        }
      }
      int count = least + random.nextInt(most - least + 1);
      for (int k = 0; k < count; k++) {
        token.append(filler != '\0' ? filler : character(c, k == count - 1, random));
      }
    }
    return token.toString();
  }

  // The last is a letter or a digit: a sign at the end of a text belongs to the sentence.
  private static char character(char alphabet, boolean last, Random random) {
    while (true) {
      byte b = (byte) (33 + random.nextInt(94));
      if (Alphabet.has(Alphabet.bit(alphabet), b)
          && (b != '=')
          && (!last || Ascii.alphanumeric(b))) {
        return (char) b;
      }
    }
  }

  private static int digits(String body, int from) {
    int i = from;
    while (i < body.length() && Character.isDigit(body.charAt(i))) {
      i++;
    }
    return i;
  }
}
