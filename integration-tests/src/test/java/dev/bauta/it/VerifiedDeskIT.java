package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.demo.Child;
import dev.bauta.demo.Desk;
import dev.bauta.demo.Http;
import dev.bauta.sample.Main;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sample application in a JVM that verifies every class: every rewrite is legal and works. */
class VerifiedDeskIT {

  private static final String READY = "Customer desk ready: ";
  private static final Duration START = Duration.ofSeconds(120);
  private static final Duration LATER = Duration.ofSeconds(30);

  @Test
  void everyHookedClass_verifies_andEveryUsedLibraryIsMasked() {
    Path folder = Layout.scratch("verified desk");
    ForkedJvm jvm = new ForkedJvm(Jdks.newest()).agent().verifyAll();
    jvm.property("bauta.config", ConfigFile.write(folder, Installed.deskRules()));
    try (Child desk = start(jvm, folder)) {
      String customer = customer(desk);
      desk.await(0, line -> line.contains("jackson-2.12 (proven)"), LATER);

      assertThat(customer).contains("[NAME]");
      assertThat(String.join("\n", desk.since(0)))
          .contains("log/logback-1.2", "jdbc/jdbc-4.2")
          .doesNotContain("VerifyError", "LinkageError", "UNPROTECTED", "NOT PROTECTED");
    }
  }

  @Test
  void withoutTheAgent_theCustomerShows() {
    try (Child desk = start(new ForkedJvm(Jdks.newest()), Layout.scratch("plain desk"))) {
      assertThat(customer(desk)).contains("@").doesNotContain("[NAME]");
    }
  }

  private static String customer(Child desk) {
    String ready = desk.await(0, line -> line.startsWith(READY), START);
    Http grace = Http.basic(ready.substring(READY.length()), "grace", Desk.password("grace"));
    return grace.get("/customers/1").expect(200, "customer").body();
  }

  private static Child start(ForkedJvm jvm, Path folder) {
    List<String> command =
        jvm.property("desk.port", 0)
            .property("desk.customers", 3)
            .property("desk.log.file", folder.resolve("desk.json.log"))
            .classPath(Layout.sampleApp())
            .command(Main.class);
    return Child.start("the customer desk", command, folder, Map.of());
  }
}
