package dev.bauta.service.signin;

import java.time.Instant;
import java.util.Optional;

/** Attempts and sessions. Shared by all instances; secrets come and stay as hashes. Thread-safe. */
public interface SignInStore {
  /**
   * Somebody who has gone to the provider.
   *
   * @param browserSha256 of the secret in that browser's cookie
   * @param goesTo where to go when signed in, a path of ours
   */
  record Attempt(
      String stateSha256,
      String browserSha256,
      String nonce,
      String verifier,
      String goesTo,
      Instant expires) {}

  /** Somebody who is signed in. */
  record Session(String sha256, String person, Instant created, Instant seen, Instant expires) {}

  void remember(Attempt attempt);

  /** Gives it once: whoever comes again with the same state gets nothing. */
  Optional<Attempt> take(String stateSha256);

  void open(Session session);

  Optional<Session> session(String sha256);

  void seen(String sha256, Instant at);

  void close(String sha256);

  /** Forgets what is over. */
  void forget(Instant before);
}
