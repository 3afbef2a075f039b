package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.Canary;
import dev.bauta.it.probe.ViewerProbe;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An application that was woven at build time, by the plugin in a build of Maven, in JVMs that give
 * the agent nothing.
 */
class WovenIT {

  private static final String STAFF = WovenApp.STAFF;

  /** What H2 needs, and in older JDKs the keys of grants; java.instrument is not among them. */
  private static final String MODULES =
      "java.base,java.sql,java.naming,java.management,jdk.crypto.ec";

  static List<Jdk> linkable() {
    return LinkedRuntime.possible();
  }

  static List<Jdk> all() {
    return Jdks.all();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("linkable")
  void aRuntimeWithoutInstrument_isMasked(Jdk jdk) {
    Jdk linked = LinkedRuntime.of(jdk, "woven", MODULES);
    assertThat(linked.home().resolve("lib/libinstrument.so")).doesNotExist();

    Outcome outcome = WovenApp.run(WovenApp.woven(linked).verifyAll());

    assertThat(outcome.err()).isEmpty();
    PeopleTexts.assertMasked(WovenApp.said(outcome));
    assertThat(outcome.out()).contains("customer=[NAME]", "staff=" + STAFF);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aJvmWithoutTheOption_isMasked(Jdk jdk) {
    Outcome outcome = WovenApp.run(WovenApp.woven(jdk).verifyAll());

    assertThat(outcome.err()).isEmpty();
    PeopleTexts.assertMasked(WovenApp.said(outcome));
  }

  @Test
  void afterStart_itSaysWhatIsMasked_andWhatCannotBe() {
    Outcome outcome = WovenApp.run(WovenApp.woven(Jdks.oldest()), "stay=4000");

    assertThat(outcome.err())
        .contains("masking log/logback-1.2 (proven)", "jdbc/jdbc-4.2", "json/jackson-2.12 (proven)")
        .contains("log/pii-tostring-17")
        .contains("UNPROTECTED: log of java-logging-17: java.util.logging is of the JDK");
    assertThat(outcome.err().lines().filter(line -> line.contains("UNPROTECTED"))).hasSize(1);
  }

  @Test
  void rules_areThoseOfTheFile_alsoForClassesItNames() {
    Path rules = Layout.root().resolve("integration-tests/apps/woven/bauta.yaml");
    Outcome outcome =
        WovenApp.run(
            WovenApp.woven(Jdks.oldest()).property("bauta.config", rules), "log=of " + STAFF);

    assertThat(outcome.out())
        .contains("taken of [STAFF-NUMBER]", "staff=[STAFF-NUMBER]")
        .doesNotContain(STAFF);
  }

  @Test
  void withTheAgentToo_everythingIsMaskedOnce() {
    Path folder = Layout.scratch("woven with the agent");
    Path config =
        ConfigFile.write(
            folder,
            """
            keys:
              main: {env: BAUTA_KEY}
            types:
              name: {masker: {hash: {key: main, length: 12}}}
              email: {masker: {hash: {key: main, length: 12}}}
              pii: {masker: {hash: {key: main, length: 12}}}
            """);
    String woven = lines(WovenApp.run(hashing(WovenApp.woven(Jdks.oldest()), config)));
    Outcome both =
        WovenApp.run(hashing(WovenApp.woven(Jdks.oldest()).agent(), config), "stay=4000");
    String loaded = lines(WovenApp.run(hashing(WovenApp.unwoven().agent(), config)));

    assertThat(woven).contains("customer=", "row: ").doesNotContain("Needle", "customer=[");
    assertThat(lines(both)).isEqualTo(woven).isEqualTo(loaded);
    assertThat(both.err())
        .contains("log/logback-1.2 (proven)", "jdbc/jdbc-4.2", "log/pii-tostring-17")
        .doesNotContain("UNPROTECTED");
    assertThat(both.err().lines().filter(line -> line.contains("logback"))).hasSize(1);
  }

  @Test
  void whatIsNotWoven_leaks_andIsSaid() {
    Outcome outcome = WovenApp.run(WovenApp.unwoven(), "stay=4000");

    PeopleTexts.assertRaw(WovenApp.said(withoutOrder(outcome)));
    assertThat(outcome.err())
        .contains("UNPROTECTED: log of logback-1.2", "UNPROTECTED: jdbc of jdbc-4.2")
        .contains("was not woven; weave its jar");
  }

  @Test
  void whatIsNotWoven_andIsRequired_endsTheJvm() {
    Outcome outcome =
        WovenApp.run(WovenApp.unwoven().property("bauta.requireProtected", "true"), "stay=20000");

    assertThat(outcome.exit()).as(outcome.text()).isEqualTo(1);
    assertThat(outcome.err()).contains("was not woven; weave its jar", "requireProtected=true");
  }

  @Test
  void whatIsWoven_andIsRequired_runs() {
    Outcome outcome =
        WovenApp.run(
            WovenApp.woven(Jdks.oldest()).property("bauta.requireProtected", "true"), "stay=4000");

    PeopleTexts.assertMasked(WovenApp.said(outcome));
  }

  @Test
  void wrongConfiguration_everythingIsMasked_andTheApplicationRuns() {
    Outcome outcome =
        WovenApp.run(WovenApp.woven(Jdks.oldest()).property("bauta.sinks.log", "maks"));

    assertThat(outcome.out())
        .contains("- [MASKED]", "row: [MASKED]", "customer=[MASKED]", "done")
        .doesNotContain("Needle", "needle", "channel.com");
    assertThat(outcome.err()).contains("bauta.sinks.log", "maks", "EVERYTHING IS MASKED");
  }

  @Test
  void wrongConfiguration_withContinue_isRawAndSaid() {
    Outcome outcome =
        WovenApp.run(
            WovenApp.woven(Jdks.oldest())
                .property("bauta.sinks.log", "maks")
                .property("bauta.onStartFailure", "continue"));

    PeopleTexts.assertRaw(WovenApp.said(outcome));
    assertThat(outcome.err()).contains("bauta.sinks.log", "NOTHING IS MASKED");
  }

  @Test
  void switchedOff_itIsAsIfNothingWereWoven() {
    Outcome outcome =
        WovenApp.run(WovenApp.woven(Jdks.oldest()).property("bauta.enabled", "false"));
    Outcome byAgent = WovenApp.run(WovenApp.woven(Jdks.oldest()).agent("enabled=false"));

    PeopleTexts.assertRaw(WovenApp.said(outcome));
    PeopleTexts.assertRaw(WovenApp.said(byAgent));
    assertThat(outcome.err() + byAgent.err()).isEmpty();
  }

  @Test
  void aSinkThatIsOff_isRaw_theOthersAreMasked() {
    Outcome outcome =
        WovenApp.run(WovenApp.woven(Jdks.oldest()).property("bauta.sinks.log", "off"));
    Outcome byAgent = WovenApp.run(WovenApp.woven(Jdks.oldest()).agent("sinks.log=off"));

    for (Outcome one : List.of(outcome, byAgent)) {
      assertThat(Leaks.found(List.of("log"), one.out())).as(one.text()).isNotEmpty();
      Leaks.assertMasked(List.of("row"), row(one));
    }
  }

  @Test
  void withoutTheAgentsJar_itFails_andSaysWhichJarLacks() {
    List<Path> jars = new ArrayList<>(WovenApp.jars());
    jars.removeIf(jar -> jar.endsWith("bauta-agent.jar"));
    Outcome outcome = WovenApp.run(new ForkedJvm(Jdks.oldest()).classPath(jars));

    assertThat(outcome.exit()).isNotZero();
    assertThat(outcome.err()).contains("bauta-agent.jar is not on the class path");
    Leaks.assertNone(List.of("log", "error", "print", "row", "json"), outcome.text());
  }

  @Test
  void librariesAsModules_areMasked() {
    Path modules = Layout.app("woven", "woven/lib");
    Outcome outcome =
        WovenApp.run(
            new ForkedJvm(Jdks.oldest())
                .verifyAll()
                .option("--module-path=" + modules)
                .option("--add-modules=ALL-MODULE-PATH,java.sql,java.naming")
                .classPath(modules.resolve("woven.jar")));

    PeopleTexts.assertMasked(WovenApp.said(outcome));
  }

  @Test
  void allInOneJar_isMasked() throws IOException {
    Path jar = Layout.scratch("woven in one jar").resolve("all.jar");
    Set<String> names = new HashSet<>();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path one : WovenApp.jars()) {
        try (JarFile in = new JarFile(one.toFile())) {
          for (JarEntry entry : Collections.list(in.entries())) {
            if (names.add(entry.getName())) {
              out.putNextEntry(new JarEntry(entry.getName()));
              in.getInputStream(entry).transferTo(out);
            }
          }
        }
      }
    }
    Outcome outcome = WovenApp.run(new ForkedJvm(Jdks.oldest()).classPath(jar));

    PeopleTexts.assertMasked(WovenApp.said(outcome));
  }

  @ParameterizedTest
  @MethodSource("all")
  void manyThreadsAtOnce_startItOnce_andAllAreMasked(Jdk jdk) {
    Canary canary = new Canary("rush");
    Outcome outcome = WovenApp.woven(jdk).run("com.example.woven.Rush", canary.text());

    assertThat(outcome.out()).as(outcome.text()).contains("done");
    assertThat(
            outcome
                .out()
                .lines()
                .filter(line -> line.contains("rush n***") || line.contains("mail n***")))
        .hasSizeGreaterThanOrEqualTo(24);
    Leaks.assertNone(List.of("rush"), outcome.text());
    assertThat(outcome.text()).doesNotContain("Error", "Exception");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("linkable")
  void grants_showToOnePersonWhatTheySay(Jdk jdk) {
    Jdk linked = LinkedRuntime.of(jdk, "woven grants", MODULES);
    TestGrants grants = new TestGrants();
    Path folder = Layout.scratch("woven grants " + jdk);
    String token =
        grants.sign(
            grants.snapshot(
                TestGrants.grant("email", "grace"), TestGrants.about("4711", "email", "linus")));
    try (StubGrantServer server = new StubGrantServer(token)) {
      ForkedJvm jvm = WovenApp.woven(linked);
      grants.agentProperties(server, folder).forEach(jvm::property);
      Outcome outcome = jvm.classPath(Layout.probes()).run(ViewerProbe.class);

      assertThat(outcome.out().lines())
          .as(outcome.text())
          .contains("nobody: masked", "grace: raw", "after grace: masked", "linus, 4711: raw")
          .contains("linus, 4712: masked", "other thread: masked", "probe done");
    }
  }

  private static ForkedJvm hashing(ForkedJvm jvm, Path config) {
    return jvm.property("bauta.config", config)
        .variable("BAUTA_KEY", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
  }

  private static Outcome withoutOrder(Outcome outcome) {
    return new Outcome(outcome.exit(), outcome.out().replaceAll("(?m)^printed: .*", ""), "");
  }

  private static String row(Outcome outcome) {
    return outcome.out().lines().filter(line -> line.startsWith("row: ")).findFirst().orElse("");
  }

  /** What came out, without the times. */
  private static String lines(Outcome outcome) {
    assertThat(outcome.exit()).as(outcome.text()).isZero();
    return outcome.out().replaceAll("(?m)^[0-9:.]+ ", "");
  }
}
