package dev.bauta.grants;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A key pair, a moment, and tokens of any shape, also such as no signer of ours would make. */
final class TestTokens {

  static final Instant NOW = Instant.parse("2026-03-01T10:00:00.123Z");
  static final KeyPair KEYS = Keys.generate();
  static final String KID = Keys.kid(KEYS.getPublic());

  private TestTokens() {}

  static TokenVerifier verifier() {
    return verifierAt(NOW);
  }

  static TokenVerifier verifierAt(Instant now) {
    return new TokenVerifier(
        Map.of(KID, KEYS.getPublic()), "desk", "test", Clock.fixed(now, ZoneOffset.UTC));
  }

  static TokenSigner signer() {
    return new TokenSigner(KID, KEYS.getPrivate());
  }

  static Snapshot snapshot(Grant... grants) {
    return new Snapshot(
        "https://grants.example.com",
        "desk",
        "test",
        3,
        41,
        NOW,
        NOW.plusSeconds(600),
        Duration.ofSeconds(60),
        List.of(grants));
  }

  static Heartbeat heartbeat() {
    return new Heartbeat(
        "https://grants.example.com",
        "desk",
        "test",
        3,
        41,
        NOW,
        NOW.plusSeconds(600),
        Duration.ofSeconds(60));
  }

  static Grant grant(String id) {
    return grant(
        id,
        new Scope(
            "desk",
            "test",
            Set.of("jdbc", "json"),
            Set.of("email", "us-ssn"),
            Selection.of(Set.of("email", "ssn")),
            Optional.of("customer-7")));
  }

  static Grant grant(String id, Scope scope) {
    return new Grant(
        id,
        Set.of("grace", "linus"),
        scope,
        NOW.minusSeconds(60),
        NOW.plusSeconds(900),
        25,
        "c2f1",
        Set.of("ada"),
        "7");
  }

  /** Any header and any claims, with a right signature. */
  static String signed(String header, String claims) {
    return signed(KEYS.getPrivate(), header, claims);
  }

  static String signed(PrivateKey key, String header, String claims) {
    String signed = base64(header) + "." + base64(claims);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + Base64Url.encode(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String header(String type) {
    return "{\"alg\":\"EdDSA\",\"typ\":\"" + type + "\",\"kid\":\"" + KID + "\"}";
  }

  static String claims(Token token) {
    return new String(TokenJson.write(token), StandardCharsets.UTF_8);
  }

  static String base64(String text) {
    return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The key of the first test of RFC 8032, section 7.1: public knowledge. */
  static PrivateKey publishedKey() {
    byte[] pkcs8 =
        HexFormat.of()
            .parseHex(
                "302e020100300506032b657004220420"
                    + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    try {
      return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
