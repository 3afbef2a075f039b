package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.EdgeProbe;
import dev.bauta.it.probe.FluentProbe;
import dev.bauta.it.probe.LogbackProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No planted value comes out of Logback, whichever version writes it and however. */
class LogbackLeakIT {

  /** One Logback with the logstash encoder that goes with it. */
  record Version(String logback, String logstash) {
    boolean fluent() {
      return !logback.equals("1.2.13");
    }

    List<String> channels() {
      List<String> channels = new ArrayList<>(LogbackProbe.channels());
      if (fluent()) {
        channels.addAll(FluentProbe.channels());
      }
      return channels;
    }

    List<Path> jars() {
      List<Path> jars = new ArrayList<>(Layout.library("logback-" + logback));
      jars.addAll(Layout.library("logstash-" + logstash));
      return jars;
    }
  }

  /** One version on one JDK. */
  record Case(Jdk jdk, Version version) {
    @Override
    public String toString() {
      return "Logback " + version.logback() + " on " + jdk;
    }
  }

  private static final List<Version> VERSIONS =
      List.of(
          new Version("1.2.13", "7.2"),
          new Version("1.3.16", "7.4"),
          new Version("1.4.14", "8.1"),
          new Version("1.5.21", "8.1"),
          new Version("1.6.6", "8.1"));

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdks.all()) {
      for (Version version : VERSIONS) {
        boolean edge = version == VERSIONS.get(0) || version == VERSIONS.get(VERSIONS.size() - 1);
        if (jdk == Jdks.oldest() || edge || Layout.fullMatrix()) {
          cases.add(new Case(jdk, version));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyChannel_throughEveryEncoder_isMasked(Case tried) {
    Version version = tried.version();
    LogbackFiles files = files(tried.toString(), version);
    Outcome outcome = run(new ForkedJvm(tried.jdk()).agent(), version, files);

    assertThat(outcome.out()).as(outcome.text()).contains("probe done");
    assertThat(outcome.exit()).isZero();
    Leaks.assertNone(version.channels(), outcome.text());
    for (Map.Entry<String, String> written : files.read().entrySet()) {
      assertThat(written.getKey()).isNotEmpty();
      Leaks.assertMasked(version.channels(), written.getKey() + ":\n" + written.getValue());
    }
  }

  static List<Version> versions() {
    return VERSIONS;
  }

  // Or the test above would prove nothing.
  @ParameterizedTest
  @MethodSource("versions")
  void withoutTheAgent_everyChannelShowsItsValue(Version version) {
    LogbackFiles files = files("no agent " + version.logback(), version);
    run(new ForkedJvm(Jdks.oldest()), version, files);

    for (String written : files.read().values()) {
      for (String channel : version.channels()) {
        assertThat(Leaks.found(List.of(channel), written)).as(channel).isNotEmpty();
      }
    }
  }

  @Test
  void everyClassVerified_nothingIsRefused() {
    Version version = VERSIONS.get(3);
    LogbackFiles files = files("logback verified", version);
    Outcome outcome = run(new ForkedJvm(Jdks.newest()).verifyAll().agent(), version, files);

    assertThat(outcome.text()).contains("probe done").doesNotContain("VerifyError");
    files.read().values().forEach(written -> Leaks.assertMasked(version.channels(), written));
  }

  @Test
  void oddArguments_areMaskedAndBreakNothing() {
    Version version = VERSIONS.get(3);
    LogbackFiles files = files("logback odd arguments", version);
    Path config = files.write();
    Outcome outcome =
        new ForkedJvm(Jdks.oldest())
            .agent()
            .property("logback.configurationFile", config)
            .classPath(Layout.probes())
            .classPath(version.jars())
            .run(EdgeProbe.class);

    assertThat(outcome.text()).contains("probe done");
    assertThat(outcome.exit()).isZero();
    Leaks.assertNone(EdgeProbe.channels(), outcome.text());
    Leaks.assertNone(EdgeProbe.channels(), files.read().get("pattern"));
    assertThat(files.read().get("pattern")).contains("n***@high-channel.com", "empty  null");
  }

  private static LogbackFiles files(String name, Version version) {
    LogbackFiles files =
        new LogbackFiles(Layout.scratch(name)).pattern(version.fluent()).logstash();
    return version.fluent() ? files.json() : files;
  }

  private static Outcome run(ForkedJvm jvm, Version version, LogbackFiles files) {
    return jvm.property("logback.configurationFile", files.write())
        .classPath(Layout.probes())
        .classPath(version.jars())
        .run(LogbackProbe.class, version.fluent() ? "fluent" : "plain");
  }
}
