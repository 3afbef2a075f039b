package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.JulProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No planted value comes out of java.util.logging and System.Logger. */
class JulLeakIT {

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void everyChannel_toConsoleFileAndOwnHandler_isMasked(Jdk jdk) throws IOException {
    Path xml = Layout.scratch("jul " + jdk).resolve("jul.xml");
    Outcome outcome =
        new ForkedJvm(jdk).agent().classPath(Layout.probes()).run(JulProbe.class, xml);

    assertThat(outcome.text()).contains("probe done");
    assertThat(outcome.exit()).isZero();
    Leaks.assertMasked(JulProbe.channels(), outcome.err());
    Leaks.assertMasked(JulProbe.xmlChannels(), Files.readString(xml));
    Leaks.assertNone(JulProbe.channels(), Files.readString(xml));
    Leaks.assertNone(JulProbe.channels(), outcome.out());
    assertThat(outcome.out()).contains("n***@parameter-channel.com", "n***@system-channel.com");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void everyClassVerified_theRewrittenJdkClassesAreRight(Jdk jdk) {
    Path xml = Layout.scratch("jul verified " + jdk).resolve("jul.xml");
    Outcome outcome =
        new ForkedJvm(jdk).verifyAll().agent().classPath(Layout.probes()).run(JulProbe.class, xml);

    assertThat(outcome.text()).contains("probe done").doesNotContain("VerifyError");
    Leaks.assertNone(JulProbe.channels(), outcome.text());
  }

  @Test
  void withoutTheAgent_everyChannelShowsItsValue() throws IOException {
    Path xml = Layout.scratch("jul without the agent").resolve("jul.xml");
    Outcome outcome =
        new ForkedJvm(Jdks.oldest()).classPath(Layout.probes()).run(JulProbe.class, xml);

    for (String channel : JulProbe.channels()) {
      assertThat(Leaks.found(List.of(channel), outcome.err())).as(channel).isNotEmpty();
    }
    for (String channel : JulProbe.xmlChannels()) {
      assertThat(Leaks.found(List.of(channel), Files.readString(xml))).as(channel).isNotEmpty();
    }
  }
}
