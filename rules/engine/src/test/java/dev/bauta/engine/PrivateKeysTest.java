package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys over several lines; those on one line are in the corpus. */
class PrivateKeysTest {

  private static final RuleSet RULES = RuleSet.builtIn();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PRIVATE KEY",
        "RSA PRIVATE KEY",
        "EC PRIVATE KEY",
        "DSA PRIVATE KEY",
        "OPENSSH PRIVATE KEY",
        "ENCRYPTED PRIVATE KEY"
      })
  void key_isHiddenWithItsFirstAndLastLine(String label) {
    for (String lineEnd : new String[] {"\n", "\r\n", "\n  "}) {
      String key = block(label, "", lineEnd, 26);
      assertThat(mask("loaded\n" + key + "\nfrom disk"))
          .isEqualTo("loaded\n[PRIVATE-KEY]\nfrom disk");
    }
  }

  @Test
  void keyWithHeaders_isHiddenWithThem() {
    String headers = "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00FF11EE22DD33CC\n\n";
    assertThat(mask(block("RSA PRIVATE KEY", headers, "\n", 12))).isEqualTo("[PRIVATE-KEY]");
    String comment = "Version: X 1.2 (Linux)\nComment: <a@example.org>\n\n";
    assertThat(mask(block("PGP PRIVATE KEY BLOCK", comment, "\n", 12))).isEqualTo("[PRIVATE-KEY]");
  }

  @Test
  void twoKeysAndACertificate_onlyTheKeysAreHidden() {
    String certificate = block("CERTIFICATE", "", "\n", 12);
    String key = block("PRIVATE KEY", "", "\n", 12);
    assertThat(mask(key + "\n" + certificate + "\n" + key))
        .isEqualTo("[PRIVATE-KEY]\n" + certificate + "\n[PRIVATE-KEY]");
  }

  @Test
  void keyBehindALabel_isAKey() {
    String key = block("PRIVATE KEY", "", "\n", 3);
    assertThat(mask("private_key: " + key + "\nnext: 1"))
        .isEqualTo("private_key: [PRIVATE-KEY]\nnext: 1");
  }

  @Test
  void keyCutOff_isHiddenToTheEnd() {
    String key = block("PRIVATE KEY", "", "\n", 20);
    assertThat(mask("got " + key.substring(0, 700))).isEqualTo("got [PRIVATE-KEY]");
  }

  private static String block(String label, String headers, String lineEnd, int lines) {
    Random random = new Random(lines);
    StringBuilder block = new StringBuilder("-----BEGIN " + label + "-----" + lineEnd + headers);
    for (int i = 0; i < lines; i++) {
      block.append(TestTokens.of(i == 0 ? "MIIE" : "", i == 0 ? "w60" : "B63w1", random));
      block.append(lineEnd);
    }
    return block.append("-----END ").append(label).append("-----").toString();
  }

  private static String mask(String text) {
    return RULES.text().mask(text, Disclosure.NOTHING, Tally.NONE);
  }
}
