package dev.bauta.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;

class KeysTest {

  private final KeyPair keys = Keys.generate();

  @Test
  void keys_readBackAsWritten() {
    assertThat(Keys.readPublic(Keys.writePublic(keys.getPublic()))).isEqualTo(keys.getPublic());
    assertThat(Keys.readPrivate(Keys.writePrivate(keys.getPrivate()))).isEqualTo(keys.getPrivate());
  }

  @Test
  void aPublicKey_isReadFromOneLineOfBase64AndWithWindowsLineEnds() {
    String pem = Keys.writePublic(keys.getPublic());
    assertThat(Keys.readPublic(pem.split("\n")[1])).isEqualTo(keys.getPublic());
    assertThat(Keys.readPublic(pem.replace("\n", "\r\n"))).isEqualTo(keys.getPublic());
  }

  @Test
  void theKid_isSixteenCharactersThatBelongToTheKey() {
    assertThat(Keys.kid(keys.getPublic())).matches("[A-Za-z0-9_-]{16}");
    assertThat(Keys.kid(keys.getPublic())).isEqualTo(Keys.kid(keys.getPublic()));
    assertThat(Keys.kid(keys.getPublic())).isNotEqualTo(Keys.kid(Keys.generate().getPublic()));
  }

  @Test
  void aKeyOfAnotherKind_isRefusedWithoutRepeatingIt() throws NoSuchAlgorithmException {
    KeyPair other = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    String text = Keys.writePublic(other.getPublic());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Keys.readPublic(text))
        .withMessage("no Ed25519 public key (X.509, PEM or base64)");
  }

  @Test
  void aPrivateKeyWhereAPublicOneBelongs_isRefusedWithoutRepeatingIt() {
    String text = Keys.writePrivate(keys.getPrivate());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Keys.readPublic(text))
        .withMessage("no Ed25519 public key (X.509, PEM or base64)")
        .withNoCause();
    assertThatIllegalArgumentException().isThrownBy(() -> Keys.readPublic(""));
  }
}
