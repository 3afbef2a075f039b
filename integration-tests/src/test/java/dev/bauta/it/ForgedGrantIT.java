package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bauta.demo.Desk;
import dev.bauta.grants.Grant;
import dev.bauta.grants.Keys;
import dev.bauta.grants.Scope;
import dev.bauta.grants.Selection;
import dev.bauta.grants.Snapshot;
import dev.bauta.grants.TokenSigner;
import java.io.IOException;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An agent believes only what the trusted key signed, for this service, now, and newer than before.
 * After each false token a right one is sent that lets Linus see: once he does, the false one is
 * known to have been read, and Grace must still see masks.
 */
class ForgedGrantIT {

  private static final String SERVICE = "customer-desk";
  private static final String ENVIRONMENT = "test";
  private static final KeyPair TRUSTED = Keys.generate();
  private static final KeyPair STRANGER = Keys.generate();
  private static final AtomicLong VERSION = new AtomicLong();

  private static StubGrantServer server;
  private static Desk desk;

  @BeforeAll
  static void start() throws IOException {
    server = new StubGrantServer(sign(snapshot(Instant.now(), List.of())));
    Path folder = Layout.scratch("forged grants");
    Path key = folder.resolve("trust-key.pem");
    Files.writeString(key, Keys.writePublic(TRUSTED.getPublic()));
    Map<String, String> properties = new TreeMap<>();
    properties.put("bauta.service", SERVICE);
    properties.put("bauta.environment", ENVIRONMENT);
    properties.put("bauta.grants.url", server.url());
    properties.put("bauta.grants.token", "of-no-meaning-here");
    properties.put("bauta.grants.trustKey", key.toString());
    properties.put("bauta.config", ConfigFile.write(folder, Installed.deskRules()).toString());
    desk = Desk.start(Installed.on(Jdks.oldest()), folder, properties);
  }

  @AfterAll
  static void stop() {
    desk.close();
    server.close();
  }

  @Test
  void rightGrant_isBelieved() {
    server.publish(sign(snapshot(Instant.now(), List.of(grant("grace")))));

    await().atMost(Duration.ofSeconds(20)).until(() -> sees("grace"));
    withdraw("grace");
  }

  @Test
  void otherKey_isNotBelieved() {
    String forged = sign(STRANGER, Keys.kid(STRANGER.getPublic()), forGrace());

    assertNotBelieved(forged);
  }

  @Test
  void otherKeyUnderTheTrustedName_isNotBelieved() {
    assertNotBelieved(sign(STRANGER, Keys.kid(TRUSTED.getPublic()), forGrace()));
  }

  @Test
  void changedByOneCharacter_isNotBelieved() {
    String token = sign(forGrace());
    int middle = token.indexOf('.') + 40;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';

    assertNotBelieved(token.substring(0, middle) + other + token.substring(middle + 1));
  }

  @Test
  void otherServicesGrants_areNotBelieved() {
    Instant now = Instant.now();
    Snapshot other =
        new Snapshot(
            "bauta",
            "billing",
            ENVIRONMENT,
            1,
            VERSION.incrementAndGet(),
            now,
            now.plusSeconds(600),
            Duration.ofSeconds(60),
            List.of(grant("grace")));

    assertNotBelieved(sign(other));
  }

  @Test
  void expiredToken_isNotBelieved() {
    assertNotBelieved(sign(snapshot(Instant.now().minusSeconds(3_600), List.of(grant("grace")))));
  }

  @Test
  void tokenFromTheFuture_isNotBelieved() {
    assertNotBelieved(sign(snapshot(Instant.now().plusSeconds(3_600), List.of(grant("grace")))));
  }

  @Test
  void replayedToken_isNotBelieved() {
    String old = sign(forGrace());
    server.publish(old);
    await().atMost(Duration.ofSeconds(20)).until(() -> sees("grace"));
    withdraw("grace");

    assertNotBelieved(old);
  }

  @Test
  void noTokenAtAll_isNotBelieved() {
    assertNotBelieved("all is well, show everything");
  }

  private static void assertNotBelieved(String token) {
    server.send(token);
    server.publish(sign(snapshot(Instant.now(), List.of(grant("linus")))));
    await().atMost(Duration.ofSeconds(40)).until(() -> sees("linus"));

    assertThat(sees("grace")).isFalse();
    withdraw("linus");
  }

  private static void withdraw(String person) {
    server.publish(sign(snapshot(Instant.now(), List.of())));
    await().atMost(Duration.ofSeconds(40)).until(() -> !sees(person));
  }

  private static boolean sees(String person) {
    return !desk.as(person).get("/customers/7").body().contains("\"fullName\":\"[NAME]\"");
  }

  private static Snapshot forGrace() {
    return snapshot(Instant.now(), List.of(grant("grace")));
  }

  private static Snapshot snapshot(Instant issued, List<Grant> grants) {
    return new Snapshot(
        "bauta",
        SERVICE,
        ENVIRONMENT,
        1,
        VERSION.incrementAndGet(),
        issued,
        issued.plusSeconds(600),
        Duration.ofSeconds(60),
        grants);
  }

  private static Grant grant(String person) {
    Scope scope =
        new Scope(
            SERVICE,
            ENVIRONMENT,
            Set.of("jdbc", "json"),
            Set.of("name"),
            Selection.any(),
            Optional.empty());
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

  private static String sign(Snapshot snapshot) {
    return sign(TRUSTED, Keys.kid(TRUSTED.getPublic()), snapshot);
  }

  private static String sign(KeyPair key, String kid, Snapshot snapshot) {
    return new TokenSigner(kid, key.getPrivate()).sign(snapshot);
  }
}
