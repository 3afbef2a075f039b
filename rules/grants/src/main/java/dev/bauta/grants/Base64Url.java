package dev.bauta.grants;

import java.util.Base64;

/** base64url without padding, in its one canonical form: a token has one spelling only. */
final class Base64Url {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Base64Url() {}

  static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  static byte[] decode(String text) throws InvalidTokenException {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (encode(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException wrong) {
      // told below
    }
    throw new InvalidTokenException("not base64url");
  }
}
