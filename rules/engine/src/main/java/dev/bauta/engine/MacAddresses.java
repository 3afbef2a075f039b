package dev.bauta.engine;

/**
 * Hardware addresses (IEEE EUI-48 and EUI-64): pairs joined by colons or hyphens, or groups of four
 * joined by dots.
 */
final class MacAddresses {

  private static final int SHORT = 12;
  private static final int LONG = 16;

  private MacAddresses() {}

  /** Where the address of pairs joined by this sign ends that begins here, or -1. */
  static int pairsEnd(byte[] b, int from, byte sign) {
    int pairs = 0;
    int i = from;
    while (Ascii.hex(b[i]) && Ascii.hex(b[i + 1])) {
      pairs++;
      i += 2;
      if (b[i] != sign) {
        break;
      }
      i++;
    }
    boolean whole = pairs == SHORT / 2 || pairs == LONG / 2;
    return whole && alone(b, from, i) ? i : -1;
  }

  /**
   * Takes the address joined by hyphens around a pair of digits.
   *
   * @param at the first digit of the pair, or its place anywhere in the address
   * @return the end, or -1
   */
  static int dashed(byte[] b, int at, Findings out) {
    int start = at;
    while (start > at - 24 && (Ascii.hex(b[start - 1]) || b[start - 1] == '-')) {
      start--;
    }
    int end = pairsEnd(b, start, (byte) '-');
    if (end > 0) {
      out.add(PiiType.MAC_ADDRESS, start - Line.PAD, end - Line.PAD, "mac");
    }
    return end;
  }

  /** Whether what stands between two positions may be a group of an address joined by dots. */
  static boolean mayBeFour(byte[] b, int start, int end) {
    return end - start == 4 && (b[end] == '.' || b[start - 1] == '.') && Ascii.hex(b[start]);
  }

  /** Takes the address of groups of four joined by dots that holds this place; its end, or -1. */
  static int dotted(byte[] b, int at, Findings out) {
    int start = at;
    while (start > at - 20 && (Ascii.hex(b[start - 1]) || b[start - 1] == '.')) {
      start--;
    }
    int end = foursEnd(b, start);
    if (end > 0) {
      out.add(PiiType.MAC_ADDRESS, start - Line.PAD, end - Line.PAD, "mac");
    }
    return end;
  }

  private static int foursEnd(byte[] b, int from) {
    int i = from;
    int hex = 0;
    int group = 0;
    boolean letter = false;
    while (Ascii.hex(b[i]) || b[i] == '.' && group == 4) {
      group = b[i] == '.' ? 0 : group + 1;
      hex += b[i] == '.' ? 0 : 1;
      letter |= Ascii.letter(b[i]);
      if (group > 4) {
        return -1;
      }
      i++;
    }
    boolean eui48 = hex == SHORT && group == 4;
    boolean eui64 = hex == LONG && (group == 4 || group == 2);
    return (eui48 || eui64) && letter && alone(b, from, i) ? i : -1;
  }

  /** Where the address behind a label ends: in pairs or fours with one separator, or without. */
  static int labelledEnd(byte[] b, int from) {
    int first = hexRun(b, from);
    if (first == SHORT || first == LONG) {
      return wordy(b[from + first]) ? -1 : from + first;
    }
    byte separator = b[from + first];
    boolean fours = first == 4 && (separator == '.' || separator == '-' || separator == ':');
    if (first != 2 && !fours || !separates(separator)) {
      return -1;
    }
    int end = from + first;
    int hex = first;
    while (b[end] == separator && hex < LONG) {
      int run = hexRun(b, end + 1);
      if (run != first && !(run == 2 && hex == LONG - 2)) {
        break;
      }
      hex += run;
      end += 1 + run;
    }
    boolean whole = hex == SHORT || hex == LONG;
    return whole && !wordy(b[end]) && b[end] != ':' ? end : -1;
  }

  private static int hexRun(byte[] b, int from) {
    int n = 0;
    while (n <= LONG && Ascii.hex(b[from + n])) {
      n++;
    }
    return n;
  }

  private static boolean separates(byte b) {
    return joins(b) || b == ' ';
  }

  private static boolean alone(byte[] b, int from, int end) {
    byte before = b[from - 1];
    byte after = b[end];
    boolean more = (after == '.' || after == '-') && Ascii.hex(b[end + 1]);
    return !wordy(before) && !joins(before) && !wordy(after) && after != ':' && !more;
  }

  private static boolean joins(byte b) {
    return b == ':' || b == '-' || b == '.';
  }

  private static boolean wordy(byte b) {
    return b > 0 && Ascii.wordy(b);
  }
}
