package dev.bauta.agent.instrumentation.jdbc;

import java.io.IOException;
import java.io.Reader;

/** A reader whose text is masked while it is read, at most one {@link Window} ahead. */
final class MaskedReader extends Reader implements Wrapped {

  private final Reader raw;
  private final Window window;
  private char[] buffer = new char[512];
  private int filled;
  private boolean begun;
  private boolean ended;
  private String piece = "";
  private int next;

  MaskedReader(Reader raw, Window window) {
    this.raw = raw;
    this.window = window;
  }

  @Override
  public Object whole() {
    return begun ? null : raw;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    java.util.Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    while (next == piece.length()) {
      if (!advance()) {
        return -1;
      }
    }
    int count = Math.min(length, piece.length() - next);
    piece.getChars(next, next + count, into, offset);
    next += count;
    return count;
  }

  @Override
  public boolean ready() throws IOException {
    return next < piece.length() || raw.ready();
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
    Window.Piece found = window.next(new String(buffer, 0, filled), ended);
    filled -= found.length();
    System.arraycopy(buffer, found.length(), buffer, 0, filled);
    piece = found.text();
    next = 0;
    return true;
  }

  private void fill() throws IOException {
    begun = true;
    while (!ended && filled < Window.SIZE) {
      if (filled == buffer.length) {
        buffer = java.util.Arrays.copyOf(buffer, Math.min(2 * filled, Window.SIZE));
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
