package dev.bauta.service.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** Reads and verifies signed notes with Ed25519 signatures (C2SP signed-note, signature type 1). */
public final class SignedNote {
  static final String DASH = "\u2014 ";
  private static final int KEY_ID = 4;
  private static final int ED25519 = 64;
  private static final int RAW_KEY = 32;

  private SignedNote() {}

  /**
   * The checkpoint in a note, if it may be believed.
   *
   * @param origin the log the checkpoint must be of
   * @throws CheckpointException if it is damaged, of another log, or not signed by that key
   */
  public static Checkpoint verify(String note, String origin, PublicKey key) {
    int end = note.indexOf("\n\n");
    if (end < 0) throw new CheckpointException("the checkpoint has no signature");
    Checkpoint checkpoint = Checkpoint.parse(note.substring(0, end + 1));
    if (!checkpoint.origin().equals(origin))
      throw new CheckpointException("the checkpoint is of another log");
    byte[] keyId = keyId(origin, key);
    String text = note.substring(0, end + 1);
    for (String line : note.substring(end + 2).split("\n", -1)) {
      if (!line.startsWith(DASH + origin + " ")) continue;
      byte[] blob = decode(line.substring(DASH.length() + origin.length() + 1));
      if (blob.length != KEY_ID + ED25519 || !Arrays.equals(Arrays.copyOf(blob, KEY_ID), keyId))
        continue;
      if (isSigned(text, Arrays.copyOfRange(blob, KEY_ID, blob.length), key)) return checkpoint;
    }
    throw new CheckpointException("the checkpoint is not signed by this log's key");
  }

  /** The first four bytes of SHA-256 over name, line feed, type and the raw public key. */
  static byte[] keyId(String name, PublicKey key) {
    try {
      byte[] encoded = key.getEncoded(); // X.509: the raw key is its last 32 bytes
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(name.getBytes(StandardCharsets.UTF_8));
      sha.update((byte) '\n');
      sha.update((byte) 1);
      sha.update(encoded, encoded.length - RAW_KEY, RAW_KEY);
      return Arrays.copyOf(sha.digest(), KEY_ID);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean isSigned(String text, byte[] signature, PublicKey key) {
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(text.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
