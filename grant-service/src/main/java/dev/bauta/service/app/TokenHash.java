package dev.bauta.service.app;

import dev.bauta.service.access.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** API tokens: made here once, known afterwards by their hash only. */
final class TokenHash {
  private static final SecureRandom RANDOM = new SecureRandom();

  private TokenHash() {}

  /** 256 random bits: a plain SHA-256 is enough for something nobody can guess. */
  static String newToken() {
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    return "bauta_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** In lower-case hex. */
  static String of(String token) {
    return Sha256.hex(token);
  }

  static boolean same(String oneHash, String otherHash) {
    return MessageDigest.isEqual(
        oneHash.getBytes(StandardCharsets.US_ASCII), otherHash.getBytes(StandardCharsets.US_ASCII));
  }
}
