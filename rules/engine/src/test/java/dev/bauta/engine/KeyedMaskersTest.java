package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyedMaskersTest {

  private static final MaskingKeys KEYS =
      new MaskingKeys.Builder(
              Map.of(
                  "A", "000102030405060708090a0b0c0d0e0f", "B", "101112131415161718191a1b1c1d1e1f"))
          .add("k1", Map.of("env", "A"))
          .add("k2", Map.of("env", "B", "previous", "k1"))
          .build();

  private static final Masker TOKEN = Maskers.create("token", Map.of("key", "k1"), KEYS);

  /** Stored hashes and tokens must stay what they are: a change here is a change of all of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hash | email | ada@example.com | email#b82674cfcf95",
        "token | payment-card | 4111111111111111 | 0498815294011188",
        "token | email | ada@example.com | adeuhsd5gaoyn7gk@tok.invalid",
        "token | iban | GB29NWBK60161331926819 | GB00ZAZL07486641798088",
        "token | name | Ada Lovelace | tok_Xhi_Bmcanxcv_bldo7",
      })
  void outputs_arePinned(String name, String type, String value, String expected) {
    Masker masker = Maskers.create(name, Map.of("key", "k1"), KEYS);
    assertThat(masker.mask(value, PiiType.of(type))).isEqualTo(expected);
  }

  @Test
  void hash_namesItsKey_whereThereWereOthers() {
    Masker hash = Maskers.create("hash", Map.of("length", "8"), KEYS);
    assertThat(hash.mask("ada", PiiType.NAME)).matches("name#k2:[a-f][0-9a-f]{7}");
    Masker base62 = Maskers.create("hash", Map.of("key", "k1", "alphabet", "base62"), KEYS);
    assertThat(base62.mask("ada", PiiType.NAME)).matches("name#[A-Za-z][0-9A-Za-z]{11}");
  }

  @Test
  void hash_isTheSameWhateverTheType() {
    Masker hash = Maskers.create("hash", Map.of("key", "k1"), KEYS);
    String name = hash.mask("ada", PiiType.NAME);
    assertThat(hash.mask("ada", PiiType.USERNAME)).isEqualTo(name.replace("name", "username"));
  }

  @Test
  void whatOnlyLooksLikeAHash_isHashed() {
    Masker hash = Maskers.create("hash", Map.of("key", "k1"), KEYS);
    for (String value :
        List.of(
            "email#1f2c41d0a1b2",
            "email#af2c41d0a1b",
            "email#k3:af2c41d0a1b2",
            "nothing#af2c41d0a1b2",
            "#af2c41d0a1b2",
            "EMAIL#af2c41d0a1b2")) {
      assertThat(hash.mask(value, PiiType.NAME)).startsWith("name#").isNotEqualTo(value);
    }
  }

  @Test
  void cardToken_keepsTheForm_andIsNeverACard() {
    TypedValues values = new TypedValues(20);
    Set<String> tokens = new HashSet<>();
    Set<String> cards = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String card = values.of(PiiType.PAYMENT_CARD);
      String token = TOKEN.mask(card, PiiType.PAYMENT_CARD);
      assertThat(token.length()).isEqualTo(card.length());
      assertThat(token).startsWith("0").satisfies(t -> assertThat(TypedValues.isLuhn(t)).isFalse());
      for (int at = 0; at < card.length(); at++) {
        assertThat(token.charAt(at) == '-').isEqualTo(card.charAt(at) == '-');
      }
      cards.add(card.replace("-", ""));
      tokens.add(token.replace("-", ""));
    }
    assertThat(tokens).hasSameSizeAs(cards);
  }

  @Test
  void cardToken_ofTheSameCardInOtherGroups_hasTheSameDigits() {
    String token = TOKEN.mask("4111111111111111", PiiType.PAYMENT_CARD);
    assertThat(TOKEN.mask("4111-1111-1111-1111", PiiType.PAYMENT_CARD).replace("-", ""))
        .isEqualTo(token);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "payment-card ~ 4111 1111 1111 1111 ~ 0\\d{3} \\d{4} \\d{4} \\d{4}",
        "payment-card ~ 4111111111111112 ~ \\[PAYMENT-CARD]",
        "imei ~ 35-209900-176148-1 ~ 7\\d-\\d{6}-\\d{6}-\\d",
        "us-bank-routing ~ 021000021 ~ 9\\d{8}",
        "us-ssn ~ 219-09-1234 ~ 9\\d\\d-([0-4]\\d|6[6-9]|89|93)-\\d{4}",
        "us-ssn ~ 219-09-123 ~ \\[US-SSN]",
        "iban ~ DE89 3704 0044 0532 0130 00 ~ DE00\\d{18}",
        "iban ~ GB29NWBK60161331926819 ~ GB00[A-Z]{4}\\d{14}",
        "phone ~ +49 171 1234567 ~ \\+999\\d{2} \\d{3} \\d{7}",
        "phone ~ (212) 555-0123 ~ \\+999\\(\\d{3}\\) \\d{3}-\\d{4}",
        "phone ~ 110 ~ \\[PHONE]",
        "email ~ ada@example.com ~ [a-z][a-z2-7]{15}@tok\\.invalid",
        "ipv4 ~ 10.20.30.40 ~ 2(4\\d|5[0-4])(\\.\\d{1,3}){3}",
        "ipv6 ~ 2001:db8::1 ~ f0[0-9a-f]{2}(:[0-9a-f]{4}){7}",
        "mac-address ~ 00:1A:2b:3c:4d:5e ~ f3(:[0-9a-f]{2}){5}",
        "name ~ Ada-Lou Lovelace ~ tok_[A-Z][a-z]{2}-[A-Z][a-z]{2}_[A-Z][a-z]{7}_[a-z][a-z2-7]{4}",
        "name ~ J\u00fcrgen M\u00fcller ~ tok_[A-Z][a-z]{5}_[A-Z][a-z]{5}_[a-z][a-z2-7]{4}",
        "name ~ Ada ~ \\[NAME]",
        "passport ~ C01X00T47 ~ tok_[A-Z]\\d\\d[A-Z]\\d\\d[A-Z]\\d\\d_[a-z][a-z2-7]{4}",
        "national-id-br ~ 529.982.247-25 ~ tok_\\d{3}\\.\\d{3}\\.\\d{3}-\\d\\d_[a-z][a-z2-7]{4}",
        "card-security-code ~ 123 ~ \\[CARD-SECURITY-CODE]",
        "secret ~ hunter2 ~ tok_[a-z][a-z2-7]{19}_[a-z][a-z2-7]{4}",
      })
  void token_hasTheForm(String type, String value, String pattern) {
    assertThat(TOKEN.mask(value, PiiType.of(type))).matches(pattern);
  }

  @Test
  void taggedTokens_areOneToOne() {
    Masker tagged = Maskers.create("token", Map.of("key", "k1", "form", "tagged"), KEYS);
    Set<String> tokens = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String ssn = "219-" + (10 + i % 89) + "-" + (1000 + i % 9000);
      tokens.add(tagged.mask(ssn, PiiType.US_SSN));
      assertThat(tagged.mask(ssn, PiiType.US_SSN)).startsWith("tok_");
    }
    Set<String> values = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      values.add("219-" + (10 + i % 89) + "-" + (1000 + i % 9000));
    }
    assertThat(tokens).hasSameSizeAs(values);
  }

  @Test
  void cardToken_isNeverTagged() {
    Masker tagged = Maskers.create("token", Map.of("key", "k1", "form", "tagged"), KEYS);
    assertThat(tagged.mask("4111111111111111", PiiType.PAYMENT_CARD))
        .isEqualTo(TOKEN.mask("4111111111111111", PiiType.PAYMENT_CARD));
  }

  @Test
  void whatOnlyLooksTagged_isMasked() {
    String token = TOKEN.mask("C01X00T47", PiiType.PASSPORT);
    char last = token.charAt(token.length() - 1);
    String forged = token.substring(0, token.length() - 1) + (last == 'a' ? 'b' : 'a');
    assertThat(TOKEN.mask(token, PiiType.PASSPORT)).isEqualTo(token);
    assertThat(TOKEN.mask(forged, PiiType.PASSPORT)).isNotEqualTo(forged);
    assertThat(TOKEN.mask("tok_1AbCdEfGhIjKlMnO_abcde", PiiType.SECRET))
        .doesNotContain("1AbCdEfGhIjKlMnO");
  }

  @Test
  void threads_getTheSameTokens() throws Exception {
    List<String> values = new ArrayList<>();
    TypedValues random = new TypedValues(21);
    for (int i = 0; i < 500; i++) {
      values.add(random.of(PiiType.NAME));
    }
    Callable<List<String>> work =
        () -> {
          List<String> tokens = new ArrayList<>();
          for (String value : values) {
            tokens.add(TOKEN.mask(value, PiiType.NAME));
          }
          return tokens;
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<List<String>> one = threads.submit(work);
      Future<List<String>> two = threads.submit(work);
      assertThat(one.get()).isEqualTo(two.get()).isEqualTo(work.call());
    } finally {
      threads.shutdown();
    }
  }
}
