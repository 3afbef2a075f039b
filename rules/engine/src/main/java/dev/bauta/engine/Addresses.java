package dev.bauta.engine;

/** Internet addresses: IPv4 in dotted form, IPv6 in every form of RFC 4291 section 2.2. */
final class Addresses {

  /** The longest text of an IPv6 address, with an IPv4 tail. */
  private static final int MAX_IPV6 = 45;

  private static final String FILES = "jawazitatggzsodlex";

  private Addresses() {}

  /** Where the IPv4 address that begins here ends, or -1. */
  static int ipv4(byte[] b, int from) {
    byte before = b[from - 1];
    if (before > 0 && Ascii.wordy(before) || before == '.' && Ascii.digit(b[from - 2])) {
      return -1;
    }
    int end = octets(b, from);
    return end < 0 || goesOn(b, end) || isVersion(b, from) || inGroups(b, from) ? -1 : end;
  }

  private static boolean goesOn(byte[] b, int end) {
    byte after = b[end];
    if (after == '.') {
      return Ascii.digit(b[end + 1]) || isFile(b[end + 1], b[end + 2]);
    }
    return after > 0 && Ascii.wordy(after) || after == '-' && Ascii.letter(b[end + 1]);
  }

  /** The first letters of jar, war, zip, tar, tgz, gz, so, dll, exe. */
  private static boolean isFile(byte first, byte second) {
    for (int i = 0; i < FILES.length(); i += 2) {
      if (FILES.charAt(i) == first && FILES.charAt(i + 1) == second) {
        return true;
      }
    }
    return false;
  }

  /**
   * Behind two or more groups of four hexadecimal digits and colons: the end of what is meant as an
   * IPv6 address, and is one or none as a whole.
   */
  private static boolean inGroups(byte[] b, int from) {
    int i = from;
    int fours = 0;
    while (b[i - 1] == ':' && fours < 2 && from - i < MAX_IPV6) {
      int end = b[i - 2] == ':' ? i - 2 : i - 1;
      i = end;
      while (Ascii.hex(b[i - 1]) && end - i < 5) {
        i--;
      }
      fours += end - i == 4 ? 1 : 0;
    }
    return fours == 2;
  }

  /** {@code Chrome/91.0.0.1}, {@code version 1.2.3.4}; but {@code host/10.0.0.1} is an address. */
  private static boolean isVersion(byte[] b, int from) {
    byte before = b[from - 1];
    if (before != '/' && before != ' ') {
      return false;
    }
    int end = from - 1;
    int start = end;
    while (Ascii.letter(b[start - 1]) && end - start < 16) {
      start--;
    }
    if (before == '/') {
      return end - start >= 3 && Ascii.capital(b[start]) && !Ascii.capital(b[start + 1]);
    }
    boolean v = end - start >= 3 && (b[start] | 0x20) == 'v';
    return v && (b[start + 1] | 0x20) == 'e' && (b[start + 2] | 0x20) == 'r';
  }

  private static int octets(byte[] b, int from) {
    int i = from;
    for (int octet = 0; octet < 4; octet++) {
      int first = b[i] - '0';
      if (first < 0 || first > 9) {
        return -1;
      }
      int value = first;
      int digits = 1;
      while (digits < 4 && Ascii.digit(b[i + digits])) {
        value = value * 10 + b[i + digits++] - '0';
      }
      i += digits;
      if (digits > 1 && first == 0 || value > 255 || octet < 3 && b[i++] != '.') {
        return -1;
      }
    }
    return i;
  }

  /** Looks for IPv6 and MAC addresses around the colons of a line. */
  static void colons(Line line, Findings out) {
    out.readsDigits();
    byte[] b = line.bytes;
    int limit = Line.PAD + line.length;
    int floor = Line.PAD;
    for (int w = 0; w < line.words; w++) {
      for (long m = line.marks[w]; m != 0; m &= m - 1) {
        int i = (w << 6) + Long.numberOfTrailingZeros(m) + Line.PAD;
        if (i >= floor && b[i] == ':') {
          floor = chain(b, i, floor, limit, out);
        }
      }
    }
  }

  /** Looks at the address whose first colon this would be; returns where the next may begin. */
  private static int chain(byte[] b, int colon, int floor, int limit, Findings out) {
    int start = colon;
    while (start > floor && start > colon - 4 && Ascii.hex(b[start - 1])) {
      start--;
    }
    int stop = colon - start == 2 ? MacAddresses.pairsEnd(b, start, (byte) ':') : -1;
    if (stop > 0) { // eight pairs would pass as an IPv6 address too
      out.add(PiiType.MAC_ADDRESS, start - Line.PAD, stop - Line.PAD, "mac");
      return stop;
    }
    stop = aloneBefore(b, start) ? ipv6End(b, start, limit) : -1;
    if (stop > 0) {
      stop = zoneEnd(b, stop);
      out.add(PiiType.IPV6, start - Line.PAD, stop - Line.PAD, "ipv6");
      return stop;
    }
    int i = colon + 1;
    while (i < limit && (b[i] == ':' || Ascii.hex(b[i]))) {
      i++; // what does not begin an address here does not begin one in its middle
    }
    return i;
  }

  /** {@code fe80::1%eth0}. */
  private static int zoneEnd(byte[] b, int end) {
    int i = end + 1;
    while (i - end < 16
        && (Ascii.alphanumeric(b[i])
            || Groups.joins(b[i]) && b[i] != ' ' && Ascii.alphanumeric(b[i + 1]))) {
      i++; // eth0, pvc1.3
    }
    return b[end] == '%' && i > end + 1 ? i : end;
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
    return complete && ipv6Alone(b, end, groups == 8) ? end : -1;
  }

  /** Whether no more groups follow; behind eight of them a port may. */
  private static boolean ipv6Alone(byte[] b, int end, boolean full) {
    byte after = b[end];
    if (after > 0 && Ascii.wordy(after) || after == '.' && Ascii.digit(b[end + 1])) {
      return false;
    }
    if (after != ':' || !Ascii.hex(b[end + 1]) && b[end + 1] != ':') {
      return true;
    }
    int port = Groups.skip(b, end + 1);
    boolean digits = b[end + 1] != '0' && port > end + 2 && port <= end + 6;
    return full && digits && !(b[port] > 0 && Ascii.wordy(b[port])) && !tenthGroup(b, port);
  }

  /** Another colon and another group: neither an address nor one with a port. */
  private static boolean tenthGroup(byte[] b, int colon) {
    int run = b[colon] == ':' ? hexRun(b, colon + 1) : 0;
    byte after = b[colon + 1 + run];
    return run > 0 && !(after > 0 && Ascii.wordy(after));
  }

  private static int hexRun(byte[] b, int from) {
    int n = 0;
    while (n < 5 && Ascii.hex(b[from + n])) {
      n++;
    }
    return n;
  }
}
