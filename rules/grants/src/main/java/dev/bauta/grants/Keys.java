package dev.bauta.grants;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** Ed25519 keys (RFC 8032) through the JDK: made, read and written. Stateless. */
public final class Keys {

  private static final String ALGORITHM = "Ed25519";
  private static final int KID_BYTES = 12; // 16 characters of base64url

  private Keys() {}

  /** A new key pair. */
  public static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no Ed25519", impossible);
    }
  }

  /** The key's short name: the start of the SHA-256 of its X.509 form, in base64url. */
  public static String kid(PublicKey key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, KID_BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("this JDK has no SHA-256", impossible);
    }
  }

  /** The public key as a PEM text (X.509). */
  public static String writePublic(PublicKey key) {
    return pem("PUBLIC KEY", key.getEncoded());
  }

  /** The private key as a PEM text (PKCS#8, not encrypted). */
  public static String writePrivate(PrivateKey key) {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  /**
   * Reads a public key from its PEM text, or from the base64 inside alone.
   *
   * @throws IllegalArgumentException where the text is no Ed25519 public key; the message does not
   *     repeat it
   */
  public static PublicKey readPublic(String text) {
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes(text)));
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      throw new IllegalArgumentException("no Ed25519 public key (X.509, PEM or base64)");
    }
  }

  /**
   * Reads a private key from its PEM text, or from the base64 inside alone.
   *
   * @throws IllegalArgumentException where the text is no Ed25519 private key; the message does not
   *     repeat it
   */
  public static PrivateKey readPrivate(String text) {
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePrivate(new PKCS8EncodedKeySpec(bytes(text)));
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      throw new IllegalArgumentException("no Ed25519 private key (PKCS#8, PEM or base64)");
    }
  }

  private static byte[] bytes(String text) {
    StringBuilder base64 = new StringBuilder();
    for (String line : text.split("\n")) {
      if (!line.startsWith("-----")) {
        base64.append(line.strip());
      }
    }
    return Base64.getDecoder().decode(base64.toString());
  }

  private static String pem(String label, byte[] bytes) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }
}
