package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bauta.demo.Child;
import dev.bauta.demo.Http;
import dev.bauta.it.probe.Canary;
import dev.bauta.it.probe.TomcatProbe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
      assertThat(grace.get("/?pool").expect(200, "page").body()).isEqualTo(EMAIL.email());
      assertThat(linus.get("/?pool").expect(200, "page").body()).isEqualTo(EMAIL.maskedEmail());

      server.publish(grants.showing("email"));
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> grace.get("/").expect(200, "page").body().equals(EMAIL.maskedEmail()));
    }
  }

  @Test
  void headerOfAKnownProxy_namesThePrincipal_ofAnotherNobody() throws Exception {
    TestGrants grants = new TestGrants();
    Path folder = Layout.scratch("header of a proxy");
    try (StubGrantServer server = new StubGrantServer(grants.showing("email", "grace"))) {
      Map<String, String> properties = grants.agentProperties(server, folder);
      properties.put("bauta.principal.header", "X-User");
      properties.put("bauta.principal.proxies", "127.0.0.0/8;::1");
      try (Child tomcat = tomcat(properties, folder, "open")) {
        String url = ready(tomcat);
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> page(url, "grace").equals(EMAIL.email()));
        assertThat(page(url, "linus")).isEqualTo(EMAIL.maskedEmail());
        assertThat(page(url)).isEqualTo(EMAIL.maskedEmail());
        assertThat(page(url, "grace", "grace")).isEqualTo(EMAIL.maskedEmail());
      }
      properties.put("bauta.principal.proxies", "10.0.0.1");
      try (Child tomcat = tomcat(properties, folder, "open")) {
        String url = ready(tomcat);
        Thread.sleep(2_500); // the grant is live by then
        assertThat(page(url, "grace")).isEqualTo(EMAIL.maskedEmail());
      }
    }
  }

  @Test
  void roleOfARule_seesRawWithoutAGrantService_whereItsConditionsHold() throws Exception {
    Path folder = Layout.scratch("role of a rule");
    String rule = "{role: people, type: email, authentication: BASIC, from: [127.0.0.1, '::1']}";
    try (Child tomcat = tomcat(rules(folder, rule), folder)) {
      Http grace = Http.basic(ready(tomcat), "grace", "grace-in-tomcat");
      assertThat(grace.get("/").expect(200, "page").body()).isEqualTo(EMAIL.email());
      assertThat(grace.get("/?pool").expect(200, "page").body()).isEqualTo(EMAIL.email());
    }
    for (String other :
        List.of(
            "{role: leads, type: email}",
            "{role: people, type: phone}",
            "{role: people, type: email, sinks: [json]}",
            "{role: people, type: email, authentication: FORM}",
            "{role: people, type: email, from: 192.0.2.1}",
            "{role: people, type: email, session: 8h}")) {
      try (Child tomcat = tomcat(rules(folder, other), folder)) {
        Http grace = Http.basic(ready(tomcat), "grace", "grace-in-tomcat");
        assertThat(grace.get("/").expect(200, "page").body())
            .as(other)
            .isEqualTo(EMAIL.maskedEmail());
      }
    }
  }

  private static Map<String, String> rules(Path folder, String rule) throws IOException {
    Path file = folder.resolve("bauta.yaml");
    Files.writeString(file, "rules:\n  - " + rule + "\n");
    return Map.of("bauta.config", file.toString());
  }

  private static String ready(Child tomcat) {
    return tomcat
        .await(0, line -> line.startsWith(READY), Duration.ofSeconds(60))
        .substring(READY.length());
  }

  private static String page(String url, String... users) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/"));
    for (String user : users) {
      request.header("X-User", user);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static Child tomcat(Map<String, String> properties, Path folder, String... open) {
    ForkedJvm jvm = new ForkedJvm(Jdks.newest()).agent();
    properties.forEach(jvm::property);
    List<Path> classPath =
        List.of(
            Layout.probes(),
            Layout.library("tomcat-9").get(0),
            Layout.library("tomcat-9").get(1),
            Layout.library("h2-2.5.252").get(0));
    List<String> command =
        jvm.classPath(classPath).command(TomcatProbe.class, arguments(folder, open));
    return Child.start("Tomcat 9", command, folder, Map.of());
  }

  private static Object[] arguments(Path folder, String... open) {
    return Stream.concat(Stream.of(folder.resolve("tomcat")), Stream.of(open)).toArray();
  }
}
