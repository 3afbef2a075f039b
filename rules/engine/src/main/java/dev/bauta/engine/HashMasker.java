package dev.bauta.engine;

/**
 * A keyed hash with the type before it: {@code email#d9f2c41d0a1b}, or {@code
 * email#k2:d9f2c41d0a1b} under a key with an id. The same value has the same hash whatever its
 * type; without the key nobody can tell, or try out, whose it is.
 *
 * <p>The hash is HMAC-SHA-256, cut; it begins with a letter, so that it never is a number and is
 * never found as one. A value is left alone if it has this very form: a type, the id of this key or
 * a former one, the length, the letters. No value of a person looks so.
 */
final class HashMasker implements Recognising {

  static final int DEFAULT_LENGTH = 12;

  private static final String BASE62 =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final String HEX = "0123456789abcdef";

  private final MaskingKey key;
  private final KeyedHash hash;
  private final int length;
  private final boolean hex;

  /**
   * @param length of the hash in characters
   * @param hex whether it is hexadecimal; else it has all letters and digits
   */
  HashMasker(MaskingKey key, int length, boolean hex) {
    this.key = key;
    this.hash = key.hashing();
    this.length = length;
    this.hex = hex;
  }

  @Override
  public String name() {
    return "hash";
  }

  @Override
  public String mask(String value, PiiType type) {
    if (made(value, type)) {
      return value;
    }
    byte[] hashed = hash.of(value);
    return type.id() + "#" + prefix(key) + (hex ? hex(hashed) : base62(hashed));
  }

  private static String prefix(MaskingKey key) {
    return key.id.isEmpty() ? "" : key.id + ":";
  }

  // From the first letter on: a run of digits would be looked at as a number. The 64 characters are
  // walked round, and in the one case of ten to the thirteen without a letter the first becomes
  // one.
  private String hex(byte[] hashed) {
    int first = 0;
    while (first < 63 && nibble(hashed, first) < 10) {
      first++;
    }
    StringBuilder text = new StringBuilder(length);
    text.append((char) ('a' + Math.max(0, nibble(hashed, first) - 10)));
    for (int i = 1; i < length; i++) {
      text.append(HEX.charAt(nibble(hashed, first + i)));
    }
    return text.toString();
  }

  private static int nibble(byte[] bytes, int at) {
    int value = bytes[(at >> 1) % bytes.length];
    return (at & 1) == 0 ? value >> 4 & 15 : value & 15;
  }

  private String base62(byte[] hashed) {
    return Base.text(hashed, length, BASE62, 52);
  }

  @Override
  public boolean made(String value, PiiType type) {
    if (RedactMasker.isRedacted(value)) {
      return true;
    }
    int mark = value.indexOf('#');
    int from = value.length() - length;
    if (mark < 1 || from <= mark || !isHash(value, from)) {
      return false;
    }
    return isKey(value.substring(mark + 1, from))
        && (value.startsWith(type.id()) && mark == type.id().length()
            || RedactMasker.isTypeId(value.substring(0, mark)));
  }

  private boolean isHash(String value, int from) {
    if (!isOf(value.charAt(from), hex ? "abcdef" : BASE62.substring(0, 52))) {
      return false;
    }
    for (int i = from; i < value.length(); i++) {
      if (!isOf(value.charAt(i), hex ? HEX : BASE62)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOf(char c, String alphabet) {
    return alphabet.indexOf(c) >= 0;
  }

  private boolean isKey(String prefix) {
    for (MaskingKey known = key; known != null; known = known.previous) {
      if (prefix.equals(prefix(known))) {
        return true;
      }
    }
    return false;
  }
}
