package dev.bauta.engine;

import java.util.Arrays;

/** The text of IP addresses: RFC 4291 section 2.2 read, RFC 5952 written. */
final class IpText {

  private static final int LONGEST = 64;

  private IpText() {}

  /** The four octets of a dotted address, or null. */
  static int[] ipv4(String text) {
    return text.length() > 15 ? null : octets(text, 0);
  }

  private static int[] octets(String text, int from) {
    int[] octets = new int[4];
    int at = from;
    for (int i = 0; i < 4; i++) {
      int start = at;
      while (at < text.length() && at - start < 4 && isDigit(text.charAt(at))) {
        octets[i] = octets[i] * 10 + text.charAt(at++) - '0';
      }
      boolean ends = i == 3 ? at == text.length() : at < text.length() && text.charAt(at++) == '.';
      if (!ends || at == start || octets[i] > 255 || text.charAt(start) == '.') {
        return null;
      }
    }
    return octets;
  }

  /** The eight groups of an address, its zone left out, or null. */
  static int[] ipv6(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    int zone = text.indexOf('%');
    String address = zone < 0 ? text : text.substring(0, zone);
    int gap = address.indexOf("::");
    if (gap < 0) {
      int[] groups = groups(address);
      return groups != null && groups.length == 8 ? groups : null;
    }
    int[] head = groups(address.substring(0, gap));
    int[] tail = groups(address.substring(gap + 2));
    if (head == null || tail == null || head.length + tail.length > 7) {
      return null;
    }
    int[] groups = new int[8];
    System.arraycopy(head, 0, groups, 0, head.length);
    System.arraycopy(tail, 0, groups, 8 - tail.length, tail.length);
    return groups;
  }

  /** Groups joined by single colons, the last two perhaps dotted; null where something else is. */
  private static int[] groups(String text) {
    int[] groups = new int[8];
    int n = 0;
    int at = 0;
    while (at < text.length()) {
      int colon = text.indexOf(':', at);
      int end = colon < 0 ? text.length() : colon;
      if (n == 8) {
        return null;
      }
      if (colon < 0 && text.indexOf('.', at) > 0) {
        int[] octets = octets(text, at);
        if (octets == null || n > 6) {
          return null;
        }
        groups[n++] = octets[0] << 8 | octets[1];
        groups[n++] = octets[2] << 8 | octets[3];
      } else {
        int group = group(text, at, end);
        if (group < 0) {
          return null;
        }
        groups[n++] = group;
      }
      if (colon == text.length() - 1) {
        return null;
      }
      at = end + 1;
    }
    return Arrays.copyOf(groups, n);
  }

  private static int group(String text, int from, int to) {
    int group = 0;
    for (int i = from; i < to; i++) {
      int digit = hex(text.charAt(i));
      if (digit < 0) {
        return -1;
      }
      group = group << 4 | digit;
    }
    return to > from && to - from <= 4 ? group : -1;
  }

  /** Whether the address is {@code ::ffff:10.20.30.40} (RFC 4291 section 2.5.5.2). */
  static boolean isMapped(int[] groups) {
    return zeros(groups, 0) == 5 && groups[5] == 0xffff;
  }

  static String format4(int[] octets) {
    return octets[0] + "." + octets[1] + "." + octets[2] + "." + octets[3];
  }

  static String format6(int[] groups) {
    if (isMapped(groups)) {
      int[] octets = {groups[6] >> 8, groups[6] & 255, groups[7] >> 8, groups[7] & 255};
      return "::ffff:" + format4(octets);
    }
    int gap = longestZeros(groups);
    StringBuilder text = new StringBuilder(40);
    for (int i = 0; i < 8; ) {
      if (i == gap) {
        text.append("::");
        i += zeros(groups, i);
      } else {
        boolean first = text.length() == 0 || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(Integer.toHexString(groups[i++]));
      }
    }
    return text.toString();
  }

  /** Where the first of the longest runs of two or more zero groups begins, or -1. */
  private static int longestZeros(int[] groups) {
    int best = -1;
    int most = 1;
    for (int i = 0; i < 8; i++) {
      int zeros = zeros(groups, i);
      if (zeros > most) {
        most = zeros;
        best = i;
      }
    }
    return best;
  }

  private static int zeros(int[] groups, int from) {
    int i = from;
    while (i < groups.length && groups[i] == 0) {
      i++;
    }
    return i - from;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The value of an ASCII hexadecimal digit, or -1. */
  static int hex(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}
