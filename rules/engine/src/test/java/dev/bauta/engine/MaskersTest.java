package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "email | john@example.com | j***@example.com",
        "email | not an address | [EMAIL]",
        "us-ssn | 219-09-1234 | ***-**-1234",
        "us-ssn | 219091234 | *****1234",
        "us-ssn | unknown | [US-SSN]",
        "payment-card | 4111111111111111 | ************1111",
        "payment-card | 4111-1111-1111-1111 | ****-****-****-1111",
        "phone | +49 171 123 45 67 | +** *** *** ** 67",
        "phone | (212) 555-0123 | (***) ***-**23",
        "phone | ext 12 | [PHONE]",
        "iban | DE89 3704 0044 0532 0130 00 | DE** **** **** **** **30 00",
        "iban | DE89370400440532013000 | DE****************3000",
        "ipv4 | 10.20.30.40 | 10.*.*.*",
        "ipv6 | 2001:db8::1 | 2001:*",
        "jwt | eyJhbGciOiJIUzI1NiJ9.e30.x | [JWT]",
        "secret | hunter2 | [SECRET]",
        "name | Ada Lovelace | [NAME]",
        "username | ada.l | a***",
        "username | ada@example.com | a***@example.com",
        "username | ada | [USERNAME]",
        "date-of-birth | 1815-12-10 | [DATE-OF-BIRTH]",
        "mac-address | 00:1A:2b:3c:4d:5e | 00:1A:2b:**:**:**",
        "mac-address | 001a.2b3c.4d5e | 001a.2b**.****",
        "geo-coordinates | 52.52001, -13.40495 | 52, -13",
        "geo-coordinates | 52°31'12\"N 13°24'18\"E | 52°N 13°E",
        "geo-coordinates | Berlin | [GEO-COORDINATES]",
        "bic | DEUTDEFF500 | ****DE*****",
        "imei | 35-209900-176148-1 | **-******-***148-1",
        "passport | C01X00T47 | *******47",
        "driving-licence | B072RRE2I55 | *********55",
        "vehicle-id | WVWZZZ1JZXW000001 | *************0001",
        "licence-plate | B-AB 1234 | *-** **34",
        "bank-account | 0532013000 | *******000",
        "us-bank-routing | 021000021 | *******21",
        "card-expiry | 07/29 | **/29",
        "card-security-code | 123 | [CARD-SECURITY-CODE]",
        "national-id-es | 12345678Z | ******78Z",
        "national-id-br | 529.982.247-25 | ***.***.**7-25",
        "national-id | 123456 | ****56",
        "secret | ghp_16C7e42F292c6912E7710c838347Ae178B4a | ghp_***",
        "secret | ghp_hunter2 | [SECRET]",
        "url-credentials | ada:s3cret | ***:***",
        "crypto-address | bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq | bc1q***5mdq",
        "private-key | MIIEvQ | [PRIVATE-KEY]",
        "session-id | 0123456789abcdef | [SESSION-ID]",
        "address | 12 St James's Square | [ADDRESS]",
        "health | J45.0 | [HEALTH]",
        "pii | anything | [PII]",
      })
  void partial_leavesWhatPeopleRecognise(String type, String value, String expected) {
    assertThat(Maskers.PARTIAL.mask(value, PiiType.of(type))).isEqualTo(expected);
  }

  @Test
  void redact_leavesNothing_notEvenTheLength() {
    assertThat(Maskers.REDACT.mask("a@b.example", PiiType.EMAIL)).isEqualTo("[EMAIL]");
    assertThat(Maskers.REDACT.mask("", PiiType.EMAIL)).isEqualTo("[EMAIL]");
  }

  @Test
  void whatAnotherTypeLeft_isNotMaskedAgain_butALookalikeIs() {
    assertThat(Maskers.REDACT.mask("[EMAIL]", PiiType.PII)).isEqualTo("[EMAIL]");
    assertThat(Maskers.PARTIAL.mask("[MASKED]", PiiType.PHONE)).isEqualTo("[MASKED]");
    assertThat(Maskers.REDACT.mask("[ADA]", PiiType.PII)).isEqualTo("[PII]");
    assertThat(Maskers.REDACT.mask("[email]", PiiType.PII)).isEqualTo("[PII]");
  }

  @Test
  void maskedTwice_isTheSameAsOnce() {
    Random random = new Random(5);
    String alphabet = "0123456789+-() .:@*aAf[]\u00e9\uff11\ud83d";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder value = new StringBuilder();
      for (int n = random.nextInt(24); n >= 0; n--) {
        value.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      for (PiiType type : PiiType.CONTENT) {
        String once = Maskers.PARTIAL.mask(value.toString(), type);
        assertThat(Maskers.PARTIAL.mask(once, type)).as("%s %s", type, value).isEqualTo(once);
      }
    }
  }

  @Test
  void unknownMasker_isNone() {
    assertThat(Maskers.of("hsah")).isNull();
    assertThat(Maskers.of("partial").name()).isEqualTo("partial");
    assertThat(Maskers.of("redact").name()).isEqualTo("redact");
  }
}
