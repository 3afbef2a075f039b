package dev.bauta.engine;

import java.util.Arrays;

/**
 * A range of IP addresses in CIDR form (RFC 4632, RFC 4291): {@code 10.0.0.0/8}, {@code fd00::/8}.
 * An address alone is a range of one.
 *
 * @param network the first bits of its addresses
 * @param bits how many of them count
 */
public record AddressRange(byte[] network, int bits) {

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException if it is none; the message says what to do
   */
  public static AddressRange of(String text) {
    int slash = text.indexOf('/');
    byte[] network = address(slash < 0 ? text : text.substring(0, slash));
    if (network == null) {
      throw new IllegalArgumentException(
          "'" + text + "' is no range of addresses; write it like 10.0.0.0/8 or fd00::/8");
    }
    int longest = network.length * 8;
    int bits = slash < 0 ? longest : number(text, slash + 1, text.length(), longest);
    if (bits < 0) {
      throw new IllegalArgumentException(
          "'" + text + "' has no length from 0 to " + longest + "; write it behind '/'");
    }
    return new AddressRange(network, bits);
  }

  /** Whether the address, 4 or 16 bytes, is in the range. */
  public boolean holds(byte[] address) {
    if (address.length != network.length) {
      return false;
    }
    int whole = bits >>> 3;
    if (!Arrays.equals(address, 0, whole, network, 0, whole)) {
      return false;
    }
    int rest = bits & 7;
    return rest == 0 || ((address[whole] ^ network[whole]) & 0xFF) >>> (8 - rest) == 0;
  }

  /** The bytes of an address, or null if it is none; names are never looked up. */
  public static byte[] address(String text) {
    int zone = text.indexOf('%');
    String plain = zone < 0 ? text : text.substring(0, zone);
    return plain.indexOf(':') >= 0 ? ipv6(plain) : ipv4(plain, 0);
  }

  private static byte[] ipv4(String text, int from) {
    byte[] address = new byte[4];
    int start = from;
    for (int i = 0; i < 4; i++) {
      int end = i == 3 ? text.length() : text.indexOf('.', start);
      int part = end < 0 ? -1 : number(text, start, end, 255);
      if (part < 0) {
        return null;
      }
      address[i] = (byte) part;
      start = end + 1;
    }
    return address;
  }

  private static byte[] ipv6(String text) {
    byte[] address = new byte[16];
    int gap = -1;
    int size = 0;
    int at = 0;
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (at < text.length()) {
      if (text.charAt(at) == ':') {
        if (gap >= 0 || size == 0) {
          return null;
        }
        gap = size;
        at++;
        continue;
      }
      int end = text.indexOf(':', at);
      end = end < 0 ? text.length() : end;
      if (end == text.length() && text.indexOf('.', at) >= 0) {
        byte[] tail = size <= 12 ? ipv4(text, at) : null;
        if (tail == null) {
          return null;
        }
        System.arraycopy(tail, 0, address, size, 4);
        size += 4;
        break;
      }
      int part = end - at > 4 || size > 14 ? -1 : hex(text, at, end);
      if (part < 0 || end == text.length() - 1) {
        return null;
      }
      address[size++] = (byte) (part >>> 8);
      address[size++] = (byte) part;
      at = end + 1;
    }
    return spread(address, size, gap);
  }

  /** Moves what stands behind {@code ::} to the end. */
  private static byte[] spread(byte[] address, int size, int gap) {
    if (gap < 0) {
      return size == 16 ? address : null;
    }
    if (size > 14) {
      return null;
    }
    int behind = size - gap;
    System.arraycopy(address, gap, address, 16 - behind, behind);
    Arrays.fill(address, gap, 16 - behind, (byte) 0);
    return address;
  }

  private static int hex(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) > 'f') {
        return -1;
      }
      value = value << 4 | digit;
    }
    return from == to ? -1 : value;
  }

  private static int number(String text, int from, int to, int most) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i - from > 2) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return from == to || value > most ? -1 : value;
  }
}
