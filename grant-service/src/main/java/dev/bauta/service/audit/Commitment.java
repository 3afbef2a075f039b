package dev.bauta.service.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A personal fact, kept beside the log: the log holds only {@code SHA-256(salt, value)}. Deleting
 * salt and value erases the fact, and the log's hashes stay as they are.
 *
 * @param field what the fact is: {@code reason}, {@code subject}
 * @param salt 16 random bytes, base64
 */
public record Commitment(String field, String salt, String value) {
  private static final SecureRandom RANDOM = new SecureRandom();

  public static Commitment to(String field, String value) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return new Commitment(field, Base64.getEncoder().encodeToString(salt), value);
  }

  /** What stands in the log. */
  public String hash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(Base64.getDecoder().decode(salt));
      return Base64.getEncoder().encodeToString(sha.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
