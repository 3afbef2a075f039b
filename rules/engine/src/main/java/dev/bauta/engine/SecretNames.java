package dev.bauta.engine;

/**
 * Whether a label names a credential, by whole parts of words: {@code dbPassword}, {@code API_KEY},
 * {@code client-secret}; not {@code author}, {@code tokenizer} or {@code max_tokens}.
 */
final class SecretNames {

  private static final String[] NAMES = {
    "password",
    "passwd",
    "passphrase",
    "passwort",
    "pwd",
    "secret",
    "token",
    "credential",
    "credentials",
    "authorization",
    "apikey",
    "secretkey",
    "accesskey",
    "privatekey"
  };
  private static final String[] KEY_KINDS = {
    "api", "access", "private", "secret", "signing", "encryption", "master", "shared", "account"
  };

  private SecretNames() {}

  /** Whether the label between two positions is one. */
  static boolean matches(byte[] b, int from, int to) {
    int part = partStart(b, from, to);
    for (String name : NAMES) {
      if (equals(b, part, to, name)) {
        return true;
      }
    }
    if (!equals(b, part, to, "key")) {
      return false;
    }
    int before = part > from && !Ascii.letter(b[part - 1]) ? part - 1 : part;
    int kind = partStart(b, from, before);
    for (String name : KEY_KINDS) {
      if (equals(b, kind, before, name)) {
        return true;
      }
    }
    return false;
  }

  /** As above, for a key that is a string of its own. */
  static boolean matches(String key) {
    int length = key.length();
    if (length > 64 || length < 3) {
      return false;
    }
    byte[] bytes = new byte[length + 1];
    for (int i = 0; i < length; i++) {
      char c = key.charAt(i);
      bytes[i + 1] = c < 128 ? (byte) c : (byte) 0xE6;
    }
    return matches(bytes, 1, length + 1);
  }

  /**
   * Where the last part of the label begins: behind a sign, or at the last capital after a small.
   */
  private static int partStart(byte[] b, int from, int to) {
    int i = to;
    while (i > from && Ascii.letter(b[i - 1])) {
      i--;
      if (capital(b[i]) && i > from && !capital(b[i - 1]) && Ascii.letter(b[i - 1])) {
        break;
      }
    }
    return i;
  }

  private static boolean capital(byte b) {
    return b >= 'A' && b <= 'Z';
  }

  private static boolean equals(byte[] b, int from, int to, String name) {
    if (to - from != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if ((b[from + i] | 0x20) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
