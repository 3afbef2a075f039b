package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.HelloProbe;
import dev.bauta.it.probe.JulProbe;
import dev.bauta.it.probe.Log4j2Probe;
import dev.bauta.it.probe.LogbackProbe;
import dev.bauta.it.probe.VirtualThreadsProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent in JVMs that are started in unusual ways. */
class RuntimesIT {

  private static final String LOGBACK = "logback-1.5.21";

  static List<Jdk> withVirtualThreads() {
    return Jdks.all().stream().filter(jdk -> jdk.feature() >= 21).toList();
  }

  static List<Jdk> withSecurityManager() {
    return Jdks.all().stream().filter(jdk -> jdk.feature() < 24).toList();
  }

  static List<Jdk> all() {
    return Jdks.all();
  }

  static List<Jdk> withModuleFiles() {
    return LinkedRuntime.possible();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("withVirtualThreads")
  void thousandsOfVirtualThreads_areMasked(Jdk jdk) {
    LogbackFiles files = new LogbackFiles(Layout.scratch("virtual threads " + jdk)).pattern(true);
    Outcome outcome = run(new ForkedJvm(jdk).agent(), files, VirtualThreadsProbe.class);

    assertDone(outcome);
    for (String written : files.read().values()) {
      Leaks.assertMasked(VirtualThreadsProbe.channels(), written);
      assertThat(written.lines().filter(line -> line.contains("with context"))).hasSize(2_000);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void aProgramThatUsesNothing_saysNothingMore(Jdk jdk) {
    Outcome outcome =
        new ForkedJvm(jdk).agent("status=off").classPath(Layout.probes()).run(HelloProbe.class);

    assertThat(outcome.out().trim()).isEqualTo("the application runs");
    assertThat(outcome.err()).as("warnings of the JVM, because of the agent").isEmpty();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aProgramThatLogs_getsNoWarningFromTheJvm(Jdk jdk) {
    LogbackFiles files = new LogbackFiles(Layout.scratch("no warning " + jdk)).pattern(true);
    Outcome outcome = run(new ForkedJvm(jdk).agent("status=off"), files, LogbackProbe.class);

    assertDone(outcome);
    assertThat(outcome.err()).isEmpty();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("withSecurityManager")
  void aSecurityManager_refusesTheAgentNothing_andMasksAreThere(Jdk jdk) throws IOException {
    Path folder = Layout.scratch("security manager " + jdk);
    LogbackFiles files = new LogbackFiles(folder).pattern(true);
    Path policy =
        Files.writeString(
            folder.resolve("java.policy"),
            """
            grant codeBase "file:%s" { permission java.security.AllPermission; };
            grant {
              permission java.util.PropertyPermission "*", "read,write";
              permission java.io.FilePermission "<<ALL FILES>>", "read,write";
              permission java.lang.RuntimePermission "*";
              permission java.lang.reflect.ReflectPermission "*";
              permission java.net.NetPermission "*";
              permission java.net.SocketPermission "*", "resolve";
              permission java.util.logging.LoggingPermission "control";
            };
            """
                .formatted(Layout.agent()));
    ForkedJvm jvm =
        new ForkedJvm(jdk)
            .agent()
            .property("java.security.manager", "default")
            .property("java.security.policy", "=" + policy);
    Outcome outcome = run(jvm, files, LogbackProbe.class);

    assertDone(outcome);
    files.read().values().forEach(text -> Leaks.assertMasked(LogbackProbe.channels(), text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile="})
  void aClassDataArchive_isUsedAsWithoutTheAgent_andMasked(String dump) throws IOException {
    boolean dynamic = dump.contains("AtExit");
    Jdk jdk = Jdks.oldest();
    Path folder = Layout.scratch("class data " + dynamic);
    Path archive = folder.resolve("classes.jsa");
    LogbackFiles files = new LogbackFiles(folder).pattern(true);
    if (dynamic) {
      assertDone(run(archived(jdk).option(dump + archive), files, LogbackProbe.class));
    } else {
      Path list = folder.resolve("classes.lst");
      assertDone(
          run(archived(jdk).option("-XX:DumpLoadedClassList=" + list), files, LogbackProbe.class));
      run(
          archived(jdk)
              .option("-Xshare:dump")
              .option("-XX:SharedClassListFile=" + list)
              .option(dump + archive),
          files,
          LogbackProbe.class);
    }
    assertThat(archive).exists();

    long without = shared(run(reading(jdk, archive), files, LogbackProbe.class));
    files.delete();
    Outcome outcome = run(reading(jdk, archive).agent(), files, LogbackProbe.class);

    assertDone(outcome);
    files.read().values().forEach(text -> Leaks.assertMasked(LogbackProbe.channels(), text));
    assertThat(shared(outcome)).isGreaterThan(without * 9 / 10); // rewritten classes are not shared
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("withModuleFiles")
  void aRuntimeOfItsOwnWithLoggingOnly_isMasked(Jdk jdk) {
    Path xml = Layout.scratch("jlink logging " + jdk).resolve("jul.xml");
    Jdk linked = LinkedRuntime.of(jdk, "logging", "java.base,java.instrument,java.logging");
    Outcome outcome =
        new ForkedJvm(linked).agent().classPath(Layout.probes()).run(JulProbe.class, xml);

    assertDone(outcome);
    Leaks.assertMasked(JulProbe.channels(), outcome.err());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("withModuleFiles")
  void aRuntimeWithoutLoggingAndSql_runs(Jdk jdk) {
    Jdk linked = LinkedRuntime.of(jdk, "least", "java.base,java.instrument");
    Outcome outcome =
        new ForkedJvm(linked).agent().classPath(Layout.probes()).run(HelloProbe.class);

    assertThat(outcome.exit()).as(outcome.text()).isZero();
    assertThat(outcome.out().trim()).isEqualTo("the application runs");
    assertThat(outcome.err()).doesNotContain("Exception", "Error", "NOT PROTECTED");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("withModuleFiles")
  void aRuntimeOfItsOwnWithSql_isMasked(Jdk jdk) {
    LogbackFiles files = new LogbackFiles(Layout.scratch("jlink sql " + jdk)).pattern(true);
    String modules = "java.base,java.instrument,java.logging,java.sql,java.naming,java.management";
    Outcome outcome =
        run(
            new ForkedJvm(LinkedRuntime.of(jdk, "sql", modules)).agent(),
            files,
            LogbackProbe.class);

    assertDone(outcome);
    files.read().values().forEach(text -> Leaks.assertMasked(LogbackProbe.channels(), text));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void besideTheCoverageAgent_inEitherOrder_bothDoTheirWork(boolean first) throws IOException {
    Path folder = Layout.scratch("jacoco first " + first);
    Path coverage = folder.resolve("jacoco.exec");
    String other = "-javaagent:" + Layout.library("jacoco").get(0) + "=destfile=" + coverage;
    Outcome outcome = besideAnother(folder, first, other);

    assertDone(outcome);
    assertThat(Files.size(coverage)).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void besideTheTracingAgent_inEitherOrder_theValuesAreMasked(boolean first) throws IOException {
    Path folder = Layout.scratch("opentelemetry first " + first);
    Outcome outcome =
        besideAnother(folder, first, "-javaagent:" + Layout.library("opentelemetry").get(0));

    assertDone(outcome);
    assertThat(outcome.text()).contains("opentelemetry-javaagent");
    Leaks.assertNone(LogbackProbe.channels(), outcome.text());
  }

  // Its advice stands before ours where it comes last: then it takes the arguments as they are.
  @Test
  void behindTheTracingAgent_whatLog4jIsTold_isMasked() throws IOException {
    Path folder = Layout.scratch("opentelemetry and log4j");
    Path config =
        Files.writeString(
            folder.resolve("log4j2.xml"),
            "<Configuration><Appenders><Console name='c'><PatternLayout pattern='%m %ex%n'/>"
                + "</Console></Appenders><Loggers><Root level='info'><AppenderRef ref='c'/></Root>"
                + "</Loggers></Configuration>");
    Outcome outcome =
        new ForkedJvm(Jdks.oldest())
            .option("-javaagent:" + Layout.library("opentelemetry").get(0))
            .agent()
            .property("otel.traces.exporter", "none")
            .property("otel.metrics.exporter", "none")
            .property("otel.logs.exporter", "console")
            .property("log4j2.configurationFile", config)
            .classPath(Layout.probes())
            .classPath(Layout.library("log4j2-newest"))
            .run(Log4j2Probe.class);

    assertDone(outcome);
    assertThat(outcome.text()).contains("exception.type=\"java.lang.");
    Leaks.assertNone(Log4j2Probe.channels(), outcome.text());
  }

  /** A canary through Logback, every class verified: one agent's work must suit the other. */
  private static Outcome besideAnother(Path folder, boolean first, String other) {
    LogbackFiles files = new LogbackFiles(folder).pattern(true).json();
    ForkedJvm jvm = new ForkedJvm(Jdks.oldest()).verifyAll();
    jvm = first ? jvm.option(other).agent() : jvm.agent().option(other);
    jvm.property("otel.traces.exporter", "none")
        .property("otel.metrics.exporter", "none")
        .property("otel.logs.exporter", "console");
    Outcome outcome = run(jvm, files, LogbackProbe.class);
    files.read().values().forEach(text -> Leaks.assertMasked(LogbackProbe.channels(), text));
    return outcome;
  }

  private static void assertDone(Outcome outcome) {
    assertThat(outcome.exit()).as(outcome.text()).isZero();
    assertThat(outcome.out()).as(outcome.text()).contains("probe done");
    assertThat(outcome.text()).doesNotContain("VerifyError", "NOT PROTECTED");
  }

  private static Outcome run(ForkedJvm jvm, LogbackFiles files, Class<?> probe) {
    List<Path> classPath = new ArrayList<>();
    classPath.add(ProbesJar.in(files.folder())); // archives want jars
    classPath.addAll(Layout.library(LOGBACK));
    return jvm.property("logback.configurationFile", files.write())
        .classPath(classPath)
        .run(probe, "fluent");
  }

  private static ForkedJvm archived(Jdk jdk) {
    return new ForkedJvm(jdk).option("-Xshare:auto");
  }

  private static ForkedJvm reading(Jdk jdk, Path archive) {
    return new ForkedJvm(jdk).option("-XX:SharedArchiveFile=" + archive).option("-Xlog:class+load");
  }

  private static long shared(Outcome outcome) {
    return outcome.out().lines().filter(line -> line.contains("shared objects file")).count();
  }

  @Test
  void theJarIsSmallEnough() throws IOException {
    assertThat(Files.size(Layout.agent())).isLessThan(8_000_000);
  }
}
