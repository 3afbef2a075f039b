package dev.bauta.demo;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build made and the demo runs.
 *
 * @param java the {@code java} command
 * @param agent the agent's jar, as it ships
 * @param grantService the grant service's jar
 * @param sampleApp the customer desk's jar, its libraries beside it
 */
public record Installation(Path java, Path agent, Path grantService, Path sampleApp) {

  /**
   * Looks below the checkout's root.
   *
   * @throws StoryException naming the first jar that is missing
   */
  public static Installation below(Path root) {
    return new Installation(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        built(root.resolve("agent/dist/target/bauta-agent.jar")),
        built(root.resolve("grant-service/target/bauta-grant-service.jar")),
        built(root.resolve("integration-tests/target/sample-app/sample-app.jar")));
  }

  public Installation on(Path otherJava) {
    return new Installation(otherJava, agent, grantService, sampleApp);
  }

  private static Path built(Path jar) {
    if (!Files.isRegularFile(jar)) {
      throw new StoryException(jar + " is not built; run: mvn -DskipTests package");
    }
    return jar;
  }
}
