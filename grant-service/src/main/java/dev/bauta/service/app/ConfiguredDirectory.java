package dev.bauta.service.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.bauta.service.access.AgentAccount;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.Person;
import dev.bauta.service.access.ServiceAccount;
import dev.bauta.service.store.TokenRows;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The people and agents of the configuration file, with the tokens named there or made on the
 * command line. Thread-safe.
 */
final class ConfiguredDirectory implements Directory {
  private final List<ServiceConfig.Known<Person>> people;
  private final List<ServiceConfig.Known<AgentAccount>> agents;
  private final List<ServiceConfig.Known<ServiceAccount>> accounts;
  private final TokenRows tokens;
  // when all agents of a fleet come back at once they show one token; an unknown one is not kept
  private final Cache<String, TokenRows.Owner> owners =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(10)).build();

  ConfiguredDirectory(
      List<ServiceConfig.Known<Person>> people,
      List<ServiceConfig.Known<AgentAccount>> agents,
      List<ServiceConfig.Known<ServiceAccount>> accounts,
      TokenRows tokens) {
    this.people = List.copyOf(people);
    this.agents = List.copyOf(agents);
    this.accounts = List.copyOf(accounts);
    this.tokens = tokens;
  }

  @Override
  public Optional<Person> person(String name) {
    return people().stream().filter(p -> p.name().equals(name)).findFirst();
  }

  @Override
  public Optional<Person> byChat(String platform, String team, String user) {
    return people().stream()
        .filter(
            p ->
                p.chat(platform)
                    .filter(c -> c.team().equals(team) && c.user().equals(user))
                    .isPresent())
        .findFirst();
  }

  @Override
  public Optional<Person> byToken(String token) {
    String hash = TokenHash.of(token);
    return named(people, hash).or(() -> stored(hash, "person").flatMap(this::person));
  }

  @Override
  public Optional<AgentAccount> agentByToken(String token) {
    String hash = TokenHash.of(token);
    return named(agents, hash)
        .or(
            () ->
                stored(hash, "agent")
                    .flatMap(
                        name ->
                            agents.stream()
                                .map(ServiceConfig.Known::who)
                                .filter(a -> a.name().equals(name))
                                .findFirst()));
  }

  @Override
  public Optional<ServiceAccount> accountByToken(String token) {
    String hash = TokenHash.of(token);
    return named(accounts, hash)
        .or(
            () ->
                stored(hash, "account")
                    .flatMap(
                        name ->
                            accounts.stream()
                                .map(ServiceConfig.Known::who)
                                .filter(a -> a.name().equals(name))
                                .findFirst()));
  }

  @Override
  public Collection<Person> people() {
    return people.stream().map(ServiceConfig.Known::who).toList();
  }

  private static <T> Optional<T> named(List<ServiceConfig.Known<T>> all, String hash) {
    // every hash is compared, whole: how long it takes tells nothing
    T found = null;
    for (ServiceConfig.Known<T> known : all) {
      for (String candidate : known.tokenHashes()) {
        if (TokenHash.same(candidate, hash)) found = known.who();
      }
    }
    return Optional.ofNullable(found);
  }

  private Optional<String> stored(String hash, String kind) {
    TokenRows.Owner owner = owners.get(hash, h -> tokens.owner(h).orElse(null));
    return owner != null && owner.kind().equals(kind)
        ? Optional.of(owner.name())
        : Optional.empty();
  }
}
