package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.Log4j1Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No planted value comes out of Log4j 1.2 and reload4j. */
class Log4j1LeakIT {

  /** One library on one JDK. */
  record Case(Jdk jdk, String library) {
    @Override
    public String toString() {
      return library + " on " + jdk;
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdks.all()) {
      cases.add(new Case(jdk, "log4j-1.2.17"));
      cases.add(new Case(jdk, "reload4j"));
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyChannel_throughEveryLayout_isMasked(Case tried) throws IOException {
    Path xml = Layout.scratch(tried.toString()).resolve("log.xml");
    Outcome outcome = run(new ForkedJvm(tried.jdk()).verifyAll().agent(), tried, xml);

    assertThat(outcome.exit()).as(outcome.text()).isZero();
    assertThat(outcome.text())
        .contains("probe done")
        .doesNotContain("VerifyError", "NOT PROTECTED");
    Leaks.assertMasked(Log4j1Probe.channels(), outcome.out());
    Leaks.assertMasked(Log4j1Probe.channels(), Files.readString(xml));
    Leaks.assertMasked(Log4j1Probe.htmlChannels(), Files.readString(html(xml)));
    Leaks.assertNone(Log4j1Probe.channels(), outcome.err());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void withoutTheAgent_everyChannelShowsItsValue(Case tried) throws IOException {
    Path xml = Layout.scratch(tried + " without agent").resolve("log.xml");
    Outcome outcome = run(new ForkedJvm(tried.jdk()), tried, xml);

    assertAllShown(Log4j1Probe.channels(), outcome.out());
    assertAllShown(Log4j1Probe.channels(), Files.readString(xml));
    assertAllShown(Log4j1Probe.htmlChannels(), Files.readString(html(xml)));
  }

  private static void assertAllShown(List<String> channels, String written) {
    for (String channel : channels) {
      assertThat(Leaks.found(List.of(channel), written)).as(channel).isNotEmpty();
    }
  }

  private static Path html(Path xml) {
    return xml.resolveSibling(xml.getFileName() + ".html");
  }

  private static Outcome run(ForkedJvm jvm, Case tried, Path xml) {
    return jvm.classPath(Layout.probes())
        .classPath(Layout.library(tried.library()))
        .run(Log4j1Probe.class, xml);
  }
}
