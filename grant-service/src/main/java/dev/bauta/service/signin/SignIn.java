package dev.bauta.service.signin;

import dev.bauta.service.access.Actor;
import dev.bauta.service.access.AuditEvent;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.Person;
import dev.bauta.service.access.Store;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Signing in and out, and whose session a cookie is. What was begun in one browser is finished in
 * that browser, once, within minutes. Thread-safe.
 */
public final class SignIn {
  /** The words for it in the audit log. */
  public static final String SIGNED_IN = "person.signed-in";

  public static final String SIGNED_OUT = "person.signed-out";
  public static final String STRANGER = "person.unknown";

  private static final Duration ATTEMPT = Duration.ofMinutes(10);
  // a session that is used is written at most that often
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final SignInSettings settings;
  private final IdentityProvider provider;
  private final SignInStore sessions;
  private final Store store;
  private final Directory directory;
  private final Clock clock;

  public SignIn(
      SignInSettings settings,
      SignInStore sessions,
      Store store,
      Directory directory,
      Clock clock) {
    this.settings = settings;
    this.provider = new IdentityProvider(settings);
    this.sessions = sessions;
    this.store = store;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Where the browser goes next, and what it keeps.
   *
   * @param browser for a cookie that lasts until the browser is back
   */
  public record Begun(URI location, String browser) {}

  /**
   * @param session for the session's cookie
   * @param goesTo a path of ours
   */
  public record Finished(String session, String goesTo) {}

  public SignInSettings settings() {
    return settings;
  }

  /**
   * @param goesTo a path of ours; anything else goes to the start
   * @throws SignInException if the provider is away
   */
  public Begun begin(String goesTo) {
    String state = Secrets.next();
    String browser = Secrets.next();
    String nonce = Secrets.next();
    String verifier = Secrets.next();
    URI location = provider.start(state, nonce, verifier);
    sessions.forget(clock.instant());
    sessions.remember(
        new SignInStore.Attempt(
            Secrets.sha256(state),
            Secrets.sha256(browser),
            nonce,
            verifier,
            ours(goesTo),
            clock.instant().plus(ATTEMPT)));
    return new Begun(location, browser);
  }

  // another host's address, also one that browsers read as such, is none of ours
  private static String ours(String path) {
    return path != null && path.matches("/[A-Za-z0-9][A-Za-z0-9/_.?=&-]{0,500}") ? path : "/me";
  }

  /**
   * @param state as the browser brings it back
   * @param browser what its cookie says, or null
   * @throws SignInException if anything about it is not as it was begun, or nobody of ours came
   */
  public Finished finish(String state, String browser, String query, String address) {
    SignInStore.Attempt attempt =
        Optional.ofNullable(state)
            .flatMap(s -> sessions.take(Secrets.sha256(s)))
            .filter(a -> clock.instant().isBefore(a.expires()))
            .filter(
                a -> browser != null && Secrets.same(a.browserSha256(), Secrets.sha256(browser)))
            .orElseThrow(
                () ->
                    SignInException.refused(
                        "This sign-in was not begun in this browser, or took too long. Begin again."));
    String claim = provider.claim(query, attempt.nonce(), attempt.verifier());
    Person person = person(claim, address);
    String session = Secrets.next();
    Instant now = clock.instant();
    sessions.open(
        new SignInStore.Session(
            Secrets.sha256(session), person.name(), now, now, now.plus(settings.longest())));
    record(SIGNED_IN, Actor.of(person, "web", address));
    return new Finished(session, attempt.goesTo());
  }

  private Person person(String claim, String address) {
    Optional<Person> person =
        Optional.ofNullable(settings.people().get(claim)).flatMap(directory::person);
    if (person.isPresent()) return person.get();
    record(STRANGER, Actor.stranger("web", "web", address));
    throw SignInException.refused(
        "You are signed in at your provider, but not known here. An administrator can add you under people:.");
  }

  /** Whose session it is; empty once it is over, or the person is not known any more. */
  public Optional<Person> session(String secret) {
    String hash = Secrets.sha256(secret);
    Instant now = clock.instant();
    Optional<SignInStore.Session> found =
        sessions
            .session(hash)
            .filter(s -> now.isBefore(s.expires()))
            .filter(s -> now.isBefore(s.seen().plus(settings.idle())));
    if (found.isEmpty()) return Optional.empty();
    if (now.isAfter(found.get().seen().plus(NOTED))) sessions.seen(hash, now);
    return directory.person(found.get().person());
  }

  public void end(String secret, String address) {
    Optional<Person> person = session(secret);
    sessions.close(Secrets.sha256(secret));
    person.ifPresent(p -> record(SIGNED_OUT, Actor.of(p, "web", address)));
  }

  private void record(String action, Actor actor) {
    store.inTransaction(
        tx -> {
          tx.append(
              AuditEvent.about(
                  clock.instant(), action, actor, Map.of("issuer", settings.issuer().toString())));
          return null;
        });
  }
}
