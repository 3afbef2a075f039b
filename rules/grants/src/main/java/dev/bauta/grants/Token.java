package dev.bauta.grants;

import java.time.Duration;
import java.time.Instant;

/** What the grant service signs for the agents of one service in one environment. */
public sealed interface Token permits Snapshot, Heartbeat {

  /** Who signed; never null. */
  String issuer();

  /** The application it is for; never null. */
  String service();

  /** The environment it is for; never null. */
  String environment();

  /** Grows when the grant service is restored from a backup. */
  long epoch();

  /** Grows with every change of a grant. */
  long version();

  /** By the clock of the grant service, to the millisecond; never null. */
  Instant issuedAt();

  /** When the token is no longer to be taken; never null. */
  Instant expires();

  /** How long an agent may go on without another word; never null. */
  Duration lease();

  /** The audience that a verifier expects: {@code bauta:service/environment}. */
  default String audience() {
    return audience(service(), environment());
  }

  /** The audience of a service in an environment. */
  static String audience(String service, String environment) {
    return "bauta:" + service + "/" + environment;
  }
}
