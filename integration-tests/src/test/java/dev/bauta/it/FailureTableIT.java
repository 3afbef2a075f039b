package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bauta.demo.Desk;
import dev.bauta.demo.GrantService;
import dev.bauta.demo.Look;
import dev.bauta.demo.Requests;
import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.DeepStackProbe;
import dev.bauta.it.probe.HelloProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What happens when what fails: the table of SAFETY.md, line by line. */
class FailureTableIT {

  @Test
  void maskingFailsInTheMiddle_theValueIsStillNotShown() {
    for (Jdk jdk : Jdks.all()) {
      Outcome outcome =
          new ForkedJvm(jdk).agent().classPath(Layout.probes()).run(DeepStackProbe.class);

      assertThat(outcome.text()).contains("probe done", "logged: true");
      Leaks.assertMasked(List.of("deepstack"), outcome.text());
    }
  }

  @Test
  void wrongRuleFile_theJvmDoesNotStart_andSaysFileLineFaultAndRemedy() {
    Path file =
        write(
            "wrong rule file",
            """
            rules:
              - column: full_name
                type: name
                masker: hsah
            """);
    Outcome outcome = hello("config=" + file);

    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.out()).doesNotContain("the application runs");
    assertThat(outcome.err())
        .contains(file + ":4:", "hsah", "partial", "redact")
        .doesNotContain("\tat ");
  }

  @Test
  void severalFaults_areAllNamedAtOnce() {
    Path file =
        write(
            "several faults",
            """
            sinks:
              log: maks
            grants:
              ulr: http://localhost
            rules:
              - colunm: full_name
                type: name
            """);
    Outcome outcome = hello("config=" + file);

    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.out()).doesNotContain("the application runs");
    assertThat(outcome.err()).contains("bauta.yaml:6", "colunm");
  }

  @Test
  void brokenYaml_theJvmDoesNotStart_andSaysTheLine() {
    Path file = write("broken yaml", "rules:\n  - column: [full_name\n    type: name\n");
    Outcome outcome = hello("config=" + file);

    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.err()).contains("bauta.yaml:");
    assertThat(outcome.out()).doesNotContain("the application runs");
  }

  @Test
  void missingRuleFile_theJvmDoesNotStart() {
    Outcome outcome = hello("config=/nowhere/bauta.yaml");

    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.err()).contains("/nowhere/bauta.yaml", "check the path");
    assertThat(outcome.out()).doesNotContain("the application runs");
  }

  @Test
  void unknownOption_theJvmDoesNotStart_andTheNearestIsNamed() {
    Outcome outcome = hello("sinks.lgo=mask");

    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.err()).contains("sinks.lgo", "did you mean 'sinks.log'?");
    assertThat(outcome.out()).doesNotContain("the application runs");
  }

  @Test
  void wrongVariable_theJvmDoesNotStart_andTheVariableIsNamed() {
    Outcome outcome =
        new ForkedJvm(Jdks.oldest())
            .agent()
            .variable("BAUTA_SINKS_LOG", "maks")
            .classPath(Layout.probes())
            .run(HelloProbe.class);

    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.err()).contains("BAUTA_SINKS_LOG", "maks", "mask, observe or off");
    assertThat(outcome.out()).doesNotContain("the application runs");
  }

  @Test
  void halfAGrantService_theJvmDoesNotStart_andSaysWhatIsMissing() {
    Outcome outcome = hello("grants.url=http://127.0.0.1:1");

    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.err()).contains("grants.token", "grants.trustKey", "service", "environment");
  }

  @Test
  void wrongRuleFile_withContinue_theApplicationRunsUnprotected_loudly() {
    Path file = write("wrong but continue", "rules:\n  - column: full_name\n    masker: hsah\n");
    Outcome outcome = hello("config=" + file + ",onStartFailure=continue");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("the application runs");
    assertThat(outcome.err()).contains("hsah", "NOTHING IS MASKED");
  }

  @Test
  void unknownLibraryVersion_isReportedUnprotected() {
    Path scratch = Layout.scratch("unknown logback");
    Path classes =
        Compiled.into(
            scratch,
            "ch.qos.logback.classic.spi.LoggingEvent",
            "package ch.qos.logback.classic.spi;\n"
                + "public class LoggingEvent { private String text; public String text() { return text; } }\n");
    Outcome outcome =
        new ForkedJvm(Jdks.oldest())
            .agent()
            .classPath(Layout.probes(), classes)
            .run(HelloProbe.class, "ch.qos.logback.classic.spi.LoggingEvent");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("the application runs");
    assertThat(outcome.err()).contains("logback").containsIgnoringCase("unprotected");
  }

  @Test
  void knownLibraries_areNotReportedUnprotected() {
    Outcome outcome =
        new ForkedJvm(Jdks.oldest())
            .agent()
            .classPath(Layout.probes())
            .classPath(Layout.library("logback-1.5.21"))
            .classPath(Layout.library("h2-2.5.252"))
            .classPath(Layout.library("jackson-2.22.4"))
            .run(
                HelloProbe.class,
                "ch.qos.logback.classic.spi.LoggingEvent",
                "org.h2.jdbc.JdbcResultSet",
                "com.fasterxml.jackson.databind.ser.BeanPropertyWriter");

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err().toLowerCase(Locale.ROOT)).doesNotContain("unprotected");
  }

  @Test
  void grantServiceAway_everythingIsMaskedWhenTheLeaseEnds_andRawAgainWhenItIsBack() {
    Path folder = Layout.scratch("service away");
    try (GrantService service = GrantService.start(Installed.on(Jdks.oldest()), folder);
        Desk desk = desk(service, folder)) {
      Requests requests = new Requests(service);
      String id = requests.asked("grace", List.of("name", "email"), Map.of());
      requests.approve("ada", id).expect(200, "approval");
      until(() -> showsName(desk));

      service.kill();
      until(() -> !showsName(desk));
      assertThat(Look.at(desk, "grace", 7).masked()).isTrue();

      service.startAgain();
      until(() -> showsName(desk));
    }
  }

  @Test
  void grantServiceNeverThere_theApplicationRuns_masked() {
    Path folder = Layout.scratch("service never there");
    GrantService service = GrantService.start(Installed.on(Jdks.oldest()), folder);
    service.close();
    try (Desk desk = desk(service, folder)) {
      assertThat(Look.at(desk, "grace", 7).masked()).isTrue();
    }
  }

  private static Desk desk(GrantService service, Path folder) {
    Map<String, String> properties = new TreeMap<>(service.agentProperties());
    properties.put("bauta.config", ConfigFile.write(folder, Installed.deskRules()).toString());
    properties.put("bauta.grants.maxLease", "5");
    return Desk.start(Installed.on(Jdks.oldest()), folder, properties);
  }

  private static boolean showsName(Desk desk) {
    return !Look.at(desk, "grace", 7).field("full_name").equals("[NAME]");
  }

  private static void until(Callable<Boolean> condition) {
    await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100)).until(condition);
  }

  private static Outcome hello(String options) {
    return new ForkedJvm(Jdks.oldest())
        .agent(options)
        .classPath(Layout.probes())
        .run(HelloProbe.class);
  }

  private static Path write(String name, String yaml) {
    return ConfigFile.write(Layout.scratch(name), yaml);
  }
}
