package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.ForkedJvm;
import dev.bauta.agent.testing.TestLinks;
import dev.bauta.agent.testing.TestMasking;
import dev.bauta.agent.testing.TestViewers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A runtime without java.sql still starts: nothing of JDBC is touched before a driver is. */
class SlimRuntimeTest {

  static Stream<Path> jdks() {
    return ForkedJvm.jdks().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void runtimeWithoutJavaSql_linksTheHooks(Path jdk) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    jdk.resolve("bin/java").toString(),
                    "-Xverify:all",
                    "--limit-modules=java.base",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("linked 7 without java.sql");
  }

  /** Runs in the slim runtime. */
  static final class Main {
    public static void main(String[] arguments) {
      JdbcInstrumentation instrumentation = new JdbcInstrumentation();
      TestViewers viewers = new TestViewers();
      TestMasking masking = new TestMasking(viewers);
      TestLinks links = new TestLinks(masking);
      instrumentation.hooks();
      instrumentation.link(links, masking, viewers);
      try {
        Class.forName("java.sql.ResultSet");
      } catch (ClassNotFoundException slim) {
        System.out.println("linked " + links.registered().size() + " without java.sql");
      }
    }
  }
}
