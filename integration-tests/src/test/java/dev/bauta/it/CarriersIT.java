package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.CarriersHammer;
import dev.bauta.it.probe.CarriersProbe;
import dev.bauta.it.probe.UncarriedProbe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever hands work to another thread is looking there, and nobody else is. */
class CarriersIT {

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void principal_goesWithTheWork_andNowhereElse(Jdk jdk) {
    Outcome outcome = run(jdk, "carriers on " + jdk, CarriersProbe.class);
    assertThat(outcome.out().lines()).as(outcome.text()).containsExactlyElementsOf(expected(jdk));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void poolOfMixedPrincipals_neverRunsATaskForAnother(Jdk jdk) {
    Outcome outcome = run(jdk, "hammer on " + jdk, CarriersHammer.class, 10_000_000);
    assertThat(outcome.out().lines())
        .as(outcome.text())
        .containsExactly("checks: all", "wrong: 0 null", "probe done");
  }

  @Test
  void withoutAGrantService_nothingOfTheJdkIsRewrittenForIt() {
    Outcome outcome =
        new ForkedJvm(Jdks.newest()).agent().classPath(classPath()).run(UncarriedProbe.class);
    assertThat(outcome.out().lines()).as(outcome.text()).containsExactly("probe done");
    assertThat(outcome.err()).contains("[bauta] masking").doesNotContain("executors");
  }

  private static Outcome run(Jdk jdk, String name, Class<?> probe, Object... arguments) {
    TestGrants grants = new TestGrants();
    try (StubGrantServer server = new StubGrantServer(grants.showing("email", "grace"))) {
      ForkedJvm jvm = new ForkedJvm(jdk).agent().verifyAll();
      if (jdk.feature() >= 25) {
        jvm.option("--enable-preview");
      }
      grants.agentProperties(server, Layout.scratch(name)).forEach(jvm::property);
      return jvm.classPath(classPath()).run(probe, arguments);
    }
  }

  private static List<Path> classPath() {
    return List.of(Layout.probes(), Layout.annotations());
  }

  private static List<String> expected(Jdk jdk) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "execute: grace",
                "submit: grace",
                "invokeAll: grace",
                "invokeAny: grace",
                "from nobody: nobody nobody",
                "nested: grace",
                "after a fault: nobody",
                "of another in grace: linus",
                "future task in a thread: grace",
                "rejected is the task: true",
                "removed: true false 1",
                "left over is the task: true",
                "hooks of the pool: [after itself, before itself]",
                "by priority: 7n8n9n",
                "scheduled pool, execute: grace",
                "scheduled pool, submit: grace",
                "schedule: nobody",
                "periodic: [nobody]",
                "fork join, execute: grace",
                "fork join, submit: grace",
                "fork join, invoke: [grace]",
                "fork join from nobody: [nobody]",
                "invoked on the caller: [grace]",
                "fork join, invokeAll: grace",
                "parallel stream: [grace]",
                "parallel stream of nobody: [nobody]",
                "supplyAsync: grace",
                "stage of grace: grace",
                "stage of nobody, completed by linus: nobody",
                "async stage: grace",
                "of two: grace",
                "when complete: grace",
                "completeAsync: grace",
                "thread: nobody"));
    if (jdk.feature() >= 21) {
      lines.addAll(
          List.of(
              "virtual thread: grace",
              "thread per task, execute: grace",
              "thread per task, submit: grace",
              "thread per task of nobody: nobody",
              "pool of virtual threads: grace nobody"));
    }
    if (jdk.feature() >= 25) {
      lines.add("structured: grace");
    }
    lines.add("probe done");
    return lines;
  }
}
