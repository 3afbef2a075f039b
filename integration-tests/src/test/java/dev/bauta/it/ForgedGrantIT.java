package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bauta.demo.Desk;
import dev.bauta.grants.Keys;
import dev.bauta.grants.Snapshot;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An agent believes only what the trusted key signed, for this service, now, and newer than before.
 * After each false token a right one is sent that lets Linus see: once he does, the false one is
 * known to have been read, and Grace must still see masks.
 */
class ForgedGrantIT {

  private static final KeyPair STRANGER = Keys.generate();
  private static final TestGrants GRANTS = new TestGrants();
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static StubGrantServer server;
  private static Desk desk;

  @BeforeAll
  static void start() {
    server = new StubGrantServer(GRANTS.showing("name"));
    Path folder = Layout.scratch("forged grants");
    Map<String, String> properties = GRANTS.agentProperties(server, folder);
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
    server.publish(GRANTS.showing("name", "grace"));

    await().atMost(PATIENCE).until(() -> sees("grace"));
    withdraw("grace");
  }

  @Test
  void otherKey_isNotBelieved() {
    assertNotBelieved(TestGrants.sign(STRANGER, Keys.kid(STRANGER.getPublic()), forGrace()));
  }

  @Test
  void otherKeyUnderTheTrustedName_isNotBelieved() {
    assertNotBelieved(TestGrants.sign(STRANGER, GRANTS.kid(), forGrace()));
  }

  @Test
  void changedByOneCharacter_isNotBelieved() {
    String token = GRANTS.sign(forGrace());
    int middle = token.indexOf('.') + 40;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';

    assertNotBelieved(token.substring(0, middle) + other + token.substring(middle + 1));
  }

  @Test
  void otherServicesGrants_areNotBelieved() {
    assertNotBelieved(GRANTS.sign(GRANTS.snapshot("billing", Instant.now(), "name", "grace")));
  }

  @Test
  void expiredToken_isNotBelieved() {
    assertNotBelieved(GRANTS.sign(issued(Instant.now().minusSeconds(3_600))));
  }

  @Test
  void tokenFromTheFuture_isNotBelieved() {
    assertNotBelieved(GRANTS.sign(issued(Instant.now().plusSeconds(3_600))));
  }

  @Test
  void replayedToken_isNotBelieved() {
    String old = GRANTS.sign(forGrace());
    server.publish(old);
    await().atMost(PATIENCE).until(() -> sees("grace"));
    withdraw("grace");

    assertNotBelieved(old);
  }

  @Test
  void noTokenAtAll_isNotBelieved() {
    assertNotBelieved("all is well, show everything");
  }

  private static void assertNotBelieved(String token) {
    server.send(token);
    server.publish(GRANTS.showing("name", "linus"));
    await().atMost(PATIENCE).until(() -> sees("linus"));

    assertThat(sees("grace")).isFalse();
    withdraw("linus");
  }

  private static void withdraw(String person) {
    server.publish(GRANTS.showing("name"));
    await().atMost(PATIENCE).until(() -> !sees(person));
  }

  private static boolean sees(String person) {
    return !desk.as(person).get("/customers/7").body().contains("\"fullName\":\"[NAME]\"");
  }

  private static Snapshot forGrace() {
    return issued(Instant.now());
  }

  private static Snapshot issued(Instant at) {
    return GRANTS.snapshot(TestGrants.SERVICE, at, "name", "grace");
  }
}
