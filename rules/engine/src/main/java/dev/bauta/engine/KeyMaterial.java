package dev.bauta.engine;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The bytes of a key as they are written down: hexadecimal, base64, or as they are. */
final class KeyMaterial {

  /** 128 bits. */
  static final int SHORTEST = 16;

  /** Bytes a key of that length has at least that differ; fewer were typed, not drawn. */
  private static final int DIFFERENT = 8;

  private KeyMaterial() {}

  /**
   * The key, or null where it is too short or plainly no key.
   *
   * @param written is wiped
   */
  static byte[] decode(byte[] written) {
    try {
      byte[] trimmed = trim(written);
      byte[] decoded = hex(trimmed);
      if (decoded == null) {
        decoded = base64(trimmed);
      }
      if (decoded == null) {
        decoded = trimmed.clone();
      }
      Arrays.fill(trimmed, (byte) 0);
      if (isKey(decoded)) {
        return decoded;
      }
      Arrays.fill(decoded, (byte) 0);
      return null;
    } finally {
      Arrays.fill(written, (byte) 0);
    }
  }

  static boolean isKey(byte[] key) {
    return key.length >= SHORTEST && different(key) >= DIFFERENT;
  }

  private static int different(byte[] key) {
    boolean[] seen = new boolean[256];
    int different = 0;
    for (byte b : key) {
      different += seen[b & 255] ? 0 : 1;
      seen[b & 255] = true;
    }
    return different;
  }

  /** Without the blanks around a text; drawn bytes stay as they are. */
  private static byte[] trim(byte[] written) {
    int from = 0;
    int to = written.length;
    if (isText(written)) {
      while (to > from && written[to - 1] <= ' ') {
        to--;
      }
      while (from < to && written[from] <= ' ') {
        from++;
      }
    }
    return Arrays.copyOfRange(written, from, to);
  }

  private static boolean isText(byte[] bytes) {
    for (byte b : bytes) {
      if (b < ' ' && b != '\n' && b != '\r' && b != '\t' || b == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static byte[] hex(byte[] text) {
    if (text.length % 2 != 0 || text.length < 2 * SHORTEST) {
      return null;
    }
    byte[] decoded = new byte[text.length / 2];
    for (int i = 0; i < text.length; i++) {
      if (!HexFormat.isHexDigit(text[i])) {
        Arrays.fill(decoded, (byte) 0);
        return null;
      }
      decoded[i / 2] = (byte) (decoded[i / 2] << 4 | HexFormat.fromHexDigit(text[i]));
    }
    return decoded;
  }

  private static byte[] base64(byte[] text) {
    if (text.length % 4 != 0) {
      return null; // without its padding it can't be told from a key as it is
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A password's characters; the bytes are wiped, one line end behind it is left out. */
  static char[] password(byte[] written) {
    int to = written.length;
    while (to > 0 && (written[to - 1] == '\n' || written[to - 1] == '\r')) {
      to--;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(written, 0, to);
      CharBuffer chars = StandardCharsets.UTF_8.newDecoder().decode(bytes);
      char[] password = Arrays.copyOfRange(chars.array(), 0, chars.limit());
      Arrays.fill(chars.array(), '\0');
      return password;
    } catch (CharacterCodingException e) {
      return null;
    } finally {
      Arrays.fill(written, (byte) 0);
    }
  }
}
