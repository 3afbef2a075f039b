package dev.bauta.it;

import dev.bauta.demo.Child;
import dev.bauta.demo.Http;
import dev.bauta.it.PeopleTexts.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole servers that bring their own modules, log manager and serialisers: WildFly, Quarkus. */
@Tag("matrix")
class ApplicationServersIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String PROTECTED = "requireProtected=true";

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void wildFly_isMasked(Jdk jdk) throws IOException {
    PeopleTexts.assertMasked(wildFly(jdk, "-javaagent:" + Layout.agent() + "=" + PROTECTED));
  }

  @Test
  void wildFly_withoutTheAgent_shows() throws IOException {
    PeopleTexts.assertRaw(wildFly(Jdks.oldest(), ""));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void fastJarOfQuarkus_isMasked(Jdk jdk) {
    PeopleTexts.assertMasked(quarkus(new ForkedJvm(jdk).verifyAll().agent(PROTECTED)));
  }

  @Test
  void fastJarOfQuarkus_withoutTheAgent_shows() {
    PeopleTexts.assertRaw(quarkus(new ForkedJvm(Jdks.oldest())));
  }

  private static Said quarkus(ForkedJvm jvm) {
    Path folder = Layout.scratch("quarkus");
    int port = freePort();
    List<String> command =
        jvm.property("java.util.logging.manager", "org.jboss.logmanager.LogManager")
            .property("quarkus.http.port", port)
            .classPath(Layout.app("quarkus", "quarkus-app/quarkus-run.jar"))
            .command("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    try (Child child = Child.start("Quarkus", command, folder, Map.of())) {
      child.await(0, line -> line.contains("Listening on:"), PATIENCE);
      return ask(child, port, "/people");
    }
  }

  private static Said wildFly(Jdk jdk, String options) throws IOException {
    Path folder = Layout.scratch("wildfly");
    int port = freePort();
    Path home = Layout.unpacked("wildfly/wildfly-38.0.1.Final");
    Files.createDirectories(folder.resolve("deployments"));
    Files.copy(Layout.app("war", "people.war"), folder.resolve("deployments/people.war"));
    copy(home.resolve("standalone/configuration"), folder.resolve("configuration"));
    List<String> command =
        List.of(
            "bash",
            home.resolve("bin/standalone.sh").toString(),
            "-Djboss.server.base.dir=" + folder,
            "-Djboss.http.port=" + port,
            "-Djboss.https.port=0",
            "-Djboss.management.http.port=0");
    Map<String, String> variables =
        Map.of(
            "JAVA_HOME",
            jdk.home().toString(),
            "JAVA_OPTS",
            options + " -Xmx512m",
            "LAUNCH_JBOSS_IN_BACKGROUND",
            "1");
    try (Child child = Child.start("WildFly", command, folder, variables)) {
      child.await(0, line -> line.contains("WFLYSRV0025"), PATIENCE);
      return ask(child, port, "/people/people");
    }
  }

  private static Said ask(Child child, int port, String path) {
    int mark = child.mark();
    String answer =
        Http.nobody("http://127.0.0.1:" + port)
            .post(path, PeopleTexts.texts())
            .expect(200, path)
            .body();
    child.await(mark, line -> line.contains("row: "), PATIENCE);
    return new Said(String.join("\n", child.since(0)), answer);
  }

  /** Their logs mask addresses, so they cannot say which port they took. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
