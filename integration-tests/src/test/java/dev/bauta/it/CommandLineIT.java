package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.probe.HelloProbe;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code java -jar bauta-agent.jar}: the command line in the jar that ships. */
class CommandLineIT {

  private static final int LINES = 1_500_000;
  private static final int PADDING = 3 << 20;

  /** Writes what a command shall read. */
  private interface Input {
    void writeTo(OutputStream out) throws IOException;
  }

  private record Outcome(int exit, String out, String err) {}

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void mask_hidesWhatItReads(Jdk jdk) throws Exception {
    Outcome outcome = run(jdk, List.of(), in -> write(in, "by jane@example.com\r\nä\n"), "mask");

    assertThat(outcome.out()).isEqualTo("by j***@example.com\r\nä\n");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void withoutCommand_helpIsPrinted() throws Exception {
    Outcome outcome = run(Jdks.oldest(), List.of(), in -> {});

    assertThat(outcome.out()).startsWith("Usage: bauta").contains("explain");
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void exitCodes_tellFindingsFromFailures() throws Exception {
    Input found = in -> write(in, "jane@example.com");
    Jdk jdk = Jdks.oldest();

    assertThat(run(jdk, List.of(), found, "scan", "--fail-on-findings").exit()).isEqualTo(1);
    assertThat(run(jdk, List.of(), found, "scan", "no-such.log").exit()).isEqualTo(2);
    assertThat(run(jdk, List.of(), found, "scan", "--no-such-option").exit()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void anySize_isScannedInTheSameMemory(Jdk jdk) throws Exception {
    Outcome outcome =
        run(jdk, List.of("-Xmx64m"), CommandLineIT::writeMuch, "scan", "--format", "json");

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("\"lines\": " + (LINES + 2))
        .contains("\"findings\": " + (LINES / 1000 + 1))
        .contains("\"line\": " + (LINES + 1));
  }

  @Test
  void root_holdsNothingButTheDoors() throws IOException {
    List<String> classes = new ArrayList<>();
    try (JarFile jar = new JarFile(Layout.agent().toFile())) {
      jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(".class"))
          .forEach(classes::add);
      assertThat(jar.getManifest().getMainAttributes().getValue("Add-Opens"))
          .isEqualTo("java.base/java.lang");
    }
    assertThat(classes)
        .containsExactlyInAnyOrder(
            "dev/bauta/agent/AgentPremain.class",
            "dev/bauta/agent/AgentClassLoader.class",
            "dev/bauta/agent/AgentClassLoader$EntryHandler.class",
            "dev/bauta/agent/AgentClassLoader$EntryHandler$1.class",
            "dev/bauta/agent/Main.class");
  }

  @Test
  void agentInAnApplication_loadsNoneOfIt() {
    ForkedJvm.Outcome outcome =
        new ForkedJvm(Jdks.oldest())
            .agent()
            .option("-Xlog:class+load")
            .classPath(Layout.probes())
            .run(HelloProbe.class);

    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("dev.bauta.agent.AgentPremain")
        .doesNotContain("dev.bauta.agent.Main")
        .doesNotContain("dev.bauta.cli")
        .doesNotContain("picocli");
  }

  /** Some 200 MB: short lines, every thousandth with an address, and one line of 6 MB. */
  private static void writeMuch(OutputStream in) throws IOException {
    byte[] plain =
        bytes(
            "INFO worker seven took a task from the queue and put it back, all is well, nothing to be seen here, truly\n");
    byte[] personal = bytes("INFO worker seven took a task of jane@example.com\n");
    for (int i = 1; i <= LINES; i++) {
      in.write(i % 1000 == 0 ? personal : plain);
    }
    byte[] padding = new byte[PADDING];
    Arrays.fill(padding, (byte) 'x');
    in.write(padding);
    in.write(bytes(" card 4111 1111 1111 1111 "));
    in.write(padding);
    write(in, "\nend");
  }

  private static void write(OutputStream in, String text) throws IOException {
    in.write(bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Outcome run(Jdk jdk, List<String> options, Input input, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(jdk.java().toString()));
    command.addAll(options);
    command.addAll(List.of("-jar", Layout.agent().toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("bauta-it", ".out");
    Path err = Files.createTempFile("bauta-it", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try (OutputStream in = new BufferedOutputStream(process.getOutputStream(), 1 << 16)) {
      input.writeTo(in);
    } catch (IOException closed) {
      // it ended without reading all: its exit code and messages are looked at
    }
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("no end after 120 s; it said:\n" + Files.readString(err));
    }
    Outcome outcome =
        new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return outcome;
  }
}
