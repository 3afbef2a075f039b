package dev.bauta.agent.instrumentation.json;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/** Gives a text and then throws what the application's own reader has thrown there. */
public final class FailingReader extends Reader {

  private final StringReader text;
  private final Throwable failure;

  public FailingReader(String text, Throwable failure) {
    this.text = new StringReader(text);
    this.failure = failure;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    int n = text.read(target, offset, length);
    if (n < 0 && length > 0) {
      FailingReader.<RuntimeException>raise(failure);
    }
    return n;
  }

  @Override
  public void close() {
    text.close();
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void raise(Throwable failure) throws E {
    throw (E) failure;
  }
}
