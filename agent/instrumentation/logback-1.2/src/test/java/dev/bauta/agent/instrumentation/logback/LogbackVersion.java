package dev.bauta.agent.instrumentation.logback;

import dev.bauta.agent.testing.Libraries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One published version with what it runs on. */
record LogbackVersion(String version) {

  static Stream<LogbackVersion> all() {
    return Libraries.jars("logback-classic-").stream()
        .map(jar -> jar.getFileName().toString())
        .map(name -> name.substring("logback-classic-".length(), name.length() - ".jar".length()))
        .map(LogbackVersion::new);
  }

  static Stream<LogbackVersion> withFluentApi() {
    return all().filter(v -> !v.version.startsWith("1.2."));
  }

  static Stream<LogbackVersion> withJsonEncoder() {
    return withFluentApi()
        .filter(
            v ->
                Libraries.classFile(v.jar(), "ch/qos/logback/classic/encoder/JsonEncoder") != null);
  }

  static Stream<LogbackVersion> withLogstash() {
    return Stream.of("1.2.13", "1.5.21", "1.5.25").map(LogbackVersion::new);
  }

  Path jar() {
    return Libraries.jar("logback-classic-" + version + ".jar");
  }

  List<Path> classPath() {
    boolean old = version.startsWith("1.2.");
    List<Path> jars = new ArrayList<>();
    jars.add(jar());
    jars.add(Libraries.jar("logback-core-" + version + ".jar"));
    jars.add(Libraries.jar("slf4j-api-" + (old ? "1.7.36" : "2.0.17") + ".jar"));
    jars.add(Libraries.jar("logstash-logback-encoder-" + (old ? "7.2" : "8.1") + ".jar"));
    jars.addAll(Libraries.jars("jackson-"));
    jars.add(Libraries.testClasses());
    return jars;
  }

  @Override
  public String toString() {
    return version;
  }
}
