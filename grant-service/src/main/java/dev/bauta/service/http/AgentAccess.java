package dev.bauta.service.http;

import dev.bauta.service.access.AgentAccount;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.PolicyInForce;
import java.util.regex.Pattern;

/** Which agent may receive which grants. Thread-safe. */
public final class AgentAccess {
  private static final Pattern AGENT = Pattern.compile("[A-Za-z0-9._:@/-]{1,128}");

  private final Directory directory;
  private final PolicyInForce policy;
  private final Gate gate;

  public AgentAccess(Directory directory, PolicyInForce policy, Gate gate) {
    this.gate = gate;
    this.directory = directory;
    this.policy = policy;
  }

  /** An agent is not let in; says what to mend. */
  static final class Refusal extends RuntimeException {
    private final int status;

    Refusal(int status, String message) {
      super(message, null, false, false);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  Gate gate() {
    return gate;
  }

  /**
   * The account of the bearer token in that header, which may be null.
   *
   * @throws TooManyException if too many sign-ins from that address failed
   */
  AgentAccount account(String authorization, String address) {
    return gate.owner(address, BearerToken.in(authorization), directory::agentByToken)
        .orElseThrow(
            () ->
                new Refusal(
                    401,
                    "An agent's API token is needed: make one with 'tokens create --agent NAME'."));
  }

  void check(AgentAccount account, String service, String environment) {
    if (service == null || environment == null)
      throw new Refusal(400, "The parameters service and environment are needed.");
    if (!account.serves(service)) {
      throw new Refusal(
          403,
          "The account "
              + account.name()
              + " is not for that service; name the service under agents: in the service's configuration.");
    }
    boolean known =
        policy
            .get()
            .service(service)
            .map(s -> s.environments().contains(environment))
            .orElse(false);
    if (!known)
      throw new Refusal(
          404,
          "That service has no such environment; known ones are under services: in the service's configuration.");
  }

  void check(AgentAccount account, String service, String environment, String agent) {
    if (agent == null || !AGENT.matcher(agent).matches()) {
      throw new Refusal(400, "The parameter agent is needed: 1 to 128 letters, digits, or ._:@/-");
    }
    check(account, service, environment);
  }
}
