package dev.bauta.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of a log as text and back, without losing one of them: UTF-8 where it is that, else
 * Latin-1, and where a line mixes both, each byte that is no UTF-8 as a lone surrogate U+DC80 to
 * U+DCFF. Used by one thread at a time.
 */
final class TextCodec {

  private static final int ESCAPE = 0xDC00;
  private static final int MALFORMED = -1;

  private char[] chars = new char[1024];
  private boolean latin1;
  private boolean escaped;

  /** The text of a whole line. */
  String decode(byte[] bytes, int from, int to) {
    latin1 = false;
    escaped = false;
    if (isAscii(bytes, from, to)) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    String text = decodeForeign(bytes, from, to);
    if (escaped && latin1) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    latin1 = false;
    return text;
  }

  /**
   * The text of a part of a line, which must not be taken for Latin-1 where another part is not.
   */
  String decodePart(byte[] bytes, int from, int to) {
    escaped = false;
    latin1 = false;
    String text =
        isAscii(bytes, from, to)
            ? new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)
            : decodeForeign(bytes, from, to);
    latin1 = false;
    escaped = true;
    return text;
  }

  /** Writes a text in the way the last one was read. */
  void encode(String text, OutputStream out) throws IOException {
    if (!latin1 && !escaped) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return;
    }
    int length = text.length();
    for (int i = 0; i < length; ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (point < 0x80 || (latin1 ? point <= 0xFF : isEscape(point))) {
        out.write(point);
      } else {
        out.write(Character.toString(point).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** Where to cut so that no character is torn: at most three bytes before the end. */
  static int wholeCharacters(byte[] bytes, int from, int to) {
    for (int i = to - 1; i >= Math.max(from, to - 3); i--) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return i + length(bytes[i]) > to ? i : to;
      }
    }
    return to;
  }

  private static boolean isEscape(int point) {
    return point >= ESCAPE + 0x80 && point <= ESCAPE + 0xFF;
  }

  private static boolean isAscii(byte[] bytes, int from, int to) {
    int all = 0;
    for (int i = from; i < to; i++) {
      all |= bytes[i];
    }
    return all >= 0;
  }

  /** Leaves in {@code latin1} whether no longer sequence was right. */
  private String decodeForeign(byte[] bytes, int from, int to) {
    if (chars.length < to - from) {
      chars = new char[Math.max(to - from, chars.length * 2)];
    }
    latin1 = true;
    int size = 0;
    for (int i = from; i < to; ) {
      byte b = bytes[i];
      int point = b >= 0 ? b : sequence(bytes, i, to);
      if (point == MALFORMED) {
        escaped = true;
        chars[size++] = (char) (ESCAPE + (b & 0xFF));
        i++;
      } else if (point < 0x80) {
        chars[size++] = (char) point;
        i++;
      } else {
        latin1 = false;
        size += Character.toChars(point, chars, size);
        i += length(b);
      }
    }
    return new String(chars, 0, size);
  }

  private static int length(byte lead) {
    int b = lead & 0xFF;
    return b < 0xC2 || b > 0xF4 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
  }

  /** The code point of a well-formed sequence (Unicode, table 3-7), or {@value #MALFORMED}. */
  private static int sequence(byte[] bytes, int at, int to) {
    int length = length(bytes[at]);
    if (length == 1 || at + length > to) {
      return MALFORMED;
    }
    int point = bytes[at] & 0x7F >>> length;
    for (int i = at + 1; i < at + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return MALFORMED;
      }
      point = point << 6 | bytes[i] & 0x3F;
    }
    boolean shortest = length == 2 || point >= (length == 3 ? 0x800 : 0x10000);
    boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
    return shortest && !surrogate && point <= Character.MAX_CODE_POINT ? point : MALFORMED;
  }
}
