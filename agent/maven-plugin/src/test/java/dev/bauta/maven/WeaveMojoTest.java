package dev.bauta.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/**
 * What the goal does with its parameters. That Maven finds it and gives them is proven by a build:
 * integration-tests/apps/woven.
 */
class WeaveMojoTest {

  private static final String VERSION = "1.2.3";

  @TempDir Path folder;
  private final MavenProject project = new MavenProject();
  private final Set<Artifact> artifacts = new LinkedHashSet<>();
  private final WeaveMojo mojo = new WeaveMojo();
  private Path lib;

  @BeforeEach
  void setUp() throws Exception {
    project.getBuild().setDirectory(folder.toString());
    project.getBuild().setOutputDirectory(folder.resolve("classes").toString());
    project.setArtifacts(artifacts);
    lib = folder.resolve("woven/lib");
    set("project", project);
    set("version", VERSION);
    set("libraries", lib.toFile());
    set("dependencies", true);
    set("copyOthers", true);
  }

  @Test
  void theLibraries_areAWholeClassPath_andTheReportSaysWhatWasWoven() throws Exception {
    add("ch.qos.logback", "logback-classic", "1.5.21", Jars.of(LoggingEvent.class));
    add("org.slf4j", "slf4j-api", "2.0.17", Jars.of(Logger.class));
    Path agent = addAgent(VERSION);
    mojo.execute();

    assertThat(lib.toFile().list())
        .containsExactlyInAnyOrder(
            Jars.of(LoggingEvent.class).getFileName().toString(),
            Jars.of(Logger.class).getFileName().toString(),
            agent.getFileName().toString());
    assertThat(report())
        .anyMatch(line -> line.contains("classes woven [logback-1.2]"))
        .anyMatch(line -> line.startsWith("java.util.logging: of the JDK"))
        .noneMatch(line -> line.contains("UNPROTECTED"));
  }

  @Test
  void jarsOfAnEarlierRun_areTakenAway() throws Exception {
    Files.createDirectories(lib);
    Files.writeString(lib.resolve("logback-classic-1.0.jar"), "old");
    addAgent(VERSION);
    mojo.execute();

    assertThat(lib.toFile().list()).containsExactly("bauta-agent.jar");
  }

  @Test
  void excludedOnes_areCopiedAsTheyAre() throws Exception {
    Path logback = Jars.of(LoggingEvent.class);
    add("ch.qos.logback", "logback-classic", "1.5.21", logback);
    addAgent(VERSION);
    set("excludes", List.of("ch.qos.*:*"));
    mojo.execute();

    assertThat(lib.resolve(logback.getFileName())).hasSameBinaryContentAs(logback);
  }

  @Test
  void anUnknownShape_failsTheBuild_onlyWhereProtectionIsRequired() throws Exception {
    addUnknown();
    addAgent(VERSION);
    mojo.execute();
    assertThat(report()).anyMatch(line -> line.startsWith("UNPROTECTED: unknown.jar: "));

    set("requireProtected", true);
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("unknown.jar")
        .hasMessageContaining("LoggingEvent");
  }

  @Test
  void withoutTheAgentsJar_itSaysWhatToAdd() throws Exception {
    set("requireProtected", true);

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("dev.bauta:bauta-agent:" + VERSION);
  }

  @Test
  void anAgentOfAnotherVersion_isAFault() throws Exception {
    addAgent("1.0");
    set("requireProtected", true);

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("1.0")
        .hasMessageContaining(VERSION);
  }

  @Test
  void aWrongRuleFile_failsTheBuild_withLineAndRemedy() throws Exception {
    Path rules =
        Files.writeString(
            folder.resolve("bauta.yaml"), "rules:\n  - column: a\n    type: name\n    maskr: b\n");
    set("rules", rules.toFile());

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("bauta.yaml:4")
        .hasMessageContaining("maskr");
  }

  @Test
  void aFolderInsteadOfAJar_isRefused_withTheRemedy() throws Exception {
    add("com.example", "other-module", "1", Files.createDirectory(folder.resolve("other")));

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContaining("other-module")
        .hasMessageContaining("mvn package");
  }

  @Test
  void skipped_itDoesNothing() throws Exception {
    addAgent(VERSION);
    set("skip", true);
    mojo.execute();

    assertThat(folder.resolve("woven")).doesNotExist();
  }

  private void addUnknown() throws IOException {
    Path classes =
        Jars.compile(
            folder,
            "LoggingEvent.java",
            "package ch.qos.logback.classic.spi; public class LoggingEvent { String text; }");
    String event = "ch/qos/logback/classic/spi/LoggingEvent.class";
    Path jar = folder.resolve("unknown.jar");
    Jars.write(jar, Map.of(event, Files.readAllBytes(classes.resolve(event))));
    Files.delete(classes.resolve(event));
    add("ch.qos.logback", "logback-classic", "9.9", jar);
  }

  /** A jar of the agent's name: the goal does not look into it. */
  private Path addAgent(String version) throws IOException {
    Path jar = Jars.write(folder.resolve("bauta-agent.jar"), Map.of("a.txt", Jars.text("a")));
    add("dev.bauta", "bauta-agent", version, jar);
    return jar;
  }

  private void add(String groupId, String artifactId, String version, Path file) {
    Artifact artifact =
        new DefaultArtifact(
            groupId, artifactId, version, "runtime", "jar", "", new DefaultArtifactHandler("jar"));
    artifact.setFile(file.toFile());
    artifacts.add(artifact);
  }

  private List<String> report() throws IOException {
    return Files.readAllLines(folder.resolve("woven/report.txt"));
  }

  /** As Maven does it. */
  private void set(String parameter, Object value) throws ReflectiveOperationException {
    Field field = WeaveMojo.class.getDeclaredField(parameter);
    field.setAccessible(true);
    field.set(mojo, value);
  }
}
