package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.demo.Child;
import dev.bauta.demo.Http;
import dev.bauta.it.PeopleTexts.Said;
import dev.bauta.it.probe.JettyServer;
import dev.bauta.it.probe.TomcatServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Web applications in class loaders of their own, with other libraries each. */
class WebAppsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String READY = "ready: ";

  /** A server. */
  enum Server {
    TOMCAT_11(TomcatServer.class, "tomcat-11"),
    JETTY_12(JettyServer.class, "jetty-12");

    private final Class<?> main;
    private final String libraries;

    Server(Class<?> main, String libraries) {
      this.main = main;
      this.libraries = libraries;
    }
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void applicationsWithLogbacksOfTheirOwn_areMasked_andLetGoWhenTakenDown(Server server)
      throws IOException {
    Path folder = Layout.scratch("web apps " + server);
    ForkedJvm jvm = new ForkedJvm(Jdks.newest()).verifyAll().agent("requireProtected=true");
    try (Child child = start(jvm, server, folder)) {
      String url = url(child);
      for (String path : List.of("/one", "/two")) {
        ask(child, url, path, true);
      }
      assertThat(down(child, "/one")).isEqualTo("let go /one: true");
      ask(child, url, "/two", true);
    }
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void withoutTheAgent_everythingShows(Server server) throws IOException {
    Path folder = Layout.scratch("web apps raw " + server);
    try (Child child = start(new ForkedJvm(Jdks.newest()), server, folder)) {
      String url = url(child);
      ask(child, url, "/one", false);
      ask(child, url, "/two", false);
      assertThat(down(child, "/one")).isEqualTo("let go /one: true");
    }
  }

  private static void ask(Child child, String url, String path, boolean masked) {
    int mark = child.mark();
    String answer =
        Http.nobody(url).post(path + "/people", PeopleTexts.texts()).expect(200, path).body();
    child.await(mark, line -> line.startsWith("row: "), PATIENCE);
    Said said = new Said(String.join("\n", child.since(mark)), answer);
    if (masked) {
      PeopleTexts.assertMasked(said);
    } else {
      PeopleTexts.assertRaw(said);
    }
  }

  private static String down(Child child, String path) {
    int mark = child.mark();
    child.say("down " + path);
    return child.await(mark, line -> line.startsWith("let go "), PATIENCE);
  }

  private static String url(Child child) {
    return child.await(0, line -> line.startsWith(READY), PATIENCE).substring(READY.length());
  }

  private static Child start(ForkedJvm jvm, Server server, Path folder) throws IOException {
    Path one = WebArchive.explode(folder.resolve("one"));
    Path two = WebArchive.explode(folder.resolve("two"));
    exchangeLogback(two.resolve("WEB-INF/lib"));
    List<String> command =
        jvm.option(
                "-XX:SoftRefLRUPolicyMSPerMB=0") // Jackson keeps buffers as long as there is room
            .classPath(ProbesJar.in(folder))
            .classPath(Layout.library(server.libraries))
            .command(server.main, "/one=" + one, "/two=" + two);
    return Child.start(server.toString(), command, folder, Map.of());
  }

  private static void exchangeLogback(Path lib) throws IOException {
    for (Path jar : Layout.library("logback-1.4.14")) {
      String name = jar.getFileName().toString();
      if (name.startsWith("logback-")) {
        String artifact = name.substring(0, name.indexOf("-1."));
        try (var old = Files.newDirectoryStream(lib, artifact + "-1.*.jar")) {
          for (Path one : old) {
            Files.delete(one);
          }
        }
        Files.copy(jar, lib.resolve(name));
      }
    }
  }
}
