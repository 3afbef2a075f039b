package dev.bauta.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The world's numbering plans (ITU-T E.164): which calling codes there are, and how long a national
 * number is for each of its first three digits. Read from {@code phone-plans.txt} when the first
 * number with a calling code is looked at, in less than a millisecond.
 */
final class PhonePlans {

  private static final int CODES = 1000;

  private static final PhonePlans ALL = new PhonePlans(resource());

  // Ranges of calling code c are first[c] to first[c + 1]; a code without any is not in use.
  private final int[] first = new int[CODES + 1];
  private int[] heads = new int[4096]; // first three digits: from * 1000 + to
  private int[] lengths = new int[4096]; // one bit for each length
  private int size;

  // Read from the left: where in the table's text the reader is.
  private final byte[] text;
  private int at;

  private PhonePlans(byte[] text) {
    this.text = text;
    int next = 0;
    while (at < text.length) {
      if (text[at] == '#') {
        skipLine();
        continue;
      }
      int code = number();
      while (next <= code) {
        first[next++] = size;
      }
      plan();
    }
    while (next <= CODES) {
      first[next++] = size;
    }
    heads = Arrays.copyOf(heads, size);
    lengths = Arrays.copyOf(lengths, size);
  }

  /** Whether a calling code is in use; no code is the beginning of another. */
  static boolean inUse(int code) {
    return ALL.first[code] < ALL.first[code + 1];
  }

  /**
   * Whether a country has numbers like this.
   *
   * @param code the calling code
   * @param head the first three digits of the national number
   * @param length the number of its digits
   * @param named whether something says that it is a telephone number: then its first digit is
   *     enough, because countries open new ranges
   */
  static boolean allows(int code, int head, int length, boolean named) {
    for (int i = ALL.first[code]; i < ALL.first[code + 1]; i++) {
      int low = ALL.heads[i] / 1000;
      int high = ALL.heads[i] % 1000;
      boolean within =
          named
              ? head >= low - low % 100 && head <= high - high % 100 + 99
              : head >= low && head <= high;
      if (within && (ALL.lengths[i] >>> length & 1) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether national numbers may begin with 0 behind the calling code, as in Italy. */
  static boolean keepsZero(int code) {
    for (int i = ALL.first[code]; i < ALL.first[code + 1]; i++) {
      if (ALL.heads[i] / 1000 < 100) {
        return true;
      }
    }
    return false;
  }

  private static byte[] resource() {
    try (InputStream in = PhonePlans.class.getResourceAsStream("phone-plans.txt")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code 7,8:30-32,5 9:1} to the end of the line. */
  private void plan() {
    while (text[at++] == ' ') {
      int mask = 0;
      do {
        mask |= 1 << number();
      } while (text[at++] == ',');
      do {
        heads[size] = range();
        lengths[size++] = mask;
      } while (text[at] == ',' && at++ > 0);
    }
  }

  private int range() {
    int start = at;
    int from = number();
    int low = from * scale(at - start);
    int high = low + scale(at - start) - 1;
    if (text[at] == '-') {
      at++;
      start = at;
      int to = number();
      high = (to + 1) * scale(at - start) - 1;
    }
    return low * 1000 + high;
  }

  private static int scale(int digits) {
    return digits == 1 ? 100 : digits == 2 ? 10 : 1;
  }

  private int number() {
    int n = 0;
    while (Ascii.digit(text[at])) {
      n = n * 10 + text[at++] - '0';
    }
    return n;
  }

  private void skipLine() {
    while (text[at++] != '\n') {
      // a comment
    }
  }

  /** The table as text, without its comments; for the test that compares it with the source. */
  static String table() {
    String all = new String(ALL.text, StandardCharsets.US_ASCII);
    int body = all.indexOf("\n1 ");
    return all.substring(body + 1);
  }
}
