package dev.bauta.service.app;

import dev.bauta.grants.Selection;
import dev.bauta.service.access.Fault;
import dev.bauta.service.access.NewRequest;
import dev.bauta.service.access.Policy;
import dev.bauta.service.access.Stage;
import dev.bauta.service.access.Verdict;
import dev.bauta.service.policy.Decision;
import dev.bauta.service.policy.Rule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code policy explain}. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Says what a policy decides about one request, and why. Exit code 0 if it may be granted, 1 if not.")
final class PolicyExplainCommand implements Callable<Integer> {
  @Mixin PolicyChoice choice;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "another policy than the configuration's")
  Path file;

  @Option(names = "--requester", required = true, paramLabel = "PERSON")
  String requester;

  @Option(names = "--service", required = true)
  String service;

  @Option(names = "--environment", required = true)
  String environment;

  @Option(names = "--sinks", split = ",", defaultValue = "jdbc,json")
  Set<String> sinks;

  @Option(names = "--types", split = ",", required = true)
  Set<String> types;

  @Option(names = "--fields", split = ",", description = "left out: every field of the types")
  Set<String> fields;

  @Option(names = "--subject", description = "the one customer or trace")
  String subject;

  @Option(names = "--minutes", defaultValue = "15")
  int minutes;

  @Option(names = "--ticket")
  String ticket;

  @Option(names = "--reason", defaultValue = "to be told what the policy says about this request")
  String reason;

  @Option(names = "--address", defaultValue = "", description = "where the request comes from")
  String address;

  @Option(names = "--at", description = "when, such as 2026-12-24T21:00:00Z; left out: now")
  Instant at;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    Policy policy = choice.policy(file);
    NewRequest wanted =
        new NewRequest(
            service,
            environment,
            sinks,
            types,
            fields == null ? Selection.any() : Selection.of(fields),
            Optional.ofNullable(subject),
            reason,
            minutes,
            Optional.ofNullable(ticket),
            Optional.empty());
    Instant when = at == null ? Instant.now() : at;
    PrintWriter out = spec.commandLine().getOut();
    Verdict verdict = policy.judge(wanted, requester, address, when);
    verdict(verdict).forEach(out::println);
    Decision decision = policy.decide(wanted, requester, address, when);
    out.println("Rules that match:");
    for (Rule rule : decision.matched()) out.println("  " + rule.name());
    if (decision.matched().isEmpty()) out.println("  none");
    out.println("Rules that do not:");
    decision.obstacles().forEach((name, why) -> out.println("  " + name + ": " + why));
    if (decision.obstacles().isEmpty()) out.println("  none");
    out.flush();
    return verdict instanceof Verdict.Permitted ? 0 : 1;
  }

  private static List<String> verdict(Verdict verdict) {
    if (verdict instanceof Verdict.Refused refused)
      return refused.faults().stream().map(PolicyExplainCommand::line).toList();
    Verdict.Permitted permitted = (Verdict.Permitted) verdict;
    String limits =
        " For at most "
            + permitted.longest().toMinutes()
            + " minutes and "
            + permitted.maxReveals()
            + " values.";
    if (permitted.stages().isEmpty()) return List.of("GRANTED at once." + limits);
    return List.of(
        "GRANTED when these agree, one step after the other:" + limits,
        String.join(
            System.lineSeparator(),
            permitted.stages().stream().map(PolicyExplainCommand::line).toList()));
  }

  private static String line(Fault fault) {
    return "REFUSED (" + fault.field() + "): " + fault.message();
  }

  private static String line(Stage stage) {
    return "  "
        + stage.people()
        + " of: "
        + people(stage.approvers())
        + stage
            .escalation()
            .map(
                e -> "; after " + e.after().toMinutes() + " minutes also: " + people(e.approvers()))
            .orElse("");
  }

  private static String people(Map<String, String> approvers) {
    return approvers.entrySet().stream()
        .map(e -> e.getKey() + " (" + e.getValue() + ")")
        .collect(Collectors.joining(", "));
  }
}
