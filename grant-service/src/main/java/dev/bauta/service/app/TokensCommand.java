package dev.bauta.service.app;

import dev.bauta.service.access.Actions;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.AuditEvent;
import dev.bauta.service.store.Database;
import dev.bauta.service.store.TokenRows;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code tokens create}: makes API tokens, prints each once, keeps its hash. Works while the
 * service runs.
 */
@Command(
    name = "tokens",
    mixinStandardHelpOptions = true,
    description = "API tokens.",
    subcommands = TokensCommand.Create.class)
final class TokensCommand {

  /** {@code tokens create}. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Prints one new token a line, in the order of the names.")
  static final class Create implements Callable<Integer> {
    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "service.yaml; by default ./service.yaml if it is there")
    Path config;

    @Option(
        names = "--person",
        paramLabel = "NAME",
        description = "a person under people:; may be repeated")
    List<String> people = new ArrayList<>();

    @Option(
        names = "--agent",
        paramLabel = "NAME",
        description = "an account under agents:; may be repeated")
    List<String> agents = new ArrayList<>();

    @Option(
        names = "--account",
        paramLabel = "NAME",
        description = "an account under service-accounts:; may be repeated")
    List<String> accounts = new ArrayList<>();

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
      if (people.isEmpty() && agents.isEmpty() && accounts.isEmpty())
        throw new ConfigException(
            List.of("Say for whom: --person NAME, --agent NAME or --account NAME."));
      ServiceConfig read = Main.config(Optional.ofNullable(config));
      check("person", people, read.people().stream().map(p -> p.who().name()).toList(), "people:");
      check(
          "agent account",
          agents,
          read.agents().stream().map(a -> a.who().name()).toList(),
          "agents:");
      check(
          "service account",
          accounts,
          read.accounts().stream().map(a -> a.who().name()).toList(),
          "service-accounts:");
      DataFolder folder = new DataFolder(read.data());
      folder.create();
      try (Database database = folder.open(read)) {
        TokenRows tokens = new TokenRows(database);
        people.forEach(name -> create(tokens, new TokenRows.Owner("person", name)));
        agents.forEach(name -> create(tokens, new TokenRows.Owner("agent", name)));
        accounts.forEach(name -> create(tokens, new TokenRows.Owner("account", name)));
      }
      spec.commandLine().getOut().flush();
      return 0;
    }

    private static void check(String what, List<String> named, List<String> known, String where) {
      for (String name : named) {
        if (!known.contains(name))
          throw new ConfigException(
              List.of(
                  "There is no "
                      + what
                      + " '"
                      + name
                      + "' under "
                      + where
                      + " in the configuration."));
      }
    }

    private void create(TokenRows tokens, TokenRows.Owner owner) {
      Clock clock = Main.clock();
      String token = TokenHash.newToken();
      Actor operator = new Actor("operator", Set.of(), "cli", "");
      AuditEvent event =
          AuditEvent.about(
              clock.instant(),
              Actions.TOKEN,
              operator,
              Map.of("for", owner.name(), "kind", owner.kind()));
      tokens.create(TokenHash.of(token), owner, clock.instant(), event);
      spec.commandLine().getOut().println(token);
    }
  }
}
