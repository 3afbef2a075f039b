package dev.bauta.agent.core.grants;

import java.io.IOException;
import java.io.Reader;

/** Lines of a stream, none longer than a limit: a stranger must not fill our memory. */
final class BoundedLines {

  private final Reader in;
  private final int limit;
  private final StringBuilder line = new StringBuilder();

  BoundedLines(Reader in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /**
   * The next line without its end, or null at the end of the stream.
   *
   * @throws IOException for a line that is too long
   */
  String next() throws IOException {
    line.setLength(0);
    for (int c = in.read(); ; c = in.read()) {
      if (c == '\n' || c < 0) {
        return c < 0 && line.length() == 0 ? null : line.toString();
      }
      if (c != '\r') {
        line.append((char) c);
      }
      if (line.length() > limit) {
        throw new IOException("a line longer than " + limit + " characters");
      }
    }
  }
}
