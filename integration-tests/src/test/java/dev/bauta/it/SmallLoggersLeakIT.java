package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.SmallLoggersProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No planted value comes out of loggers that print by themselves, or that hand over to others. */
class SmallLoggersLeakIT {

  private static final String LOG4J =
      """
      log4j.rootLogger=INFO, out
      log4j.appender.out=org.apache.log4j.ConsoleAppender
      log4j.appender.out.layout=org.apache.log4j.PatternLayout
      log4j.appender.out.layout.ConversionPattern=%p %m%n
      """;

  /** One library on one JDK. */
  record Case(Jdk jdk, String logger, List<String> libraries) {
    @Override
    public String toString() {
      return logger + " " + libraries + " on " + jdk;
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdks.all()) {
      cases.add(new Case(jdk, "slf4j", List.of("slf4j-simple-1.7.36")));
      cases.add(new Case(jdk, "slf4j", List.of("slf4j-simple-2.0.17")));
      cases.add(new Case(jdk, "slf4j", List.of("slf4j-jdk14-2.0.17")));
      cases.add(new Case(jdk, "commons", List.of("commons-logging-1.2")));
      cases.add(new Case(jdk, "commons", List.of("commons-logging-1.2", "reload4j")));
      cases.add(new Case(jdk, "commons", List.of("commons-logging-1.3.5", "logback-1.5.21")));
      cases.add(new Case(jdk, "tinylog", List.of("tinylog-2.7.0")));
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyChannel_isMasked(Case tried) throws IOException {
    Outcome outcome = run(new ForkedJvm(tried.jdk()).verifyAll().agent(), tried);

    assertThat(outcome.exit()).as(outcome.text()).isZero();
    assertThat(outcome.text())
        .contains("probe done", "java.lang.IllegalStateException")
        .doesNotContain("VerifyError", "ClassFormatError", "NOT PROTECTED", "dev.bauta.agent");
    Leaks.assertMasked(SmallLoggersProbe.channels(tried.logger()), outcome.text());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void withoutTheAgent_everyChannelShowsItsValue(Case tried) throws IOException {
    Outcome outcome = run(new ForkedJvm(tried.jdk()), tried);

    for (String channel : SmallLoggersProbe.channels(tried.logger())) {
      assertThat(Leaks.found(List.of(channel), outcome.text())).as(channel).isNotEmpty();
    }
  }

  private static Outcome run(ForkedJvm jvm, Case tried) throws IOException {
    Path log4j = Layout.scratch("small loggers").resolve("log4j.properties");
    Files.writeString(log4j, LOG4J);
    ForkedJvm ready = jvm.classPath(Layout.probes()).property("log4j.configuration", log4j.toUri());
    for (String library : tried.libraries()) {
      ready = ready.classPath(Layout.library(library));
    }
    return ready.run(SmallLoggersProbe.class, tried.logger());
  }
}
