package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.Given;
import java.io.IOException;
import java.io.Reader;

/**
 * A text that is stored as a stream. Where all of it was a copy of a masked one, the stream ends
 * with an error, and the driver's statement with it. Looks at texts of one {@link Window} at most;
 * longer ones were not remembered. Used by one thread at a time.
 */
final class GuardedReader extends Reader {

  private final Reader text;
  private final Object parameter;
  private final Given given;
  private StringBuilder seen = new StringBuilder();

  GuardedReader(Reader text, Object parameter, Given given) {
    this.text = text;
    this.parameter = parameter;
    this.given = given;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int count = text.read(into, offset, length);
    if (seen == null) {
      return count;
    }
    if (count > 0) {
      seen.append(into, offset, count);
      checkIfMany();
    } else if (count < 0) {
      check();
    }
    return count;
  }

  @Override
  public boolean ready() throws IOException {
    return text.ready();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private void checkIfMany() {
    if (seen.length() > Window.SIZE) {
      seen = null;
    }
  }

  private void check() throws IOException {
    Given.Origin origin = given.copyOf(seen.toString());
    seen = null;
    if (origin != null) {
      throw new IOException(Refusal.ofCopy(parameter, origin).message());
    }
  }
}
