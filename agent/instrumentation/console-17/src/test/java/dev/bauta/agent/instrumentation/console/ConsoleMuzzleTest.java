package dev.bauta.agent.instrumentation.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Rewriter;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The hook points are there in the JDK that builds; the integration tests see the others. */
class ConsoleMuzzleTest {

  @Test
  void printStream_hasEveryHookPoint() throws IOException {
    try (InputStream in = Object.class.getResourceAsStream("/java/io/PrintStream.class")) {
      Rewriter.Result result =
          new Rewriter(new ConsoleInstrumentation().hooks()).rewrite(in.readAllBytes());
      assertThat(result.missing()).isEmpty();
      assertThat(result.edits()).isEqualTo(4);
    }
  }
}
