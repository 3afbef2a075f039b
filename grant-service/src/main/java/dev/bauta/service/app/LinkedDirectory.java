package dev.bauta.service.app;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.bauta.service.access.AgentAccount;
import dev.bauta.service.access.ChatAccount;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.Person;
import dev.bauta.service.access.ServiceAccount;
import dev.bauta.service.signin.LinkStore;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A directory, and beside it the chat accounts that people have connected themselves. What the
 * directory says of an account goes before. A link that another instance has made or ended is known
 * within two seconds. Thread-safe.
 */
final class LinkedDirectory implements Directory {
  private static final String ALL = "all";

  private final Directory directory;
  private final LoadingCache<String, Map<ChatAccount, String>> links;

  LinkedDirectory(Directory directory, LinkStore links) {
    this.directory = directory;
    this.links =
        Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .build(all -> Map.copyOf(links.links()));
  }

  @Override
  public Optional<Person> person(String name) {
    return directory.person(name).map(this::withLinks);
  }

  @Override
  public Optional<Person> byChat(String platform, String team, String user) {
    return directory
        .byChat(platform, team, user)
        .or(
            () ->
                Optional.ofNullable(links.get(ALL).get(new ChatAccount(platform, team, user)))
                    .flatMap(directory::person))
        .map(this::withLinks);
  }

  // one account a platform: what is configured is not overlaid
  private Person withLinks(Person person) {
    Set<ChatAccount> chats = new HashSet<>(person.chats());
    links
        .get(ALL)
        .forEach(
            (account, name) -> {
              if (name.equals(person.name()) && person.chat(account.platform()).isEmpty())
                chats.add(account);
            });
    return chats.size() == person.chats().size()
        ? person
        : new Person(person.name(), person.roles(), chats, person.groups(), person.lead());
  }

  @Override
  public Optional<Person> byToken(String token) {
    return directory.byToken(token);
  }

  @Override
  public Optional<AgentAccount> agentByToken(String token) {
    return directory.agentByToken(token);
  }

  @Override
  public Optional<ServiceAccount> accountByToken(String token) {
    return directory.accountByToken(token);
  }

  @Override
  public Collection<Person> people() {
    return directory.people().stream().map(this::withLinks).toList();
  }

  /** A link was made here: it is known at once. */
  void refresh() {
    links.invalidate(ALL);
  }
}
