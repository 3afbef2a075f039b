package dev.bauta.service.audit;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/**
 * Signs checkpoints as C2SP signed notes: the text, an empty line, and {@code — name base64(key id,
 * signature)} with Ed25519. Thread-safe.
 */
public final class CheckpointSigner {
  private final String origin;
  private final PrivateKey key;
  private final byte[] keyId;

  public CheckpointSigner(String origin, PrivateKey key, PublicKey publicKey) {
    this.origin = origin;
    this.key = key;
    this.keyId = SignedNote.keyId(origin, publicKey);
  }

  /** The signed note of the log at that size. */
  public String sign(long size, byte[] root) {
    Checkpoint checkpoint = new Checkpoint(origin, size, root);
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(checkpoint.bytes());
      byte[] signed = signature.sign();
      byte[] blob = new byte[keyId.length + signed.length];
      System.arraycopy(keyId, 0, blob, 0, keyId.length);
      System.arraycopy(signed, 0, blob, keyId.length, signed.length);
      return checkpoint.text()
          + "\n"
          + SignedNote.DASH
          + origin
          + " "
          + Base64.getEncoder().encodeToString(blob)
          + "\n";
    } catch (GeneralSecurityException e) {
      throw new CheckpointException("cannot sign a checkpoint with the audit key", e);
    }
  }
}
