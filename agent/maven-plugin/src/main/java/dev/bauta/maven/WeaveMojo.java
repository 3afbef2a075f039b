package dev.bauta.maven;

import dev.bauta.agent.core.ClassWeaver;
import dev.bauta.engine.RuleFileException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Weaves the hooks of the agent into the classes of this module and, on request, into the jars of
 * its run-time class path, for runtimes that cannot take an agent. After the tests, which see the
 * classes as they were written.
 */
@Mojo(
    name = "weave",
    defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
    requiresDependencyResolution = ResolutionScope.RUNTIME,
    threadSafe = true)
public final class WeaveMojo extends AbstractMojo {

  private static final String GROUP = "dev.bauta";
  private static final String AGENT = "bauta-agent";

  /** The module. */
  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  /** This plugin's own version. */
  @Parameter(defaultValue = "${plugin.version}", readonly = true)
  private String version;

  /** Whether nothing is done. */
  @Parameter(property = "bauta.weave.skip", defaultValue = "false")
  private boolean skip;

  /** Whether the jars of the run-time class path are woven, too. */
  @Parameter(property = "bauta.weave.dependencies", defaultValue = "false")
  private boolean dependencies;

  /** Which of them, as {@code groupId:artifactId} with {@code *}; all where there is none. */
  @Parameter private List<String> includes = List.of();

  /** Which of them not. */
  @Parameter private List<String> excludes = List.of();

  /** Whether jars with nothing to weave are copied, so that the folder is a whole class path. */
  @Parameter(defaultValue = "true")
  private boolean copyOthers;

  /** Where the jars go. */
  @Parameter(defaultValue = "${project.build.directory}/woven/lib")
  private File libraries;

  /** The rule file, where its rules name classes or say which JSON is meant. */
  @Parameter private File rules;

  /** Whether the build fails where values would go out unmasked. */
  @Parameter(property = "bauta.weave.requireProtected", defaultValue = "false")
  private boolean requireProtected;

  /** Made by Maven. */
  public WeaveMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Nothing is woven: bauta.weave.skip is set.");
      return;
    }
    try {
      Report report = weave(weaver());
      report.lines().forEach(getLog()::info);
      List<String> faults = new ArrayList<>(report.faults());
      faults.addAll(faultsOfTheAgent());
      write(report, faults);
      judge(faults);
    } catch (IOException failed) {
      throw new MojoExecutionException("cannot weave: " + failed, failed);
    }
  }

  private ClassWeaver weaver() throws MojoFailureException, IOException {
    if (rules == null) {
      return ClassWeaver.withBuiltInRules();
    }
    try {
      return ClassWeaver.withRules(rules.toPath());
    } catch (RuleFileException wrong) {
      throw new MojoFailureException(wrong.getMessage());
    }
  }

  private Report weave(ClassWeaver weaver) throws IOException, MojoFailureException {
    List<Part> parts = new ArrayList<>();
    Path classes = Path.of(project.getBuild().getOutputDirectory());
    if (Files.isDirectory(classes)) {
      parts.add(new ClassesFolder(weaver).weave(classes, project.getArtifactId()));
    }
    if (dependencies) {
      parts.addAll(jars(weaver));
    }
    return new Report(parts, weaver.beyondReach());
  }

  private List<Part> jars(ClassWeaver weaver) throws IOException, MojoFailureException {
    ArtifactPatterns patterns = new ArtifactPatterns(includes, excludes);
    Path folder = Files.createDirectories(libraries.toPath());
    removeOld(folder);
    List<Part> parts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    WovenJar jar = new WovenJar(weaver);
    for (Artifact artifact : project.getArtifacts()) {
      Path from = artifact.getFile().toPath();
      if (Files.isDirectory(from)) {
        throw new MojoFailureException(
            artifact + " is a folder of classes, not a jar yet; run `mvn package` for both");
      }
      if (!from.toString().endsWith(".jar")) {
        continue; // a pom or a zip is on no class path
      }
      String name = from.getFileName().toString();
      Path to = folder.resolve(names.add(name) ? name : artifact.getGroupId() + "." + name);
      boolean meant =
          !isAgent(artifact) && patterns.mean(artifact.getGroupId(), artifact.getArtifactId());
      if (meant) {
        parts.add(jar.write(from, to, copyOthers));
      } else if (copyOthers) {
        Files.copy(from, to);
      }
    }
    return parts;
  }

  /** Jars of an earlier run; a class path of two versions would be neither. */
  private static void removeOld(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isAgent(Artifact artifact) {
    return artifact.getGroupId().equals(GROUP) && artifact.getArtifactId().equals(AGENT);
  }

  /**
   * Woven classes need the agent's jar on their class path, of the version they were woven with.
   */
  private List<String> faultsOfTheAgent() {
    for (Artifact artifact : project.getArtifacts()) {
      if (isAgent(artifact)) {
        return version == null || version.equals(artifact.getBaseVersion())
            ? List.of()
            : List.of(
                AGENT
                    + " is of version "
                    + artifact.getBaseVersion()
                    + "; woven classes need "
                    + version
                    + ", as this plugin");
      }
    }
    return List.of(
        AGENT
            + ".jar is not on the run-time class path: woven classes fail without it. Add the"
            + " dependency "
            + GROUP
            + ":"
            + AGENT
            + ":"
            + version
            + ", scope runtime");
  }

  private void write(Report report, List<String> faults) throws IOException {
    List<String> text = new ArrayList<>(report.lines());
    faults.forEach(fault -> text.add("UNPROTECTED: " + fault));
    Path folder = Files.createDirectories(Path.of(project.getBuild().getDirectory(), "woven"));
    Files.write(folder.resolve("report.txt"), text);
  }

  private void judge(List<String> faults) throws MojoFailureException {
    faults.forEach(fault -> getLog().warn("UNPROTECTED: " + fault));
    if (requireProtected && !faults.isEmpty()) {
      throw new MojoFailureException(
          "requireProtected is set, and this is not protected:\n  " + String.join("\n  ", faults));
    }
  }
}
