package dev.bauta.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of the keyed maskers, as one key for each use, derived with HMAC-SHA-256 so that no
 * masker's output says anything about another's. Immutable and thread-safe; prints its name only.
 */
final class MaskingKey {

  private static final String MAC = "HmacSHA256";

  final String name;

  /** Stands in outputs to tell keys apart; empty where there was never but one. */
  final String id;

  /** The key it took over from, or null. */
  final MaskingKey previous;

  private final SecretKeySpec hashing;
  private final SecretKeySpec tokens;
  private final SecretKeySpec tags;
  private final SecretKeySpec cipher;

  /**
   * @param material at least 16 bytes; the caller wipes them
   */
  MaskingKey(String name, String id, byte[] material, MaskingKey previous) {
    this.name = name;
    this.id = id;
    this.previous = previous;
    this.hashing = derive(material, "bauta hash", MAC);
    this.tokens = derive(material, "bauta token", MAC);
    this.tags = derive(material, "bauta token tag", MAC);
    this.cipher = derive(material, "bauta token cipher", "AES");
  }

  private static SecretKeySpec derive(byte[] material, String use, String algorithm) {
    byte[] derived = null;
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(material, MAC));
      derived = mac.doFinal(use.getBytes(StandardCharsets.US_ASCII));
      return new SecretKeySpec(derived, algorithm);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no " + MAC, e);
    } finally {
      if (derived != null) {
        Arrays.fill(derived, (byte) 0);
      }
    }
  }

  KeyedHash hashing() {
    return new KeyedHash(hashing);
  }

  KeyedHash tokens() {
    return new KeyedHash(tokens);
  }

  KeyedHash tags() {
    return new KeyedHash(tags);
  }

  Ff1 cipher(int radix) {
    return new Ff1(cipher, radix);
  }

  @Override
  public String toString() {
    return name;
  }
}
