package dev.bauta.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys = Keys.generate();
  private final String kid = Keys.kid(keys.getPublic());
  private final TokenSigner signer = new TokenSigner(kid, keys.getPrivate());
  private final TokenVerifier verifier = verifier("desk", "test", NOW);

  @Test
  void aSignedSnapshot_comesBackAsItWas() throws InvalidTokenException {
    Snapshot snapshot = snapshot(NOW);
    assertThat(verifier.verify(signer.sign(snapshot))).isEqualTo(snapshot);
  }

  @Test
  void aSignedHeartbeat_comesBackAsItWas() throws InvalidTokenException {
    Heartbeat beat =
        new Heartbeat(
            "svc", "desk", "test", 1, 7, NOW, NOW.plusSeconds(60), Duration.ofSeconds(15));
    assertThat(verifier.verify(signer.sign(beat))).isEqualTo(beat);
  }

  @Test
  void equalTokens_areEqualBytes() {
    assertThat(signer.sign(snapshot(NOW))).isEqualTo(signer.sign(snapshot(NOW)));
  }

  @Test
  void theFormOfTheToken_isPinned() {
    String payload = part(signer.sign(snapshot(NOW)), 1);
    assertThat(payload)
        .isEqualTo(
            "{\"iss\":\"svc\",\"aud\":\"bauta:desk/test\",\"svc\":\"desk\",\"env\":\"test\","
                + "\"epoch\":1,\"ver\":7,\"iat_ms\":1772366400000,\"exp_ms\":1772366460000,"
                + "\"lease_ms\":15000,\"grants\":[{\"id\":\"g1\",\"people\":[\"grace\"],"
                + "\"svc\":\"desk\",\"env\":\"test\",\"sinks\":[\"jdbc\",\"json\"],"
                + "\"types\":[\"email\"],\"fields\":\"*\",\"sub\":\"customer-7\","
                + "\"nbf_ms\":1772366400000,\"exp_ms\":1772367300000,\"max\":100,"
                + "\"reason_hash\":\"h\",\"approved_by\":[\"linus\"],\"policy\":\"p1\"}]}");
    assertThat(part(signer.sign(snapshot(NOW)), 0))
        .isEqualTo("{\"alg\":\"EdDSA\",\"typ\":\"bauta-grants+jws\",\"kid\":\"" + kid + "\"}");
  }

  @Test
  void anotherKeyUnderTheSameName_isAWrongSignature() {
    TokenSigner forger = new TokenSigner(kid, Keys.generate().getPrivate());
    refused(forger.sign(snapshot(NOW)), "wrong signature");
  }

  @Test
  void anUnknownKey_isNotTrusted() {
    KeyPair other = Keys.generate();
    TokenSigner stranger = new TokenSigner(Keys.kid(other.getPublic()), other.getPrivate());
    refused(stranger.sign(snapshot(NOW)), "not trusted");
  }

  @Test
  void aTokenForAnotherService_isRefused() {
    String jws = signer.sign(snapshot(NOW));
    assertThatThrownBy(() -> verifier("billing", "test", NOW).verify(jws))
        .hasMessageContaining("another service");
    assertThatThrownBy(() -> verifier("desk", "production", NOW).verify(jws))
        .hasMessageContaining("another service");
  }

  @Test
  void expiredAndFutureTokens_areRefused() {
    refused(signer.sign(snapshot(NOW.minusSeconds(600))), "expired");
    refused(signer.sign(snapshot(NOW.plusSeconds(120))), "future");
  }

  @Test
  void algorithmNoneAndOthers_areRefused() throws Exception {
    refused(
        sign("{\"alg\":\"none\",\"typ\":\"bauta-grants+jws\",\"kid\":\"" + kid + "\"}", "{}"),
        "algorithm");
    refused(
        sign("{\"alg\":\"HS256\",\"typ\":\"bauta-grants+jws\",\"kid\":\"" + kid + "\"}", "{}"),
        "algorithm");
  }

  @Test
  void anotherTypeOfToken_isRefused() throws Exception {
    String payload = part(signer.sign(snapshot(NOW)), 1);
    refused(sign("{\"alg\":\"EdDSA\",\"typ\":\"JWT\",\"kid\":\"" + kid + "\"}", payload), "type");
  }

  @Test
  void aKeyThatStandsTwice_isRefused() throws Exception {
    String payload =
        part(signer.sign(snapshot(NOW)), 1).replace("\"ver\":7", "\"ver\":7,\"ver\":8");
    refused(sign(header(), payload), "stands twice");
  }

  @Test
  void missingAndWrongClaims_areRefused() throws Exception {
    String payload = part(signer.sign(snapshot(NOW)), 1);
    refused(sign(header(), payload.replace("\"ver\":7", "\"ver\":\"7\"")), "'ver'");
    refused(sign(header(), payload.replace("\"sinks\":[\"jdbc\",\"json\"],", "")), "'sinks'");
    refused(sign(header(), payload.replace("\"max\":100", "\"max\":0")), "out of range");
    refused(
        sign(header(), payload.replace("\"fields\":\"*\"", "\"fields\":\"email\"")), "'fields'");
    refused(sign(header(), payload.replace("15000", "0")), "lease");
    refused(sign(header(), payload + "{}"), "JSON");
  }

  @Test
  void cutAndOversizedAndBrokenTokens_areRefusedWithoutFailing() {
    String jws = signer.sign(snapshot(NOW));
    for (int length = 0; length < jws.length(); length += 7) {
      String cut = jws.substring(0, length);
      assertThatThrownBy(() -> verifier.verify(cut)).isInstanceOf(InvalidTokenException.class);
    }
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder broken = new StringBuilder(jws);
      int at = random.nextInt(jws.length());
      broken.setCharAt(at, (char) (33 + random.nextInt(90)));
      if (!broken.toString().equals(jws) && at < jws.length() - 2) {
        assertThatThrownBy(() -> verifier.verify(broken.toString()))
            .isInstanceOf(InvalidTokenException.class);
      }
    }
    refused("x".repeat(TokenVerifier.MAX_LENGTH + 1), "longer");
    assertThatThrownBy(() -> verifier.verify(null)).isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void aRefusal_neverRepeatsTheToken() throws Exception {
    String payload = part(signer.sign(snapshot(NOW)), 1).replace("\"ver\":7", "\"ver\":\"grace\"");
    String jws = sign(header(), payload);
    assertThatThrownBy(() -> verifier.verify(jws)).hasMessageNotContaining("grace");
  }

  @Test
  void keys_areWrittenAndReadBack() {
    assertThat(Keys.readPublic(Keys.writePublic(keys.getPublic()))).isEqualTo(keys.getPublic());
    assertThat(Keys.readPrivate(Keys.writePrivate(keys.getPrivate()))).isEqualTo(keys.getPrivate());
    assertThat(kid).hasSize(16);
    assertThatThrownBy(() -> Keys.readPublic("c2VjcmV0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("c2VjcmV0");
  }

  private void refused(String jws, String why) {
    assertThatThrownBy(() -> verifier.verify(jws))
        .isInstanceOf(InvalidTokenException.class)
        .hasMessageContaining(why);
  }

  private TokenVerifier verifier(String service, String environment, Instant now) {
    return new TokenVerifier(
        Map.of(kid, keys.getPublic()), service, environment, Clock.fixed(now, ZoneOffset.UTC));
  }

  private String header() {
    return "{\"alg\":\"EdDSA\",\"typ\":\"bauta-grants+jws\",\"kid\":\"" + kid + "\"}";
  }

  private String sign(String header, String payload) throws Exception {
    String signed =
        BASE64.encodeToString(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + BASE64.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  private static String part(String jws, int index) {
    return new String(
        Base64.getUrlDecoder().decode(jws.split("\\.")[index]), StandardCharsets.UTF_8);
  }

  private static Snapshot snapshot(Instant at) {
    Scope scope =
        new Scope(
            "desk",
            "test",
            Set.of("json", "jdbc"),
            Set.of("email"),
            Selection.any(),
            Optional.of("customer-7"));
    Grant grant =
        new Grant(
            "g1", Set.of("grace"), scope, at, at.plusSeconds(900), 100, "h", Set.of("linus"), "p1");
    return new Snapshot(
        "svc",
        "desk",
        "test",
        1,
        7,
        at,
        at.plusSeconds(60),
        Duration.ofSeconds(15),
        List.of(grant));
  }
}
