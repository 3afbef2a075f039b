package dev.bauta.agent.core.grants;

import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;

/**
 * Where grants come from and whom to believe.
 *
 * @param url the grant service
 * @param token this agent's API token; never printed
 * @param trustKeys the keys that may sign grants, by {@link dev.bauta.grants.Keys#kid}
 * @param service this application, as grants name it
 * @param environment where it runs
 * @param agentId this JVM, as receipts name it
 * @param maxLease the longest this agent goes on without word from the service
 */
public record GrantSettings(
    URI url,
    String token,
    Map<String, PublicKey> trustKeys,
    String service,
    String environment,
    String agentId,
    Duration maxLease) {

  @Override
  public String toString() {
    return "grants of " + service + "/" + environment + " from " + url;
  }
}
