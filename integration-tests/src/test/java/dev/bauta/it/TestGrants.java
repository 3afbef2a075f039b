package dev.bauta.it;

import dev.bauta.grants.Grant;
import dev.bauta.grants.Keys;
import dev.bauta.grants.Scope;
import dev.bauta.grants.Selection;
import dev.bauta.grants.Snapshot;
import dev.bauta.grants.TokenSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Signed grants for {@link StubGrantServer}, each newer than the one before. Thread-safe. */
final class TestGrants {

  static final String SERVICE = "customer-desk";
  static final String ENVIRONMENT = "test";

  private final KeyPair key = Keys.generate();
  private final AtomicLong version = new AtomicLong();

  /** The options of an agent that trusts this key and hears that server. */
  Map<String, String> agentProperties(StubGrantServer server, Path folder) {
    try {
      Path file = folder.resolve("trust-key.pem");
      Files.writeString(file, Keys.writePublic(key.getPublic()));
      Map<String, String> properties = new TreeMap<>();
      properties.put("bauta.service", SERVICE);
      properties.put("bauta.environment", ENVIRONMENT);
      properties.put("bauta.grants.url", server.url());
      properties.put("bauta.grants.token", "of-no-meaning-here");
      properties.put("bauta.grants.trustKey", file.toString());
      return properties;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A right token, of now, that shows that type to these people in rows and JSON. */
  String showing(String type, String... people) {
    return sign(snapshot(SERVICE, Instant.now(), type, people));
  }

  Snapshot snapshot(Grant... grants) {
    return snapshot(SERVICE, Instant.now(), List.of(grants));
  }

  Snapshot snapshot(String service, Instant issued, String type, String... people) {
    return snapshot(service, issued, List.of(people).stream().map(p -> grant(type, p)).toList());
  }

  private Snapshot snapshot(String service, Instant issued, List<Grant> grants) {
    return new Snapshot(
        "bauta",
        service,
        ENVIRONMENT,
        1,
        version.incrementAndGet(),
        issued,
        issued.plusSeconds(600),
        Duration.ofSeconds(60),
        grants);
  }

  String sign(Snapshot snapshot) {
    return sign(key, Keys.kid(key.getPublic()), snapshot);
  }

  /** Signed by another key than the trusted one, under a name of one's choice. */
  static String sign(KeyPair other, String kid, Snapshot snapshot) {
    return new TokenSigner(kid, other.getPrivate()).sign(snapshot);
  }

  String kid() {
    return Keys.kid(key.getPublic());
  }

  static Grant grant(String type, String person) {
    return grant(type, person, Optional.empty());
  }

  /** A grant for the values of one data subject. */
  static Grant about(String subject, String type, String person) {
    return grant(type, person, Optional.of(subject));
  }

  private static Grant grant(String type, String person, Optional<String> subject) {
    Scope scope =
        new Scope(
            SERVICE, ENVIRONMENT, Set.of("jdbc", "json"), Set.of(type), Selection.any(), subject);
    Instant now = Instant.now();
    return new Grant(
        "grant-" + person,
        Set.of(person),
        scope,
        now.minusSeconds(5),
        now.plusSeconds(600),
        1_000,
        "a-hash",
        Set.of("ada"),
        "1");
  }
}
