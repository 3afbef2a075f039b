package dev.bauta.agent.instrumentation.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * A stream whose text is masked while it is read, at most one {@link Window} ahead. Bytes that are
 * no text pass as they are, or not at all where the column is marked.
 */
final class MaskedStream extends InputStream implements Wrapped {

  /** As many bytes as a window of characters may take. */
  static final int SIZE = 3 * Window.SIZE;

  private final InputStream raw;
  private final Window window;
  private byte[] buffer = new byte[512];
  private int filled;
  private boolean begun;
  private boolean ended;
  private byte[] piece = new byte[0];
  private int next;

  MaskedStream(InputStream raw, Window window) {
    this.raw = raw;
    this.window = window;
  }

  @Override
  public Object whole() {
    return begun ? null : raw;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    while (next == piece.length) {
      if (!advance()) {
        return -1;
      }
    }
    int count = Math.min(length, piece.length - next);
    System.arraycopy(piece, next, into, offset, count);
    next += count;
    return count;
  }

  @Override
  public int available() {
    return piece.length - next;
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }

  private boolean advance() throws IOException {
    if (window.isGiven()) {
      return false;
    }
    fill();
    if (filled == 0) {
      return false;
    }
    Bytes bytes = Bytes.decode(buffer, filled, ended);
    if (bytes == null) {
      take(filled, window.showsBinary() ? Arrays.copyOf(buffer, filled) : new byte[0]);
      return true;
    }
    Window.Piece found = window.next(bytes.text(), ended);
    String raw = bytes.text().substring(0, found.length());
    int length = window.isGiven() ? filled : raw.getBytes(bytes.charset()).length;
    take(length, found.text().getBytes(bytes.charset()));
    return true;
  }

  private void take(int length, byte[] visible) {
    filled -= length;
    System.arraycopy(buffer, length, buffer, 0, filled);
    piece = visible;
    next = 0;
  }

  private void fill() throws IOException {
    begun = true;
    while (!ended && filled < SIZE) {
      if (filled == buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.min(2 * filled, SIZE));
      }
      int count = raw.read(buffer, filled, buffer.length - filled);
      if (count < 0) {
        ended = true;
      } else {
        filled += count;
      }
    }
  }
}
