package dev.bauta.engine;

/**
 * One vendor's form of a token: how it begins, then runs of an alphabet and single signs between
 * them. Immutable.
 */
final class VendorToken {

  private static final int STEPS = 16;

  /** The name of the form, shown when a text is explained. */
  final String rule;

  final String prefix;

  // For each step the alphabet's bit, or 0 for a sign; then how many, or the sign.
  private final int[] alphabets = new int[STEPS];
  private final int[] least = new int[STEPS];
  private final int[] most = new int[STEPS];
  private int steps;

  private VendorToken(String rule, String prefix, String body) {
    this.rule = rule;
    this.prefix = prefix;
    parse(body);
  }

  /**
   * @param row the name of the form, the prefix and the body, such as {@code h32}, {@code b22.b43},
   *     {@code w20-40}, {@code w20-}, {@code h8-h4}: the name of an {@link Alphabet} and how many
   *     characters (without end: a hyphen last), or a sign
   */
  static VendorToken of(String row) {
    int prefix = row.indexOf(' ') + 1;
    int body = row.indexOf(' ', prefix) + 1;
    return new VendorToken(
        row.substring(0, prefix - 1), row.substring(prefix, body - 1), row.substring(body));
  }

  /** Which characters may follow the prefix: the bit of an alphabet. */
  int firstAlphabet() {
    return alphabets[0];
  }

  /** Whether the prefix is the address of a service, which is shown. */
  boolean isAddress() {
    return prefix.indexOf('/') > 2;
  }

  /** Whether the bytes from here on begin with the prefix. */
  boolean begins(byte[] b, int from) {
    for (int i = 0; i < prefix.length(); i++) {
      if (b[from + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The end of the token whose body begins here, or -1 where it is not of this form. */
  int end(byte[] b, int body) {
    int i = body;
    for (int step = 0; step < steps; step++) {
      if (alphabets[step] == 0) {
        if (b[i++] != least[step]) {
          return -1;
        }
        continue;
      }
      int from = i;
      while (i - from < most[step] && Alphabet.has(alphabets[step], b[i])) {
        i++;
      }
      if (i - from < least[step]) {
        return -1;
      }
    }
    return Ascii.alphanumeric(b[i]) || b[i] == '_' ? -1 : i;
  }

  private void parse(String body) {
    int i = 0;
    while (i < body.length()) {
      char c = body.charAt(i++);
      if (Ascii.letter((byte) c)) {
        i = run(body, i, Alphabet.bit(c));
      } else {
        least[steps++] = c;
      }
    }
  }

  private int run(String body, int from, int alphabet) {
    int i = endOfNumber(body, from);
    alphabets[steps] = alphabet;
    least[steps] = Integer.parseInt(body.substring(from, i));
    most[steps] = least[steps];
    if (i < body.length() && body.charAt(i) == '-') {
      int to = endOfNumber(body, i + 1);
      if (to > i + 1) {
        most[steps] = Integer.parseInt(body.substring(i + 1, to));
        i = to;
      } else if (to == body.length()) {
        most[steps] = Integer.MAX_VALUE;
        i = to;
      }
    }
    steps++;
    return i;
  }

  private static int endOfNumber(String body, int from) {
    int i = from;
    while (i < body.length() && Ascii.digit((byte) body.charAt(i))) {
      i++;
    }
    return i;
  }
}
