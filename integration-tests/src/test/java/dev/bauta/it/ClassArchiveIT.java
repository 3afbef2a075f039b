package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.FluentProbe;
import dev.bauta.it.probe.LogbackProbe;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Classes from an archive: with an AOT cache (JDK 25) the application's classes are loaded before
 * the agent is, and no transformer is shown them.
 */
class ClassArchiveIT {

  private static final int FIRST_WITH_AOT_CACHE = 25;

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void classesFromAnArchive_areMaskedAllTheSame(Jdk jdk) throws IOException {
    Path folder = Layout.scratch("archive on " + jdk);
    List<Path> classPath = new ArrayList<>();
    classPath.add(probesJar(folder)); // archives want jars
    classPath.addAll(Layout.library("logback-1.5.21"));
    classPath.addAll(Layout.library("logstash-8.1"));
    Path archive = folder.resolve("classes.archive");
    boolean aot = jdk.feature() >= FIRST_WITH_AOT_CACHE;
    String train = aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
    Outcome trained = run(jdk, folder, classPath, List.of(train + archive));
    assertThat(archive).as(trained.text()).exists();

    List<String> use =
        aot
            ? List.of("-XX:AOTCache=" + archive, "-XX:AOTMode=on")
            : List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:on");
    Outcome outcome = run(jdk, folder, classPath, use);

    assertThat(outcome.exit()).as(outcome.text()).isZero();
    assertThat(outcome.out()).contains("probe done");
  }

  private static Outcome run(Jdk jdk, Path folder, List<Path> classPath, List<String> options) {
    List<String> channels = new ArrayList<>(LogbackProbe.channels());
    channels.addAll(FluentProbe.channels());
    LogbackFiles files = new LogbackFiles(folder).pattern(true).json().logstash();
    ForkedJvm jvm = new ForkedJvm(jdk).agent();
    options.forEach(jvm::option);
    Outcome outcome =
        jvm.property("logback.configurationFile", files.write())
            .classPath(classPath)
            .run(LogbackProbe.class, "fluent");
    files.read().values().forEach(written -> Leaks.assertMasked(channels, written));
    files.delete();
    return outcome;
  }

  private static Path probesJar(Path folder) throws IOException {
    Path jar = folder.resolve("probes.jar");
    Path classes = Layout.probes();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> probes = Files.list(classes.resolve("dev/bauta/it/probe"))) {
      for (Path probe : probes.sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(probe).toString().replace('\\', '/')));
        Files.copy(probe, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
