package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
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

  @Test
  void numberBesideAWord_isFoundAsWhatTheWordSays() {
    assertThat(inContext("490154203237518", Context.IMEI)).isSameAs(PiiType.IMEI);
    assertThat(inContext("011000015", Context.ROUTING)).isSameAs(PiiType.US_BANK_ROUTING);
    assertThat(inContext("12345678", Context.ACCOUNT)).isSameAs(PiiType.BANK_ACCOUNT);
    assertThat(inContext("C01X00T47", Context.PASSPORT)).isSameAs(PiiType.PASSPORT);
    assertThat(inContext("340020013", Context.PASSPORT)).isSameAs(PiiType.PASSPORT);
    assertThat(inContext("1M8GDM9AXKP042788", Context.VEHICLE)).isSameAs(PiiType.VEHICLE_ID);
    assertThat(inContext("50339619890917", Context.CARD)).isSameAs(PiiType.PAYMENT_CARD);
    assertThat(inContext("011000015", Context.ROUTING | Context.ACCOUNT))
        .as("what has a check digit goes first")
        .isSameAs(PiiType.US_BANK_ROUTING);
    assertThat(inContext("9434765919", Context.HEALTH | Context.LABEL)).isSameAs(PiiType.HEALTH);
  }

  @Test
  void timeOrFewDigitsBesideAWord_isLeftAlone() {
    assertThat(inContext("1732358400", Context.ACCOUNT)).isNull();
    assertThat(inContext("1732358400123", Context.ACCOUNT)).isNull();
    assertThat(inContext("20261123", Context.PASSPORT)).isNull();
    assertThat(inContext("1234567", Context.ACCOUNT)).isNull();
    assertThat(inContext("9434765919", Context.HEALTH)).as("health check").isNull();
    assertThat(inContext("490154203237519", Context.IMEI)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1M8GDM9AXKP042788, true",
    "1M8GDM9A1KP042788, false", // check digit
    "WVWZZZ1JZXW000001, false", // of Europe: without one
    "1m8gdm9axkp042788, false",
    "1M8GDM9AXKP0427AB, false",
    "11111111111111111, false",
  })
  void vehicleNumberWithoutALabel_isFoundByItsCheckDigitOnly(String text, boolean expected) {
    Line line = new Line();
    line.read("the " + text + " is");
    Findings out = all();
    int end = IdentityDocuments.bareVehicle(line.bytes, Line.PAD + 12, out);
    assertThat(end > 0).isEqualTo(expected);
    assertThat(out.size()).isEqualTo(expected ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "01-02-03-04-05-ab, true",
    "D0-50-99-84-A2-A0, true",
    "01-02-03-04-05-06-07-ab, true",
    "2026-11-23-10-12-13, false",
    "01-02-03-04-05, false",
    "550e8400-e29b-41d4-a716-446655440000, false",
  })
  void hyphenatedMac_isFoundFromAnyPairOfDigits(String text, boolean expected) {
    Line line = new Line();
    line.read("at " + text + " now");
    Findings out = all();
    assertThat(MacAddresses.dashed(line.bytes, Line.PAD + 6, out) > 0).isEqualTo(expected);
  }

  private static PiiType inContext(String text, long said) {
    Line line = new Line();
    line.read(text);
    Findings out = all();
    LabelledNumbers.inContext(line.bytes, Line.PAD, said, out);
    return out.size() == 0 ? null : out.type(0);
  }

  private static Findings all() {
    Findings out = new Findings();
    long[] all = new long[8];
    Arrays.fill(all, -1L);
    out.clear(all);
    return out;
  }

  private static String found(String type, String text) {
    Line line = new Line();
    line.read("x=" + text);
    Findings out = all();
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
