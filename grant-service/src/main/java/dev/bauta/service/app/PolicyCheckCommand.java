package dev.bauta.service.app;

import dev.bauta.service.access.Policy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Tells every fault of a policy, with line and remedy. Exit code 0 if it can be used, 2 if not.")
final class PolicyCheckCommand implements Callable<Integer> {
  @Mixin PolicyChoice choice;

  @Parameters(
      paramLabel = "POLICY",
      arity = "0..1",
      description = "the file; by default the policy of the configuration")
  Path file;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    Policy policy = choice.policy(file);
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "The policy can be used: version "
            + policy.version()
            + ", "
            + policy.services().size()
            + " services, "
            + policy.rules().all().size()
            + " rules.");
    out.flush();
    return 0;
  }
}
