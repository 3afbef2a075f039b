package dev.bauta.agent.instrumentation.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.ForkedJvm;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Log4j without garbage stays so while nothing is found. */
class GarbageFreeTest {

  private static final Path JDK = ForkedJvm.jdks().get(0);

  // Fewer bytes than lines: not one object in a line, whatever the measuring itself takes.
  private static final long LINES = 200_000;

  @Test
  void linesWithoutFindings_allocateNothing() {
    ForkedJvm.Run run = ForkedJvm.withAgent(JDK, GarbageFreeMain.class, "");

    assertThat(run.output()).contains("shown false");
    assertThat(allocated(run)).as(run.output()).isLessThan(LINES);
  }

  @Test
  void withoutTheAgent_theyAllocateNothingEither() {
    ForkedJvm.Run run = ForkedJvm.plain(JDK, GarbageFreeMain.class);

    assertThat(run.output()).contains("shown true");
    assertThat(allocated(run)).as(run.output()).isLessThan(LINES);
  }

  private static long allocated(ForkedJvm.Run run) {
    String output = run.output();
    int from = output.indexOf("allocated ") + "allocated ".length();
    return Long.parseLong(output.substring(from, output.indexOf(' ', from)));
  }
}
