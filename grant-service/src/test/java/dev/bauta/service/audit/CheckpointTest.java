package dev.bauta.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.grants.Keys;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;

class CheckpointTest {
  private final KeyPair key = Keys.generate();
  private final CheckpointSigner signer =
      new CheckpointSigner("log.example/a", key.getPrivate(), key.getPublic());
  private final byte[] root = MerkleTree.leafHash(new byte[] {1});

  @Test
  void signed_isVerified() {
    String note = signer.sign(42, root);
    assertThat(note).startsWith("log.example/a\n42\n").contains("\n\n\u2014 log.example/a ");
    assertThat(SignedNote.verify(note, "log.example/a", key.getPublic()).isOf(42, root)).isTrue();
  }

  @Test
  void publishedNoteOfTheFormat_isVerified() {
    // the example of the signed-note format's reference implementation (PeterNeumann, Ed25519)
    byte[] raw =
        java.util.Base64.getDecoder().decode("ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    assertThat(raw).hasSize(33);
    byte[] x509 = new byte[44];
    byte[] prefix = java.util.HexFormat.of().parseHex("302a300506032b6570032100");
    System.arraycopy(prefix, 0, x509, 0, 12);
    System.arraycopy(raw, 1, x509, 12, 32);
    String pem = java.util.Base64.getEncoder().encodeToString(x509);
    assertThat(SignedNote.keyId("PeterNeumann", Keys.readPublic(pem)))
        .isEqualTo(java.util.HexFormat.of().parseHex("c74f20a3"));
  }

  @Test
  void otherSize_otherOrigin_otherKey_cutOff_areRefused() {
    String note = signer.sign(42, root);
    assertThatThrownBy(
            () ->
                SignedNote.verify(
                    note.replace("\n42\n", "\n43\n"), "log.example/a", key.getPublic()))
        .isInstanceOf(CheckpointException.class);
    assertThatThrownBy(() -> SignedNote.verify(note, "log.example/b", key.getPublic()))
        .isInstanceOf(CheckpointException.class);
    assertThatThrownBy(() -> SignedNote.verify(note, "log.example/a", Keys.generate().getPublic()))
        .isInstanceOf(CheckpointException.class);
    for (int end = 0; end < note.length() - 2; end++) {
      String cut = note.substring(0, end);
      assertThatThrownBy(() -> SignedNote.verify(cut, "log.example/a", key.getPublic()))
          .isInstanceOf(CheckpointException.class);
    }
  }
}
