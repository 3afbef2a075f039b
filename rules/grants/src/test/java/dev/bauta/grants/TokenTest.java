package dev.bauta.grants;

import static dev.bauta.grants.TestTokens.KID;
import static dev.bauta.grants.TestTokens.NOW;
import static dev.bauta.grants.TestTokens.claims;
import static dev.bauta.grants.TestTokens.grant;
import static dev.bauta.grants.TestTokens.header;
import static dev.bauta.grants.TestTokens.heartbeat;
import static dev.bauta.grants.TestTokens.signed;
import static dev.bauta.grants.TestTokens.signer;
import static dev.bauta.grants.TestTokens.snapshot;
import static dev.bauta.grants.TestTokens.verifier;
import static dev.bauta.grants.TestTokens.verifierAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

  private static final String SNAPSHOT = header(TokenJson.SNAPSHOT);

  @Test
  void tokens_readBackAsSigned() throws InvalidTokenException {
    Scope everything =
        new Scope(
            "desk", "test", Set.of("json"), Set.of("name"), Selection.any(), Optional.empty());
    Snapshot snapshot = snapshot(grant("g1"), grant("g2", everything));
    assertThat(verifier().verify(signer().sign(snapshot))).isEqualTo(snapshot);
    assertThat(verifier().verify(signer().sign(snapshot()))).isEqualTo(snapshot());
    assertThat(verifier().verify(signer().sign(heartbeat()))).isEqualTo(heartbeat());
  }

  @Test
  void equalTokens_areEqualBytes() {
    assertThat(signer().sign(snapshot(grant("g1"))))
        .isEqualTo(signer().sign(snapshot(grant("g1"))));
  }

  @Test
  void namesOutsideAscii_readBackAsSigned() throws InvalidTokenException {
    Scope scope =
        new Scope(
            "desk", "test", Set.of("json"), Set.of("name"), Selection.any(), Optional.of("Łódź-7"));
    Snapshot snapshot = snapshot(grant("g1", scope));
    assertThat(verifier().verify(signer().sign(snapshot))).isEqualTo(snapshot);
  }

  /** Agents in the field have to read these bytes for as long as they live: never change them. */
  @Test
  void theBytesOnTheWire_stayAsTheyAre() {
    TokenSigner signer = new TokenSigner("fixed-kid", TestTokens.publishedKey());
    assertThat(claims(snapshot(grant("g1"))))
        .isEqualTo(
            "{\"iss\":\"https://grants.example.com\",\"aud\":\"bauta:desk/test\",\"svc\":\"desk\","
                + "\"env\":\"test\",\"epoch\":3,\"ver\":41,\"iat_ms\":1772359200123,"
                + "\"exp_ms\":1772359800123,\"lease_ms\":60000,\"grants\":[{\"id\":\"g1\","
                + "\"people\":[\"grace\",\"linus\"],\"svc\":\"desk\",\"env\":\"test\","
                + "\"sinks\":[\"jdbc\",\"json\"],\"types\":[\"email\",\"us-ssn\"],"
                + "\"fields\":[\"email\",\"ssn\"],\"sub\":\"customer-7\","
                + "\"nbf_ms\":1772359140123,\"exp_ms\":1772360100123,\"max\":25,"
                + "\"reason_hash\":\"c2f1\",\"approved_by\":[\"ada\"],\"policy\":\"7\"}]}");
    assertThat(signer.sign(heartbeat()))
        .isEqualTo(
            "eyJhbGciOiJFZERTQSIsInR5cCI6ImJhdXRhLWhlYXJ0YmVhdCtqd3MiLCJraWQiOiJmaXhl"
                + "ZC1raWQifQ.eyJpc3MiOiJodHRwczovL2dyYW50cy5leGFtcGxlLmNvbSIsImF1ZCI6ImJhd"
                + "XRhOmRlc2svdGVzdCIsInN2YyI6ImRlc2siLCJlbnYiOiJ0ZXN0IiwiZXBvY2giOjMsInZlc"
                + "iI6NDEsImlhdF9tcyI6MTc3MjM1OTIwMDEyMywiZXhwX21zIjoxNzcyMzU5ODAwMTIzLCJsZ"
                + "WFzZV9tcyI6NjAwMDB9.ObYtC1n44Z72lW7g3dBZryDIkPgZDFJsy-fUzVIT8teNvbyKJ6Rq"
                + "6KvhbalJi3H84FPwR47ZtOZvV1HZovOGAQ");
  }

  @Test
  void aChangedCharacterAnywhere_isRefused() {
    String jws = signer().sign(snapshot(grant("g1")));
    TokenVerifier verifier = verifier();
    for (int i = 0; i < jws.length(); i++) {
      char other = jws.charAt(i) == 'A' ? 'B' : 'A';
      assertRefused(verifier, jws.substring(0, i) + other + jws.substring(i + 1));
    }
  }

  @Test
  void aTokenCutOffAnywhere_isRefused() {
    String jws = signer().sign(heartbeat());
    for (int length = 0; length < jws.length(); length++) {
      assertRefused(verifier(), jws.substring(0, length));
    }
    assertRefused(verifier(), jws + "A");
    assertRefused(verifier(), jws + ".");
    assertRefused(verifier(), jws + "=");
    assertRefused(verifier(), null);
  }

  @Test
  void anotherKeyUnderATrustedName_isRefused() {
    String jws = new TokenSigner(KID, Keys.generate().getPrivate()).sign(snapshot());
    assertRefused(jws, "wrong signature");
  }

  @Test
  void aKeyThatIsNotTrusted_isRefused() {
    KeyPair stranger = Keys.generate();
    String jws =
        new TokenSigner(Keys.kid(stranger.getPublic()), stranger.getPrivate()).sign(snapshot());
    assertRefused(jws, "signed with a key that is not trusted here");
  }

  @Test
  void aTrustedKeyOfAnotherKind_isRefusedQuietly() throws NoSuchAlgorithmException {
    KeyPair other = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    TokenVerifier verifier =
        new TokenVerifier(
            Map.of(KID, other.getPublic()), "desk", "test", Clock.fixed(NOW, ZoneOffset.UTC));
    assertRefused(verifier, signer().sign(snapshot()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "ES256", "eddsa", ""})
  void anotherAlgorithmInTheHeader_isRefused(String algorithm) {
    String header = SNAPSHOT.replace("EdDSA", algorithm);
    assertRefused(signed(header, claims(snapshot())), "wrong algorithm: the key is for Ed25519");
    String unsigned = TestTokens.base64(header) + "." + TestTokens.base64(claims(snapshot())) + ".";
    assertRefused(verifier(), unsigned);
  }

  @Test
  void anotherType_isRefused() {
    assertRefused(signed(header("JWT"), claims(snapshot())), "wrong type of token");
  }

  /** A heartbeat must not pass for a snapshot without grants, nor the other way round. */
  @Test
  void aHeartbeatUnderTheTypeOfASnapshot_isRefused() {
    assertRefused(signed(SNAPSHOT, claims(heartbeat())), "'grants' is missing or no list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"crit\":[\"x\"]", "\"b64\":false", "\"jwk\":{}", "\"x5u\":\"http://e\""})
  void aHeaderThatSaysMore_isRefused(String more) {
    assertRefused(
        signed(SNAPSHOT.replace("}", "," + more + "}"), claims(snapshot())),
        "the header says something that is not known here");
  }

  @Test
  void anotherAudience_isRefused() {
    String told = claims(snapshot());
    assertRefused(
        signed(SNAPSHOT, told.replace("bauta:desk/test", "bauta:desk/live")),
        "meant for another service or environment");
    assertRefused(
        signed(SNAPSHOT, told.replace("\"svc\":\"desk\"", "\"svc\":\"billing\"")),
        "meant for another service or environment");
  }

  @Test
  void aGrantForAnotherService_isRefused() {
    Scope elsewhere =
        new Scope(
            "billing", "test", Set.of("json"), Set.of("email"), Selection.any(), Optional.empty());
    assertRefused(
        signer().sign(snapshot(grant("g1", elsewhere))),
        "holds a grant for another service or environment");
  }

  @Test
  void twoGrantsOfOneId_areRefused() {
    assertRefused(
        signer().sign(snapshot(grant("g1"), grant("g1"))), "holds two grants of the same id");
  }

  @Test
  void timesCount_withAMinuteOfSkew() throws InvalidTokenException {
    String jws = signer().sign(heartbeat());
    assertRefused(verifierAt(NOW.minusMillis(60_001)), jws, "issued in the future");
    assertThat(verifierAt(NOW.minusMillis(60_000)).verify(jws)).isNotNull();
    Instant expires = NOW.plusSeconds(600);
    assertThat(verifierAt(expires.plusMillis(59_999)).verify(jws)).isNotNull();
    assertRefused(verifierAt(expires.plusMillis(60_000)), jws, "expired");
  }

  @Test
  void aTokenWithoutLease_isRefused() {
    assertRefused(signed(SNAPSHOT, claims(snapshot()).replace("60000", "0")), "gives no lease");
    assertRefused(signed(SNAPSHOT, claims(snapshot()).replace("60000", "-1")), "gives no lease");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "epoch", "ver", "iat_ms", "exp_ms", "lease_ms", "grants"})
  void aMissingClaim_isNamed(String name) {
    String claims = claims(snapshot()).replace("\"" + name + "\":", "\"sub\":");
    assertRefused(signed(SNAPSHOT, claims), "claims something that is not known here");
    String without = claims(snapshot()).replaceFirst("\"" + name + "\":[^,}]+,?", "");
    assertRefused(
        verifier(), signed(SNAPSHOT, without.replace(",}", "}")), "'" + name + "' is missing");
  }

  @Test
  void aKeyThatStandsTwice_isRefused() {
    String twice = claims(snapshot()).replace("\"ver\":41", "\"ver\":41,\"ver\":42");
    assertRefused(signed(SNAPSHOT, twice), "not a JSON object, or a key stands twice");
    String inGrant = claims(snapshot(grant("g1"))).replace("\"max\":25", "\"max\":1,\"max\":25");
    assertRefused(signed(SNAPSHOT, inGrant), "not a JSON object, or a key stands twice");
    String header = SNAPSHOT.replace("{", "{\"alg\":\"none\",");
    assertRefused(signed(header, claims(snapshot())), "not a JSON object, or a key stands twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "7", "{", "{} {}", "\"text\""})
  void whatIsNoJsonObject_isRefused(String claims) {
    assertRefused(signed(SNAPSHOT, claims), "not a JSON object, or a key stands twice");
    assertRefused(verifier(), signed(claims, claims(snapshot())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"ver\":\"41\"", "\"ver\":41.5", "\"ver\":9223372036854775808"})
  void aNumberThatIsNone_isRefused(String version) {
    assertRefused(
        signed(SNAPSHOT, claims(snapshot()).replace("\"ver\":41", version)),
        "'ver' is missing or no whole number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "people", "sinks", "types", "fields", "max", "policy"})
  void aMissingMemberOfAGrant_isNamed(String name) {
    String claims = claims(snapshot(grant("g1")));
    String without = claims.replaceFirst("\"" + name + "\":(\\[[^\\]]*\\]|[^,}]+),?", "");
    assertRefused(
        verifier(), signed(SNAPSHOT, without.replace(",}", "}")), "'" + name + "' is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"max\":0", "\"max\":-5"})
  void aGrantWithoutReveals_isRefused(String max) {
    assertRefused(
        signed(SNAPSHOT, claims(snapshot(grant("g1"))).replace("\"max\":25", max)),
        "a claim has a value out of range");
  }

  @Test
  void timesAtTheEndsOfTheScale_doNoHarm() throws InvalidTokenException {
    String claims =
        claims(snapshot(grant("g1")))
            .replaceFirst("\"nbf_ms\":\\d+,\"exp_ms\":\\d+", forever())
            .replace("60000", Long.toString(Long.MAX_VALUE));
    Snapshot snapshot = (Snapshot) verifier().verify(signed(SNAPSHOT, claims));
    assertThat(snapshot.grants()).hasSize(1);
  }

  private static String forever() {
    return "\"nbf_ms\":" + Long.MIN_VALUE + ",\"exp_ms\":" + Long.MAX_VALUE;
  }

  /** A newer service may narrow a grant in a way this agent knows nothing about. */
  @Test
  void aGrantThatSaysMoreThanWeKnow_opensNothing() throws InvalidTokenException {
    String claims =
        claims(snapshot(grant("g1"), grant("g2")))
            .replaceFirst("\"id\":\"g1\"", "\"id\":\"g1\",\"trace\":\"4bf92f\"");
    Snapshot snapshot = (Snapshot) verifier().verify(signed(SNAPSHOT, claims));
    assertThat(snapshot.grants()).containsExactly(grant("g2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"fields\":\"email\"", "\"fields\":\"**\"", "\"fields\":null"})
  void fieldsThatAreNeitherListNorStar_areRefused(String fields) {
    String claims =
        claims(snapshot(grant("g1"))).replaceFirst("\"fields\":\\[[^\\]]*\\]", quoted(fields));
    assertRefused(signed(SNAPSHOT, claims), "'fields' is missing or no list");
  }

  private static String quoted(String replacement) {
    return java.util.regex.Matcher.quoteReplacement(replacement);
  }

  /** "fields":["*"] names one field whose name is a star; it is not the word for every one. */
  @Test
  void aStarInAList_isOnlyAName() throws InvalidTokenException {
    String claims =
        claims(snapshot(grant("g1")))
            .replaceFirst("\"fields\":\\[[^\\]]*\\]", "\"fields\":[\"*\"]");
    Snapshot snapshot = (Snapshot) verifier().verify(signed(SNAPSHOT, claims));
    Scope scope = snapshot.grants().get(0).scope();
    assertThat(scope.fields().isAny()).isFalse();
    assertThat(scope.covers("json", "email", "email", "customer-7")).isFalse();
  }

  @Test
  void aListThatHoldsNoText_isRefused() {
    String claims = claims(snapshot(grant("g1"))).replace("[\"grace\",\"linus\"]", "[\"grace\",7]");
    assertRefused(signed(SNAPSHOT, claims), "a list holds something that is no text");
  }

  @Test
  void anOversizedToken_isRefusedBeforeItIsLookedAt() {
    assertRefused("A".repeat(TokenVerifier.MAX_LENGTH + 1), "the token is missing or longer than");
  }

  @Test
  void aTokenTooLongForAgents_isNotSigned() {
    Grant[] grants = new Grant[4_000];
    for (int i = 0; i < grants.length; i++) {
      grants[i] = grant("grant-" + i);
    }
    assertThatIllegalStateException()
        .isThrownBy(() -> signer().sign(snapshot(grants)))
        .withMessageContaining("too many live grants for bauta:desk/test");
  }

  @Test
  void deeplyNestedJson_isRefused() {
    assertRefused(
        signed(SNAPSHOT, "{\"a\":" + "[".repeat(100_000)),
        "not a JSON object, or a key stands twice");
  }

  @Test
  void aRefusal_neverRepeatsTheToken() {
    String claims = claims(snapshot(grant("g1"))).replace("\"max\":25", "\"max\":\"grace\"");
    for (String jws : new String[] {signed(SNAPSHOT, claims), signed("grace", "grace")}) {
      assertThatExceptionOfType(InvalidTokenException.class)
          .isThrownBy(() -> verifier().verify(jws))
          .withNoCause()
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("grace"));
    }
  }

  private static void assertRefused(String jws, String fault) {
    assertRefused(verifier(), jws, fault);
  }

  private static void assertRefused(TokenVerifier verifier, String jws, String fault) {
    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> verifier.verify(jws))
        .withMessageContaining(fault);
  }

  private static void assertRefused(TokenVerifier verifier, String jws) {
    assertRefused(verifier, jws, "");
  }
}
