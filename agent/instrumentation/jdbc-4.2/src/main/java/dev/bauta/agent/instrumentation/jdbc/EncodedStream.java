package dev.bauta.agent.instrumentation.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Characters as the bytes of their UTF-8. Used by one thread. */
final class EncodedStream extends InputStream {

  private static final int PIECE = 4096;

  private final Reader text;
  private final char[] characters = new char[PIECE + 1];
  private byte[] bytes = {};
  private int next;

  EncodedStream(Reader text) {
    this.text = text;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[next++] & 0xff : -1;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    Objects.checkFromIndexSize(from, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - next);
    System.arraycopy(bytes, next, into, from, count);
    next += count;
    return count;
  }

  @Override
  public int available() {
    return bytes.length - next;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** Whether there is another byte. */
  private boolean fill() throws IOException {
    while (next == bytes.length) {
      int count = text.read(characters, 0, PIECE);
      if (count < 0) {
        return false;
      }
      if (count > 0 && Character.isHighSurrogate(characters[count - 1])) { // its other half
        int low = text.read();
        if (low >= 0) {
          characters[count++] = (char) low;
        }
      }
      bytes = new String(characters, 0, count).getBytes(StandardCharsets.UTF_8);
      next = 0;
    }
    return true;
  }
}
