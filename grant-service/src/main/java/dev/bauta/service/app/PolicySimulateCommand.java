package dev.bauta.service.app;

import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Policy;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.access.Stage;
import dev.bauta.service.access.Verdict;
import dev.bauta.service.store.Database;
import dev.bauta.service.store.JdbiStore;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy simulate}. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Tries a policy on the requests of the past: which would be decided otherwise than by the"
            + " policy of the configuration. Reads only. Exit code 0 if none, 1 if some.")
final class PolicySimulateCommand implements Callable<Integer> {
  @Mixin PolicyChoice choice;

  @Parameters(paramLabel = "POLICY", description = "the file to try")
  Path file;

  @Option(
      names = "--last",
      paramLabel = "N",
      defaultValue = "10000",
      description = "how many requests, the newest; by default ${DEFAULT-VALUE}")
  int last;

  @Spec CommandSpec spec;

  /** What a policy would have said to a request. */
  private record Outcome(String words, boolean permits) {}

  @Override
  public Integer call() {
    ServiceConfig config = choice.service();
    Policy now = config.policy();
    Policy next = choice.policy(file);
    List<AccessRequest> past = past(config);
    PrintWriter out = spec.commandLine().getOut();
    int granted = 0;
    int refused = 0;
    int otherwise = 0;
    for (AccessRequest request : past) {
      Outcome before = outcome(now, request);
      Outcome after = outcome(next, request);
      if (before.equals(after)) continue;
      if (!before.permits() && after.permits()) granted++;
      else if (before.permits() && !after.permits()) refused++;
      else otherwise++;
      out.println(
          request.id()
              + "  "
              + request.askedAt()
              + "  "
              + request.requester()
              + "  "
              + request.scope().service()
              + "/"
              + request.scope().environment());
      out.println("    now:  " + before.words());
      out.println("    then: " + after.words());
    }
    out.println(
        (granted + refused + otherwise)
            + " of "
            + past.size()
            + " requests would be decided otherwise: "
            + granted
            + " could be granted that cannot now, "
            + refused
            + " could not, "
            + otherwise
            + " would ask others.");
    out.flush();
    return granted + refused + otherwise == 0 ? 0 : 1;
  }

  private List<AccessRequest> past(ServiceConfig config) {
    DataFolder folder = new DataFolder(config.data());
    if (config.postgres().isEmpty() && !Files.exists(folder.database())) return List.of();
    try (Database database =
        config.postgres().isPresent()
            ? folder.open(config)
            : Database.sqliteAsItIs(folder.database())) {
      return new JdbiStore(database).requests(EnumSet.allOf(RequestState.class), last);
    }
  }

  /** As it was asked; its reason stands masked, so its length is not measured. */
  private static Outcome outcome(Policy policy, AccessRequest request) {
    Verdict verdict = policy.review(request, request.askedAt());
    if (verdict instanceof Verdict.Refused refused)
      return new Outcome("refused: " + refused.faults().get(0).message(), false);
    List<Stage> stages = ((Verdict.Permitted) verdict).stages();
    if (stages.isEmpty()) return new Outcome("granted at once", true);
    return new Outcome(
        "needs "
            + stages.stream()
                .map(s -> s.people() + " of " + String.join(", ", s.approvers().keySet()))
                .collect(Collectors.joining(", then ")),
        true);
  }
}
