package dev.bauta.agent.instrumentation.fastjson2;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Strings that the library takes apart and writes by their inner bytes. Read into a buffer of the
 * thread, so nothing is allocated where nothing is found. Thread-safe.
 */
final class InnerBytes {

  private static final int KEPT = 1 << 14;
  private static final boolean BIG = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;
  private static final Charset UTF16 = BIG ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;

  private final Masking masking;
  private final ThreadLocal<Room> rooms = ThreadLocal.withInitial(Room::new);

  /** What a thread keeps. */
  private static final class Room {
    private char[] buffer = new char[256];

    /** A string that may be shown, whose bytes come next; or null. */
    private String shown;
  }

  InnerBytes(Masking masking) {
    this.masking = masking;
  }

  /** The bytes of this string may come next and are to be shown; null for none. */
  void shown(String text) {
    Room room = rooms.get();
    room.shown = text;
  }

  byte[] latin1(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    char[] text = room(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      text[i] = (char) (bytes[i] & 0xff);
    }
    String masked = masked(text, bytes.length);
    return masked == null ? bytes : masked.getBytes(StandardCharsets.ISO_8859_1);
  }

  byte[] utf16(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    int length = bytes.length / 2;
    char[] text = room(length);
    for (int i = 0; i < length; i++) {
      int first = bytes[2 * i] & 0xff;
      int second = bytes[2 * i + 1] & 0xff;
      text[i] = (char) (BIG ? first << 8 | second : second << 8 | first);
    }
    String masked = masked(text, length);
    return masked == null ? bytes : masked.getBytes(UTF16);
  }

  /** What hides bytes of the second kind when all else fails. */
  static byte[] hidden(byte[] bytes) {
    return bytes == null ? null : Masking.MASKED.getBytes(UTF16);
  }

  /** Null where nothing is to be hidden. */
  private String masked(char[] text, int length) {
    Room room = rooms.get();
    String shown = room.shown;
    room.shown = null;
    return shown != null
            && shown.length() == length
            && Arrays.equals(shown.toCharArray(), Arrays.copyOf(text, length))
        ? null
        : masking.text(Sink.JSON, null, text, 0, length);
  }

  private char[] room(int length) {
    Room room = rooms.get();
    if (length <= room.buffer.length) {
      return room.buffer;
    }
    char[] larger = new char[length];
    if (length <= KEPT) {
      room.buffer = larger;
    }
    return larger;
  }
}
