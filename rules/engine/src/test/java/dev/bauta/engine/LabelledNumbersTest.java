package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledNumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "imei | 490154203237518 | 490154203237518",
        "imei | 49-015420-323751-8, ok | 49-015420-323751-8",
        "imei | 49015420323751 | 49015420323751",
        "imei | 4901542032375186 | 4901542032375186",
        "bic | DEUTDEFF | DEUTDEFF",
        "bic | deutdeff500, | deutdeff500",
        "us-bank-routing | 011000015 | 011000015",
        "us-bank-routing | 0110-0001-5. | 0110-0001-5",
        "bank-account | 12345678 at once | 12345678",
        "bank-account | 12-34-56 12345678 | 12-34-56 12345678",
        "bank-account | 01-0242-0100194-00 | 01-0242-0100194-00",
        "bank-account | 19-2000145399/0800 | 19-2000145399/0800",
        "bank-account | 12345678 2026-11-23 | 12345678",
        "bank-account | DE89370400440532013000 | DE89370400440532013000",
        "card-security-code | 123 | 123",
        "card-security-code | 1234, | 1234",
        "card-expiry | 12/26 | 12/26",
        "card-expiry | 12/2026; | 12/2026",
        "card-expiry | 2026-12 | 2026-12",
        "card-expiry | 1226 | 1226",
        "card-expiry | 12 / 26 | 12 / 26",
        "passport | C01X00T47 | C01X00T47",
        "passport | A-1234567 was | A-1234567",
        "passport | P 4366918 | P 4366918",
        "passport | 340020013 | 340020013",
        "driving-licence | MORGA657054SM9IJ | MORGA657054SM9IJ",
        "driving-licence | B072RRE2I55, | B072RRE2I55",
        "driving-licence | D123-4567-8901 issued | D123-4567-8901",
        "vehicle-id | 1M8GDM9AXKP042788 | 1M8GDM9AXKP042788",
        "vehicle-id | WVWZZZ1JZXW000001. | WVWZZZ1JZXW000001",
        "licence-plate | B-AB 1234 | B-AB 1234",
        "licence-plate | AB12 CDE9 stolen | AB12 CDE9",
        "licence-plate | 7ABC123, | 7ABC123",
        "geo-coordinates | 52.520008, 13.404954 | 52.520008, 13.404954",
        "geo-coordinates | -33.8688 | -33.8688",
        "geo-coordinates | 52.520° N, 13.405° E | 52.520° N, 13.405° E",
        "geo-coordinates | 52°31'12.0\"N 13°24'18.0\"E | 52°31'12.0\"N 13°24'18.0\"E",
        "mac-address | 001B44113AB7 | 001B44113AB7",
        "mac-address | 00 1B 44 11 3A B7 | 00 1B 44 11 3A B7",
        "mac-address | 001b.4411.3ab7 | 001b.4411.3ab7",
        "mac-address | 00-1B-44-FF-FE-11-3A-B7 | 00-1B-44-FF-FE-11-3A-B7",
        "payment-card | 4111.1111.1111.1111 | 4111.1111.1111.1111",
        "payment-card | 6759649826438453 | 6759649826438453",
        "payment-card | 50339619890917 ok | 50339619890917",
        "payment-card | 135412345678911 | 135412345678911",
        "iban | de89 3704 0044 0532 0130 00 | de89 3704 0044 0532 0130 00",
        "iban | GB82-WEST-1234-5698-7654-32 | GB82-WEST-1234-5698-7654-32",
        "health | 943 476 5919 | 943 476 5919",
        "health | A123456780 | A123456780",
      })
  void valueBehindItsLabel_isFoundWhole(String type, String text, String value) {
    assertThat(found(type, text)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "imei | 490154203237519",
        "imei | 12345",
        "bic | DEUTXXFF",
        "bic | transfer",
        "bic | DEUTDEFF5",
        "us-bank-routing | 011000016",
        "us-bank-routing | 990000012",
        "bank-account | closed",
        "bank-account | 12345",
        "card-security-code | 12",
        "card-security-code | 12345",
        "card-security-code | required",
        "card-expiry | 13/26",
        "card-expiry | never",
        "passport | required",
        "passport | 12345",
        "driving-licence | valid until",
        "vehicle-id | 1M8GDM9A1KP042788",
        "vehicle-id | 1M8GDM9AXKPO42788",
        "vehicle-id | unknown",
        "licence-plate | none",
        "licence-plate | Monday 12",
        "geo-coordinates | 1.5",
        "geo-coordinates | 252.52000",
        "mac-address | 001B44113AB",
        "mac-address | 00-1B:44-11:3A-B7",
        "payment-card | 4111111111111112",
        "payment-card | 9111111111111111",
        "iban | DE89370400440532013001",
        "health | good",
      })
  void valueOfAnotherForm_isLeftAlone(String type, String text) {
    assertThat(found(type, text)).isNull();
  }

  private static String found(String type, String text) {
    Line line = new Line();
    line.read("x=" + text);
    Findings out = new Findings();
    long[] all = new long[8];
    Arrays.fill(all, -1L);
    out.clear(all);
    int end = LabelledNumbers.at(line, Line.PAD + 2, PiiType.of(type), out);
    if (end == 0) {
      assertThat(out.size()).isZero();
      return null;
    }
    assertThat(out.type(0)).isSameAs(PiiType.of(type));
    assertThat(out.end(0)).isEqualTo(end - Line.PAD);
    return ("x=" + text).substring(out.start(0), out.end(0));
  }
}
