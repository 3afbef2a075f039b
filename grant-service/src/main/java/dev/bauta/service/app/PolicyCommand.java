package dev.bauta.service.app;

import picocli.CommandLine.Command;

/** {@code policy}. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Checks a policy, says what it decides, and tries another one on past requests.",
    subcommands = {
      PolicyCheckCommand.class,
      PolicyExplainCommand.class,
      PolicySimulateCommand.class
    })
final class PolicyCommand {}
