package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bauta.demo.Child;
import dev.bauta.demo.Http;
import dev.bauta.it.probe.Canary;
import dev.bauta.it.probe.TomcatProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A principal is found in {@code javax.servlet} as well, in a container of another maker. */
class JavaxServletIT {

  private static final String READY = "Tomcat ready: ";
  private static final Canary EMAIL = new Canary("page");

  @Test
  void principalOfJavaxServlet_seesRaw_othersSeeMasks() {
    TestGrants grants = new TestGrants();
    Path folder = Layout.scratch("javax servlet");
    try (StubGrantServer server = new StubGrantServer(grants.showing("email", "grace"));
        Child tomcat = tomcat(grants.agentProperties(server, folder), folder)) {
      String ready = tomcat.await(0, line -> line.startsWith(READY), Duration.ofSeconds(60));
      String url = ready.substring(READY.length());
      Http grace = Http.basic(url, "grace", "grace-in-tomcat");
      Http linus = Http.basic(url, "linus", "linus-in-tomcat");

      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> grace.get("/").expect(200, "page").body().equals(EMAIL.email()));
      assertThat(linus.get("/").expect(200, "page").body()).isEqualTo(EMAIL.maskedEmail());

      server.publish(grants.showing("email"));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> grace.get("/").expect(200, "page").body().equals(EMAIL.maskedEmail()));
    }
  }

  private static Child tomcat(Map<String, String> properties, Path folder) {
    ForkedJvm jvm = new ForkedJvm(Jdks.newest()).agent();
    properties.forEach(jvm::property);
    List<Path> classPath =
        List.of(
            Layout.probes(),
            Layout.library("tomcat-9").get(0),
            Layout.library("tomcat-9").get(1),
            Layout.library("h2-2.5.252").get(0));
    List<String> command =
        jvm.classPath(classPath).command(TomcatProbe.class, folder.resolve("tomcat"));
    return Child.start("Tomcat 9", command, folder, Map.of());
  }
}
