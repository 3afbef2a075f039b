package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.PeopleTexts.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The application of {@code apps/woven}, as its build left it. */
final class WovenApp {

  static final String STAFF = "EMP-123456";
  private static final String MAIN = "com.example.woven.Main";

  private WovenApp() {}

  static ForkedJvm woven(Jdk jdk) {
    return new ForkedJvm(jdk).classPath(jars());
  }

  /** The same application whose libraries are as they were published; its own class is woven. */
  static ForkedJvm unwoven() {
    return new ForkedJvm(Jdks.oldest())
        .classPath(Layout.app("woven", "woven/lib/woven.jar"), Layout.agent())
        .classPath(Layout.app("people", "classes"), Layout.annotations())
        .classPath(Layout.library("logback-1.5.21"))
        .classPath(Layout.library("h2-2.5.252"))
        .classPath(Layout.library("jackson-2.22.4"));
  }

  /** The folder that the goal wrote, a whole class path. */
  static List<Path> jars() {
    try (Stream<Path> files = Files.list(Layout.app("woven", "woven/lib"))) {
      return files.sorted().toList();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Tells it the texts, and more. */
  static Outcome run(ForkedJvm jvm, String... more) {
    List<Object> arguments = new ArrayList<>();
    PeopleTexts.texts().forEach((name, text) -> arguments.add(name + "=" + text));
    arguments.add("staff=" + STAFF);
    arguments.addAll(List.of(more));
    return jvm.run(MAIN, arguments.toArray());
  }

  /** What a run that came to its end said. */
  static Said said(Outcome outcome) {
    assertThat(outcome.exit()).as(outcome.text()).isZero();
    assertThat(outcome.out()).as(outcome.text()).contains("done");
    return new Said(outcome.out(), outcome.out());
  }
}
