package dev.bauta.grants;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/**
 * Signs tokens as compact JWS (RFC 7515) with Ed25519 (RFC 8037). Thread-safe; about 0.4 ms a
 * token, so a token is signed once and sent to every agent of its audience.
 */
public final class TokenSigner {

  private final String kid;
  private final PrivateKey key;

  /**
   * @param kid the name under which agents know the key (see {@link Keys#kid})
   */
  public TokenSigner(String kid, PrivateKey key) {
    this.kid = kid;
    this.key = key;
  }

  /** The key's name; never null. */
  public String kid() {
    return kid;
  }

  /**
   * The token, signed; never null. Times are cut to the millisecond.
   *
   * @throws IllegalStateException where it would be longer than any agent takes
   */
  public String sign(Token token) {
    byte[] header = TokenJson.header(kid, TokenJson.type(token));
    byte[] payload = TokenJson.write(token);
    String signed = Base64Url.encode(header) + "." + Base64Url.encode(payload);
    String jws = signed + "." + Base64Url.encode(signature(signed));
    if (jws.length() > TokenVerifier.MAX_LENGTH) {
      throw new IllegalStateException(
          "too many live grants for "
              + token.audience()
              + ": agents take tokens of at most "
              + TokenVerifier.MAX_LENGTH
              + " characters; revoke some");
    }
    return jws;
  }

  private byte[] signature(String signed) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException unusable) {
      throw new IllegalStateException("the signing key " + kid + " cannot be used", unusable);
    }
  }
}
