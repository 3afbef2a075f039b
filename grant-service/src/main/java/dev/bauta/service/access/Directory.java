package dev.bauta.service.access;

import java.util.Collection;
import java.util.Optional;

/** Who is known. Thread-safe. */
public interface Directory {
  Optional<Person> person(String name);

  /**
   * The person who owns that chat account; a platform's e-mail address or display name is never
   * looked at.
   */
  Optional<Person> byChat(String platform, String team, String user);

  /** The person an API token belongs to. The token itself is neither kept nor logged. */
  Optional<Person> byToken(String token);

  /** The agent account an API token belongs to. */
  Optional<AgentAccount> agentByToken(String token);

  /** The service account an API token belongs to. */
  default Optional<ServiceAccount> accountByToken(String token) {
    return Optional.empty();
  }

  Collection<Person> people();
}
