package dev.bauta.engine;

/** Internet addresses: IPv4 in dotted form, IPv6 in every form of RFC 4291 section 2.2. */
final class Addresses {

  /** The longest text of an IPv6 address, with an IPv4 tail. */
  private static final int MAX_IPV6 = 45;

  private Addresses() {}

  /** Where the IPv4 address that begins here ends, or -1. */
  static int ipv4(byte[] b, int from) {
    if (b[from + 1] != '.' && b[from + 2] != '.' && b[from + 3] != '.') {
      return -1;
    }
    byte before = b[from - 1];
    if (before > 0 && Ascii.wordy(before) || before == '.' && Ascii.digit(b[from - 2])) {
      return -1;
    }
    int end = octets(b, from);
    if (end < 0 || b[end] > 0 && Ascii.wordy(b[end]) || b[end] == '.' && Ascii.digit(b[end + 1])) {
      return -1;
    }
    return end;
  }

  private static int octets(byte[] b, int from) {
    int i = from;
    for (int octet = 0; octet < 4; octet++) {
      int run = Groups.run(b, i, 3);
      if (run == 0 || run > 3 || run > 1 && b[i] == '0') {
        return -1;
      }
      int value = 0;
      for (int d = 0; d < run; d++) {
        value = value * 10 + b[i + d] - '0';
      }
      i += run;
      if (value > 255 || octet < 3 && b[i++] != '.') {
        return -1;
      }
    }
    return i;
  }

  /** Looks for IPv6 addresses around the colons of a line. */
  static void ipv6(Line line, Findings out) {
    byte[] b = line.bytes;
    int end = Line.PAD + line.length;
    int floor = Line.PAD;
    for (int i = Line.PAD; i < end; i++) {
      if (b[i] != ':') {
        continue;
      }
      int start = i;
      while (start > floor && start > i - 4 && Ascii.hex(b[start - 1])) {
        start--;
      }
      int stop = ipv6End(b, start, end);
      if (stop > 0 && aloneBefore(b, start)) {
        out.add(PiiType.IPV6, start - Line.PAD, stop - Line.PAD);
        i = stop - 1;
        floor = stop;
      } else {
        while (i + 1 < end && (b[i + 1] == ':' || Ascii.hex(b[i + 1]))) {
          i++; // what does not begin an address here does not begin one in its middle
        }
      }
    }
  }

  private static boolean aloneBefore(byte[] b, int start) {
    byte before = b[start - 1];
    return !(before > 0 && Ascii.wordy(before)) && before != ':' && before != '.';
  }

  private static int ipv6End(byte[] b, int from, int limit) {
    int groups = 0;
    boolean gap = false;
    int i = from;
    if (b[i] == ':') {
      if (b[i + 1] != ':') {
        return -1;
      }
      gap = true;
      i += 2;
    }
    int end = gap ? i : -1;
    while (groups < 8 && i < limit && i - from <= MAX_IPV6) {
      int run = hexRun(b, i);
      if (run == 0) {
        break;
      }
      if (run > 4) {
        return -1;
      }
      if (b[i + run] == '.' && groups <= 6) {
        int tail = octets(b, i);
        if (tail > 0) {
          groups += 2;
          end = tail;
          i = tail;
          break;
        }
      }
      groups++;
      i += run;
      end = i;
      if (b[i] != ':') {
        break;
      }
      if (b[i + 1] == ':') {
        if (gap) {
          return -1;
        }
        gap = true;
        i += 2;
        end = i;
      } else if (hexRun(b, i + 1) > 0 && groups < 8) {
        i++;
      } else {
        break;
      }
    }
    boolean complete = gap ? groups >= 1 && groups <= 7 : groups == 8;
    boolean tail = end > 0 && (Ascii.hex(b[end]) || b[end] > 0 && Ascii.wordy(b[end]));
    return complete && !tail ? end : -1;
  }

  private static int hexRun(byte[] b, int from) {
    int n = 0;
    while (n < 5 && Ascii.hex(b[from + n])) {
      n++;
    }
    return n;
  }
}
