package dev.bauta.service.app;

import dev.bauta.service.access.AgentAccount;
import dev.bauta.service.access.Person;
import dev.bauta.service.access.Policy;
import dev.bauta.service.access.ServiceAccount;
import dev.bauta.service.http.Limits;
import dev.bauta.service.signin.SignInSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All settings, read once.
 *
 * @param source what to call the configuration in messages: the file's name, or that there is none
 * @param stopOnAuditFault whether the service refuses to start on an audit log that is not sound
 * @param policyFile where the policy stands, if in a file of its own
 * @param mostPending how many requests of one person may wait for a decision
 * @param chats the sections of chat platforms, by platform
 */
record ServiceConfig(
    String source,
    Path data,
    Http http,
    Limits limits,
    int mostPending,
    Optional<Postgres> postgres,
    Grants grants,
    boolean stopOnAuditFault,
    Policy policy,
    Optional<PolicyFile> policyFile,
    List<Known<Person>> people,
    List<Known<AgentAccount>> agents,
    List<Known<ServiceAccount>> accounts,
    Optional<SignInSettings> signIn,
    Map<String, Section> chats) {

  /**
   * @param host the address to listen on
   */
  record Http(String host, int port) {}

  /**
   * @param notifications whether to hear of other instances' changes on a connection of its own
   */
  record Postgres(
      String url, Optional<String> user, Optional<String> password, boolean notifications) {
    @Override
    public String toString() {
      return "Postgres[" + url.replaceAll("\\?.*", "") + "]"; // never the password
    }
  }

  /**
   * @param issuer names this service in its tokens and its audit log
   * @param lifetime how long a token may be accepted
   */
  record Grants(String issuer, Duration heartbeat, Duration lease, Duration lifetime) {}

  /** Somebody, and the SHA-256 of their tokens in hex. */
  record Known<T>(T who, List<String> tokenHashes) {}
}
