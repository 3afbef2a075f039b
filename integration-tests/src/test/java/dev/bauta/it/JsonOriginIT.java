package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.OriginsProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which JSON is meant: what a rule leaves to machines comes out as it is, all else is masked. */
class JsonOriginIT {

  private static final String PROBE = "dev.bauta.it.probe.OriginsProbe";
  private static final String MACHINES =
      """
      rules:
        - {traffic: client, enabled: false}
        - {traffic: message, enabled: false}
        - {caller: %1$s.Exporter, enabled: false}
        - {mapper: %1$s$Internal, enabled: false}
        - {target: %1$s$Wire, enabled: false}
      """
          .formatted(PROBE);
  private static final String ONLY_ANSWERS =
      """
      rules:
        - {traffic: server, enabled: true}
        - {traffic: "*", enabled: false}
      """;

  private static final List<String> FOR_PEOPLE =
      List.of("plain", "after a failure", "server", "server again", "plain again");
  private static final List<String> FOR_MACHINES =
      List.of(
          "caller",
          "caller later",
          "client",
          "message",
          "server message",
          "mapper",
          "writer",
          "copy",
          "mapper 3",
          "mapper gson",
          "mapper jsonb",
          "target",
          "target list",
          "target array",
          "target 3",
          "target gson",
          "target jsonb");

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void whatIsForMachines_isLeft_andAllElseIsMasked(Jdk jdk) throws IOException {
    Path rules = ConfigFile.write(Layout.scratch("origins " + jdk), MACHINES);
    Outcome outcome = run(new ForkedJvm(jdk).verifyAll().agent("config=" + rules));

    assertThat(outcome.text()).contains("probe done").doesNotContain("VerifyError", "UNPROTECTED");
    FOR_PEOPLE.forEach(name -> assertMasked(outcome.out(), name));
    FOR_MACHINES.forEach(name -> assertRaw(outcome.out(), name));
  }

  @Test
  void withoutRules_everythingIsMasked_andWithoutTheAgentNothing() {
    Outcome masked = run(new ForkedJvm(Jdks.oldest()).agent());
    Outcome raw = run(new ForkedJvm(Jdks.oldest()));

    for (String name : all()) {
      assertMasked(masked.out(), name);
      assertRaw(raw.out(), name);
    }
  }

  @Test
  void onlyAnswersOfAServer_canBeMeant() throws IOException {
    Path rules = ConfigFile.write(Layout.scratch("origins answers"), ONLY_ANSWERS);
    Outcome outcome =
        run(new ForkedJvm(Jdks.oldest()).agent("config=" + rules + ",requireProtected=true"));

    assertThat(outcome.exit()).as(outcome.text()).isZero();
    for (String name : all()) {
      if (name.equals("server") || name.equals("server again")) {
        assertMasked(outcome.out(), name);
      } else {
        assertRaw(outcome.out(), name);
      }
    }
  }

  @Test
  void rulesThatComeLater_holdForClassesThatAreLoaded() throws IOException {
    Path folder = Layout.scratch("origins later");
    Path rules = ConfigFile.write(folder, "rules: []");
    Path later = Files.writeString(folder.resolve("later.yaml"), MACHINES);
    Outcome outcome =
        run(new ForkedJvm(Jdks.oldest()).verifyAll().agent("config=" + rules), rules, later);

    int second = outcome.out().indexOf("second");
    assertThat(second).as(outcome.text()).isPositive();
    all().forEach(name -> assertMasked(outcome.out().substring(0, second), name));
    FOR_PEOPLE.forEach(name -> assertMasked(outcome.out().substring(second), name));
    FOR_MACHINES.forEach(name -> assertRaw(outcome.out().substring(second), name));
  }

  private static List<String> all() {
    List<String> all = new ArrayList<>(FOR_PEOPLE);
    all.addAll(FOR_MACHINES);
    return all;
  }

  private static void assertMasked(String out, String name) {
    assertThat(json(out, name))
        .as(name)
        .doesNotContain("Needle", "needle", "4711")
        .contains("n***@example.com");
  }

  private static void assertRaw(String out, String name) {
    assertThat(json(out, name)).as(name).contains("Needlenick", "4711", "needle@example.com");
  }

  private static String json(String out, String name) {
    List<String> lines = out.lines().filter(line -> line.startsWith(name + ": ")).toList();
    assertThat(lines).as("%s in%n%s", name, out).hasSize(1);
    return lines.get(0);
  }

  private static Outcome run(ForkedJvm jvm, Object... arguments) {
    return jvm.classPath(Layout.probes())
        .classPath(Layout.annotations())
        .classPath(Layout.library("origins"))
        .classPath(Layout.library("tomcat-9"))
        .classPath(Layout.library("jackson-2.22.4"))
        .classPath(Layout.library("jackson3-3.2.4"))
        .classPath(Layout.library("yasson-3.0.4"))
        .classPath(Layout.library("gson-2.15.0"))
        .run(OriginsProbe.class, arguments);
  }
}
