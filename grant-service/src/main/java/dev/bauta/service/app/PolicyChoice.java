package dev.bauta.service.app;

import dev.bauta.service.access.Person;
import dev.bauta.service.access.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which policy a command is about: that of the configuration, or another file for its people. */
final class PolicyChoice {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "service.yaml; by default ./service.yaml if it is there")
  private Path config;

  /** The service's configuration. */
  ServiceConfig service() {
    return Main.config(Optional.ofNullable(config));
  }

  /**
   * @param file null for the policy of the configuration
   */
  Policy policy(Path file) {
    return file == null ? service().policy() : new PolicyFile(file, people()).read().policy();
  }

  private List<Person> people() {
    return service().people().stream().map(ServiceConfig.Known::who).toList();
  }
}
