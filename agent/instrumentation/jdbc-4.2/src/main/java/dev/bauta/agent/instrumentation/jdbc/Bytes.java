package dev.bauta.agent.instrumentation.jdbc;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text inside bytes: a text column read as bytes, or text kept in a binary column. Bytes with
 * control characters are no text, so images and serialised objects stay what they are.
 *
 * @param text the text
 * @param charset UTF-8, or Latin-1 for what is not valid UTF-8: both give the same bytes back
 */
record Bytes(String text, Charset charset) {

  /** At most this many bytes at the end may belong to a character that is cut off. */
  private static final int CUT_OFF = 3;

  /** What may be seen of a whole value, or null where a marked one has no masked form. */
  static byte[] visible(Column column, byte[] bytes) {
    Bytes decoded = decode(bytes, bytes.length, true);
    if (decoded == null) {
      return column.isMarked() ? null : bytes;
    }
    String masked = column.text(decoded.text);
    if (decoded.text.equals(masked)) {
      return bytes;
    }
    return masked == null ? null : masked.getBytes(decoded.charset);
  }

  /**
   * The text of the first bytes, or null where they are no text.
   *
   * @param last whether nothing follows, so that no character may be cut off
   */
  static Bytes decode(byte[] bytes, int length, boolean last) {
    for (int i = 0; i < length; i++) {
      if (isControl(bytes[i])) {
        return null;
      }
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
    CharBuffer out = CharBuffer.allocate(length);
    CoderResult result = decoder.decode(in, out, last);
    if (result.isUnderflow() && in.remaining() <= CUT_OFF) {
      return new Bytes(out.flip().toString(), StandardCharsets.UTF_8);
    }
    return new Bytes(
        new String(bytes, 0, length, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
  }

  private static boolean isControl(byte b) {
    return (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') || b == 127;
  }
}
