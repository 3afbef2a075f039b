package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.FluentProbe;
import dev.bauta.it.probe.LogbackProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With an AOT cache (JDK 25) the application's classes are loaded before the agent is, and no
 * transformer is shown them: the agent must find them itself.
 */
class AotCacheIT {

  private static final int FIRST_WITH_AOT_CACHE = 25;

  static List<Jdk> jdks() {
    return Jdks.all().stream().filter(jdk -> jdk.feature() >= FIRST_WITH_AOT_CACHE).toList();
  }

  @ParameterizedTest(allowZeroInvocations = true) // where no such JDK is found
  @MethodSource("jdks")
  void classesLoadedBeforeTheAgent_areMaskedAllTheSame(Jdk jdk) throws IOException {
    Path folder = Layout.scratch("aot cache on " + jdk);
    Path cache = folder.resolve("classes.aot");
    LogbackFiles files = new LogbackFiles(folder).pattern(true).json().logstash();
    List<Path> classPath = new ArrayList<>();
    classPath.add(ProbesJar.in(folder)); // caches want jars
    classPath.addAll(Layout.library("logback-1.5.21"));
    classPath.addAll(Layout.library("logstash-8.1"));

    Outcome trained =
        run(new ForkedJvm(jdk).option("-XX:AOTCacheOutput=" + cache), classPath, files);
    assertThat(cache).as(trained.text()).exists();
    files.delete();
    ForkedJvm jvm = new ForkedJvm(jdk).agent().option("-XX:AOTCache=" + cache);
    Outcome outcome = run(jvm.option("-XX:AOTMode=on"), classPath, files);

    assertThat(outcome.exit()).as(outcome.text()).isZero();
    assertThat(outcome.out()).contains("probe done");
    List<String> channels = new ArrayList<>(LogbackProbe.channels());
    channels.addAll(FluentProbe.channels());
    files.read().values().forEach(written -> Leaks.assertMasked(channels, written));
  }

  private static Outcome run(ForkedJvm jvm, List<Path> classPath, LogbackFiles files) {
    return jvm.option("--add-modules=java.instrument") // both runs must have the same modules
        .property("logback.configurationFile", files.write())
        .classPath(classPath)
        .run(LogbackProbe.class, "fluent");
  }
}
