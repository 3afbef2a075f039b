package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Maskers that leave a coarser value: dates, addresses, places, parts. */
class CoarseMaskersTest {

  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-05-16T22:30:00Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "month, 1984-05-17, 1984-05",
    "month, 17.05.1984, 1984-05",
    "month, 05/17/1984, 1984-05",
    "month, 17/05/1984, 1984-05",
    "month, 05/06/1984, 1984-05",
    "month, 5/6/1984, 1984-05",
    "month, 19840517, 1984-05",
    "month, 1984-05-17T10:15:30.123+02:00, 1984-05",
    "month, 1984-05-17 10:15:30, 1984-05",
    "month, 1984, 1984",
    "month, 1984-Q2, 1984-Q2",
    "quarter, 1984-12-31, 1984-Q4",
    "quarter, 1984-05, 1984-Q2",
    "year, 1984-02-29, 1984",
    "year, 1984-05-**, [DATE-OF-BIRTH]",
    "year, 1984-**-**, 1984",
    "decade, 1984-05-17, 1980s",
    "decade, 1984-Q2, 1980s",
    "decade, 1980s, 1980s",
    "age, 1984-05-16, 40-49",
    "age, 1976-05-17, 40-49",
    "age, 1976-05-16, 50-59",
    "age, 40-49, 40-49",
    "age, 41-49, [DATE-OF-BIRTH]",
    "age, 1984, [DATE-OF-BIRTH]",
    "age, 2030-01-01, [DATE-OF-BIRTH]",
    "year, 1985-02-29, [DATE-OF-BIRTH]",
    "year, 17.05.84, [DATE-OF-BIRTH]",
    "year, 31/31/1984, [DATE-OF-BIRTH]",
    "year, 17051984, [DATE-OF-BIRTH]",
    "year, yesterday, [DATE-OF-BIRTH]",
    "year, 1984-05-17T10:15:30 and more, [DATE-OF-BIRTH]",
  })
  void date_isMadeCoarser_orRedacted(String to, String value, String expected) {
    Masker masker = new DateMasker(to, 10, false, TODAY);
    assertThat(masker.mask(value, PiiType.DATE_OF_BIRTH)).isEqualTo(expected);
  }

  @Test
  void date_isReadInTheZone_andTodayToo() {
    String newYear = "1983-12-31T23:30:00Z";
    assertThat(date("UTC").mask(newYear, PiiType.DATE_OF_BIRTH)).isEqualTo("1983");
    assertThat(date("Europe/Berlin").mask(newYear, PiiType.DATE_OF_BIRTH)).isEqualTo("1984");
    Clock berlin = TODAY.withZone(ZoneId.of("Europe/Berlin")); // it is the 17th there
    assertThat(new DateMasker("age", 10, false, berlin).mask("1976-05-17", PiiType.DATE_OF_BIRTH))
        .isEqualTo("50-59");
  }

  private static Masker date(String zone) {
    return Maskers.create("date", Map.of("to", "year", "zone", zone), MaskingKeys.NONE);
  }

  @Test
  void dayFirst_isASetting() {
    Masker masker = new DateMasker("month", 10, true, TODAY);
    assertThat(masker.mask("05/06/1984", PiiType.DATE_OF_BIRTH)).isEqualTo("1984-06");
    assertThat(masker.mask("05/17/1984", PiiType.DATE_OF_BIRTH)).isEqualTo("1984-05");
  }

  @ParameterizedTest
  @CsvSource({
    "24, 48, 10.20.30.40, 10.20.30.0",
    "16, 48, 10.20.30.40, 10.20.0.0",
    "19, 48, 10.20.255.40, 10.20.224.0",
    "0, 0, 10.20.30.40, 0.0.0.0",
    "24, 48, 2001:db8:1:2:3:4:5:6, 2001:db8:1::",
    "24, 32, 2001:DB8::1, '2001:db8::'",
    "24, 48, fe80::1%eth0, 'fe80::'",
    "24, 48, ::ffff:10.20.30.40, '::ffff:10.20.30.0'",
    "24, 48, 1::2:0:0:3, '1::'",
    "24, 64, 1:0:0:2::3, 1:0:0:2::",
    "24, 48, ::1, '::'",
    "24, 48, 10.20.30, [IPV4]",
    "24, 48, 10.20.30.400, [IPV4]",
    "24, 48, 10.20.30.40:80, [IPV4]",
    "24, 48, 1::2::3, [IPV4]",
    "24, 48, 1:2:3:4:5:6:7:8:9, [IPV4]",
    "24, 48, ada, [IPV4]",
  })
  void ip_losesItsLastBits(int v4, int v6, String value, String expected) {
    assertThat(new IpMasker(v4, v6).mask(value, PiiType.IPV4)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 52.52001, 13.40495 | 52.5, 13.4",
        "2 | -33.86882,151.20929 | -33.86,151.20",
        "0 | 52.52001 13.40495 | 52 13",
        "3 | 52.5,13.4 | 52.5,13.4",
        "1 | 52\u00b031'12\"N 13\u00b024'18\"E | 52\u00b0N 13\u00b0E",
        "1 | 1852.5 | [GEO-COORDINATES]",
        "1 | 52.5, 13.4, 34.1 | [GEO-COORDINATES]",
        "1 | near 52.5 | [GEO-COORDINATES]",
      })
  void geo_losesDecimals(int decimals, String value, String expected) {
    assertThat(new GeoMasker(decimals).mask(value, PiiType.GEO_COORDINATES)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "3, ***, London SW1Y, Lon***",
    "6, ***, London, [ADDRESS]",
    "0, #, London, #",
    "1, ***, \ud83d\ude00\ud83d\ude01, \ud83d\ude00***",
  })
  void truncate_keepsTheBeginning_neverTheWhole(
      int length, String mark, String value, String expected) {
    assertThat(new TruncateMasker(length, mark).mask(value, PiiType.ADDRESS)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2, *, DE-1234-56, DE-****-56",
    "0, 4, #, 4111 1111 1111 1112, #### #### #### 1112",
    "1, 0, *, Ada Lovelace, A** ********",
    "2, 2, *, 123456, [PII]",
    "0, 0, *, abc, ***",
    "0, 1, *, \ud83d\ude00bc\ud83d\ude01, ***\ud83d\ude01",
  })
  void keep_starsTheRest_orRedactsWhatIsTooShort(
      int first, int last, char mark, String value, String expected) {
    assertThat(new KeepMasker(first, last, 3, mark).mask(value, PiiType.PII)).isEqualTo(expected);
  }
}
