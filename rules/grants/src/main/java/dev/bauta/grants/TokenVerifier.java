package dev.bauta.grants;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Believes a token only when a pinned key signed it for this very service and environment, now. The
 * algorithm is fixed by the key, never taken from the token. Thread-safe; about 0.5 ms a token.
 */
public final class TokenVerifier {

  /** The largest token that is looked at, in characters. */
  public static final int MAX_LENGTH = 1 << 20;

  /** How far the clocks of service and agent may be apart. */
  public static final Duration SKEW = Duration.ofSeconds(60);

  private static final int SIGNATURE_BYTES = 64;

  private final Map<String, PublicKey> keys;
  private final String audience;
  private final Clock clock;

  /**
   * @param trustKeys public keys by {@link Keys#kid}
   */
  public TokenVerifier(
      Map<String, PublicKey> trustKeys, String service, String environment, Clock clock) {
    this.keys = Map.copyOf(trustKeys);
    this.audience = Token.audience(service, environment);
    this.clock = clock;
  }

  /**
   * The token's content.
   *
   * @param jws as it came over the wire; null is refused
   * @throws InvalidTokenException naming the first fault
   */
  public Token verify(String jws) throws InvalidTokenException {
    if (jws == null || jws.length() > MAX_LENGTH) {
      throw new InvalidTokenException("the token is missing or longer than " + MAX_LENGTH);
    }
    int first = jws.indexOf('.');
    int second = jws.indexOf('.', first + 1);
    if (first < 1 || second < 0 || jws.indexOf('.', second + 1) >= 0) {
      throw new InvalidTokenException("not a compact JWS");
    }
    TokenJson.Header header = TokenJson.readHeader(Base64Url.decode(jws.substring(0, first)));
    byte[] payload = Base64Url.decode(jws.substring(first + 1, second));
    byte[] signature = Base64Url.decode(jws.substring(second + 1));
    checkSignature(key(header), jws.substring(0, second), signature);
    TokenJson.Claims claims = TokenJson.read(header.type(), payload);
    check(claims);
    return claims.token();
  }

  private PublicKey key(TokenJson.Header header) throws InvalidTokenException {
    PublicKey key = keys.get(header.kid());
    if (key == null) {
      throw new InvalidTokenException("signed with a key that is not trusted here");
    }
    if (!header.algorithm().equals(TokenJson.ALGORITHM)) {
      throw new InvalidTokenException("wrong algorithm: the key is for Ed25519");
    }
    if (!header.type().equals(TokenJson.SNAPSHOT) && !header.type().equals(TokenJson.HEARTBEAT)) {
      throw new InvalidTokenException("wrong type of token");
    }
    return key;
  }

  private void check(TokenJson.Claims claims) throws InvalidTokenException {
    Token token = claims.token();
    if (!claims.audience().equals(audience) || !token.audience().equals(audience)) {
      throw new InvalidTokenException("meant for another service or environment");
    }
    Instant now = clock.instant();
    if (token.issuedAt().isAfter(now.plus(SKEW))) {
      throw new InvalidTokenException("issued in the future: the clocks are too far apart");
    }
    if (!token.expires().isAfter(now.minus(SKEW))) {
      throw new InvalidTokenException("expired");
    }
    if (token.lease().isNegative() || token.lease().isZero()) {
      throw new InvalidTokenException("gives no lease");
    }
    if (token instanceof Snapshot snapshot) {
      check(snapshot);
    }
  }

  private static void check(Snapshot snapshot) throws InvalidTokenException {
    Set<String> ids = new HashSet<>();
    for (Grant grant : snapshot.grants()) {
      Scope scope = grant.scope();
      if (!Token.audience(scope.service(), scope.environment()).equals(snapshot.audience())) {
        throw new InvalidTokenException("holds a grant for another service or environment");
      }
      if (!ids.add(grant.id())) {
        throw new InvalidTokenException("holds two grants of the same id");
      }
    }
  }

  private static void checkSignature(PublicKey key, String signed, byte[] signature)
      throws InvalidTokenException {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(signed.getBytes(StandardCharsets.US_ASCII));
      // The JDK takes a signature with zeros appended as well.
      if (signature.length == SIGNATURE_BYTES && check.verify(signature)) {
        return;
      }
    } catch (GeneralSecurityException | RuntimeException malformed) {
      // as wrong as any other; the application may have put another provider first
    }
    throw new InvalidTokenException("wrong signature");
  }
}
