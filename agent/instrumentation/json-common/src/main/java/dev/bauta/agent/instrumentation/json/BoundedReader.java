package dev.bauta.agent.instrumentation.json;

import java.io.IOException;
import java.io.Reader;

/** Gives so many characters of another reader, and throws where it has fewer, as Jackson would. */
public final class BoundedReader extends Reader {

  private final Reader reader;
  private int left;

  public BoundedReader(Reader reader, int length) {
    this.reader = reader;
    left = length;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (left == 0) {
      return -1;
    }
    int n = reader.read(target, offset, Math.min(length, left));
    if (n < 0) {
      throw new IOException("Didn't read enough from reader");
    }
    left -= n;
    return n;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
