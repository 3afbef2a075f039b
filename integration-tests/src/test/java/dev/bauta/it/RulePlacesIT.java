package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.LoggerRulesProbe;
import dev.bauta.it.probe.RulePlacesProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules for paths in JSON, classes and loggers, with the jar that ships. */
class RulePlacesIT {

  private static final String PROBE = "dev.bauta.it.probe.RulePlacesProbe";
  private static final String PLACES =
      """
      rules:
        - {path: "$.orders[*].note", type: staff-note}
        - {path: "$.orders[*].lines", type: staff-note}
        - {class: %s$Guest, type: name}
      """
          .formatted(PROBE);
  private static final String SECOND =
      """
      rules:
        - {path: "$.orders", type: staff-note}
        - {member: %s.Visitor.nick, type: name}
        - {member: "*.Visitor.room", type: pii}
      """
          .formatted(PROBE);
  private static final String LOGGERS =
      """
      rules:
        - {logger: audit, type: email, masker: redact}
      """;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void pathsAndClasses_areHidden_andFollowAReload(Jdk jdk) throws IOException {
    Path folder = Layout.scratch("rule places " + jdk);
    Path rules = ConfigFile.write(folder, PLACES);
    Path second = Files.writeString(folder.resolve("second.yaml"), SECOND);
    Outcome outcome =
        jackson(new ForkedJvm(jdk).verifyAll().agent("config=" + rules))
            .run(RulePlacesProbe.class, rules, second);

    assertThat(outcome.out()).as(outcome.text()).contains("probe done");
    assertThat(outcome.text()).doesNotContain("VerifyError");
    String first = outcome.out().substring(0, outcome.out().indexOf("second "));
    assertThat(first)
        .contains("elsewhere: {\"note\":\"plain\"}", "\"note\":\"[STAFF-NOTE]\"")
        .contains("\"lines\":[\"[STAFF-NOTE]\"]")
        .contains("guest: {\"nick\":\"[NAME]\",\"room\":null,\"desk\":\"[NAME]\"}")
        .contains("guest text: Guest[nick=[NAME], room=[NAME], desk=[NAME]]")
        .contains("visitor text: Visitor Needlevisitor in 815")
        .doesNotContain("Needlenote", "Needleline", "Needlemap", "Needletree", "Needlestream")
        .doesNotContain("Needleguest");
    String later = outcome.out().substring(first.length());
    assertThat(later)
        .contains("visitor: {\"nick\":\"[NAME]\",\"room\":null}")
        .contains("visitor text: Visitor [NAME] in [PII]")
        .contains("guest text: Guest[nick=Needleguest, room=815, desk=open]")
        .contains("elsewhere: {\"note\":\"plain\"}")
        .doesNotContain("Needlevisitor", "Needlenote", "Needleline", "Needlestream");
  }

  @Test
  void withoutRules_thePlacesAreNothingSpecial() {
    Outcome outcome = jackson(new ForkedJvm(Jdks.oldest()).agent()).run(RulePlacesProbe.class);

    assertThat(outcome.out())
        .contains("Needlenote", "Needleline", "Needlemap", "Needletree", "Needlestream")
        .contains("Guest[nick=Needleguest, room=815", "Visitor Needlevisitor in 815");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void loggerRules_holdForAllOfItsEvents_andSplitValuesDoNotSlipThrough(Jdk jdk) {
    Path folder = Layout.scratch("logger rules " + jdk);
    Path rules = ConfigFile.write(folder, LOGGERS);
    LogbackFiles files = new LogbackFiles(folder).pattern(true).logstash().json();
    Outcome outcome =
        logback(new ForkedJvm(jdk).verifyAll().agent("config=" + rules), files)
            .run(LoggerRulesProbe.class);

    assertThat(outcome.out()).as(outcome.text()).contains("probe done");
    assertThat(outcome.text()).doesNotContain("VerifyError");
    List<String> channels = new ArrayList<>(files.read().values());
    channels.add(outcome.out());
    for (String written : channels) {
      assertThat(written).contains("[EMAIL]").doesNotContain("nobody@");
      for (String place : LoggerRulesProbe.places()) {
        assertThat(written).doesNotContain("audit-" + place + ".com");
      }
      assertThat(written).contains("n***@web-message.com", "n***@web-argument.com");
      assertThat(written).contains("n***@web-thrown.com", "n***@web-cause.com");
      assertThat(written)
          .doesNotContain("11111111", "1111 1111 ", "1111 1111\"", "4111 1111 1111")
          .contains("behind");
    }
    for (Map.Entry<String, String> written : files.read().entrySet()) {
      assertThat(written.getValue())
          .as(written.getKey())
          .contains("n***@web-pair.com", "n***@web-mdc.com");
    }
  }

  @Test
  void withoutTheAgent_everyPartShows() {
    LogbackFiles files =
        new LogbackFiles(Layout.scratch("logger rules, no agent")).pattern(true).logstash().json();
    Outcome outcome = logback(new ForkedJvm(Jdks.oldest()), files).run(LoggerRulesProbe.class);

    assertThat(outcome.out()).contains("nobody@audit-message.com", "41111111 | 11111111");
    for (String written : files.read().values()) {
      for (String place : LoggerRulesProbe.places()) {
        assertThat(written).contains("audit-" + place + ".com");
      }
      assertThat(written).contains("11111111", "1111 1111");
    }
  }

  private static ForkedJvm jackson(ForkedJvm jvm) {
    return jvm.classPath(Layout.probes()).classPath(Layout.library("jackson-2.22.4"));
  }

  private static ForkedJvm logback(ForkedJvm jvm, LogbackFiles files) {
    return jvm.property("logback.configurationFile", files.write())
        .classPath(Layout.probes())
        .classPath(Layout.library("logback-1.5.21"))
        .classPath(Layout.library("logstash-8.1"));
  }
}
