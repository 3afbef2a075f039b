package dev.bauta.engine.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

  // ISO/IEC 7812-1 and 7064 (clauses' examples), ISO 13616, 2108, 3297 and 6166; GS1; Verhoeff's
  // and Damm's papers by way of their usual examples 2363 and 5724; ABA's of 1911.
  @ParameterizedTest
  @CsvSource({
    "luhn, 7992 7398 713",
    "verhoeff, 2363",
    "damm, 5724",
    "mod11-2, 0794 0",
    "mod11-2, 0000-0002-1825-0097",
    "mod11-10, 07945",
    "mod37-2, G123489654321Y",
    "mod97-10, 79444",
    "iban, GB82 WEST 1234 5698 7654 32",
    "iban, DE89370400440532013000",
    "ean, 4006381333931",
    "ean, 73513537",
    "isbn, 0-306-40615-2",
    "isbn, 978-0-306-40615-7",
    "issn, 0378-5955",
    "isin, US0378331005",
    "aba, 111000025",
    "luhn-mod36, 27AAPFU0939F1ZV"
  })
  void publishedExample_isValid(String name, String number) {
    assertThat(valid(name, number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "luhn",
        "verhoeff",
        "damm",
        "mod11-2",
        "mod11-10",
        "mod37-2",
        "mod37-36",
        "mod97-10",
        "ean"
      })
  void everySingleWrongDigit_isRefused(String name) {
    Random random = new Random(1);
    for (int round = 0; round < 50; round++) {
      byte[] number = make(name, random);
      for (int i = 0; i < number.length; i++) {
        byte right = number[i];
        for (byte wrong = '0'; wrong <= '9'; wrong++) {
          if (wrong != right) {
            number[i] = wrong;
            assertThat(CheckDigits.valid(name, number, 0, number.length))
                .as(name + " " + new String(number, StandardCharsets.US_ASCII))
                .isFalse();
          }
        }
        number[i] = right;
      }
    }
  }

  @Test
  void mod27And26_isOverLetters() {
    byte[] text = "QWERTYA".getBytes(StandardCharsets.US_ASCII);
    int valid = 0;
    for (byte check = 'A'; check <= 'Z'; check++) {
      text[6] = check;
      valid += CheckDigits.valid("mod27-26", text, 0, 7) ? 1 : 0;
    }
    assertThat(valid).isEqualTo(1);
  }

  @Test
  void everyName_isKnown_andNoOther() {
    for (String name : CheckDigits.NAMES) {
      CheckDigits.valid(name, "00".getBytes(StandardCharsets.US_ASCII), 0, 2);
      CheckDigits.valid(name, new byte[0], 0, 0);
    }
    assertThatThrownBy(() -> valid("crc", "1")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void separators_arePassedOver() {
    assertThat(valid("luhn", "4111-1111-1111-1111")).isTrue();
    assertThat(valid("verhoeff", "2-3-6-3")).isTrue();
  }

  private static byte[] make(String name, Random random) {
    while (true) {
      byte[] number = new byte[name.equals("ean") ? 13 : 11];
      for (int i = 0; i < number.length; i++) {
        number[i] = (byte) ('0' + random.nextInt(10));
      }
      if (CheckDigits.valid(name, number, 0, number.length)) {
        return number;
      }
    }
  }

  private static boolean valid(String name, String number) {
    byte[] b = number.getBytes(StandardCharsets.US_ASCII);
    return CheckDigits.valid(name, b, 0, b.length);
  }
}
