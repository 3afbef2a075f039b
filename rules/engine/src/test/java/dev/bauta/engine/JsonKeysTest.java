package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A guessed key is the key that stands there: whatever documents came before. */
class JsonKeysTest {

  // Beginnings and ends of one another, of eight and sixteen characters and more, some with a rule.
  private static final String[] KEYS = {
    "a",
    "ab",
    "email",
    "emai",
    "emails",
    "password",
    "passwor",
    "passwords",
    "password_hint",
    "customer_email_1",
    "customer_email_2",
    "customer_email_address",
    "customer_count_address",
    "notification_id_",
    "caf\u00e9",
    "with \\\" quote",
    ""
  };

  private final Random random = new Random(7);

  @Test
  void documentsOfLookAlikeKeys_areMaskedAsByANewMasker() {
    JsonMasker old = new JsonMasker(RuleSet.builtIn());
    for (int i = 0; i < 3000; i++) {
      String json = object(0);
      assertThat(mask(old, json)).isEqualTo(mask(new JsonMasker(RuleSet.builtIn()), json));
    }
  }

  @Test
  void keyAtTheVeryEnd_isNotReadPast() {
    JsonMasker masker = new JsonMasker(RuleSet.builtIn());
    String json = "{\"a\":1,\"customer_email_1\":\"Ada\"}";
    String masked = mask(masker, json);
    for (int end = json.length(); end >= 0; end--) {
      String cut = json.substring(0, end);
      assertThat(mask(masker, cut)).doesNotContain("Ada\"").hasSizeLessThan(60);
    }
    assertThat(mask(masker, json)).isEqualTo(masked).doesNotContain("Ada");
  }

  @Test
  void everNewKeys_areNotHeld() {
    JsonKeys keys = new JsonKeys(RuleSet.builtIn());
    JsonKey start = keys.start();
    JsonKey stranger = new JsonKey(1, 0, new byte[] {1}, null, false);

    assertThat(start.goOn(stranger)).isSameAs(start);
    assertThat(start.next()).isNull();
  }

  private String object(int depth) {
    StringBuilder json = new StringBuilder("{");
    int members = random.nextInt(6);
    for (int i = 0; i < members; i++) {
      json.append(i == 0 ? "\"" : random.nextBoolean() ? ",\"" : ", \"");
      json.append(KEYS[random.nextInt(KEYS.length)]);
      json.append(random.nextInt(8) == 0 ? "\" : " : "\":").append(value(depth));
    }
    return json.append('}').toString();
  }

  private String value(int depth) {
    return switch (random.nextInt(depth < 3 ? 6 : 4)) {
      case 0 -> "17";
      case 1 -> "\"Ada\"";
      case 2 -> "\"ada@example.com\"";
      case 3 -> "null";
      case 4 -> "[" + object(depth + 1) + "," + object(depth + 1) + "]";
      default -> object(depth + 1);
    };
  }

  private static String mask(JsonMasker masker, String json) {
    return masker.mask(json, Disclosure.NOTHING, Tally.NONE);
  }
}
