package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.engine.ids.IdFormat;
import dev.bauta.engine.ids.IdFormats;
import dev.bauta.engine.ids.IdToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The corpus {@code national-ids.tsv}: country, name, value, valid or not. Published specimens, and
 * numbers made by chance whose check digits a second implementation confirmed where it knows them.
 */
class NationalIdsTest {

  private final Line line = new Line();
  private final Findings out = new Findings();

  @Test
  void validNumber_isFoundWhole_behindItsLabel() throws IOException {
    List<String> missed = new ArrayList<>();
    for (String[] row : corpus("valid")) {
      String text = "id: " + row[2] + ", next";
      label(text, PiiType.nationalId(row[0]));
      if (out.size() != 1
          || out.type(0) != PiiType.nationalId(row[0])
          || !text.substring(out.start(0), out.end(0)).equals(row[2])) {
        missed.add(String.join(" ", row));
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void wrongCheckDigit_isNotThatNumber() throws IOException {
    List<String> found = new ArrayList<>();
    for (String[] row : corpus("invalid")) {
      label("id: " + row[2] + ", next", PiiType.nationalId(row[0]));
      if (out.size() > 0 && out.rule(0).equals(row[1])) {
        found.add(String.join(" ", row));
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void checkedNumber_isFound_underALabelOfNoCountry() throws IOException {
    assertThat(share("national id: ", f -> !f.unchecked && !f.company)).isGreaterThan(0.98);
  }

  @Test
  void companysNumber_isFound_underALabelOfTaxes() throws IOException {
    assertThat(share("tax id: ", f -> !f.unchecked && f.company)).isGreaterThan(0.98);
  }

  @Test
  void uncheckedRunOfDigits_isNoNumber_underALabelOfNoCountry() {
    for (String run : new String[] {"30123456", "123456", "98765", "10203040506", "211599345519"}) {
      label("national id: " + run + ".", PiiType.NATIONAL_ID);
      assertThat(out.size()).as(run).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"30.123.456", "1-0278-0527", "34201-0891231-8", "151/815/08156"})
  void uncheckedNumber_inItsCountrysLayout_isFound_underALabelOfNoCountry(String value) {
    label("national id: " + value + ".", PiiType.NATIONAL_ID);
    assertThat(out.size()).isEqualTo(1);
  }

  @Test
  void differentSignsInOneNumber_mustBeItsLayout() {
    label("national id: 860.400.538-7.", PiiType.NATIONAL_ID);
    assertThat(out.size()).isEqualTo(1);
    label("national id: 860/400.538-7.", PiiType.NATIONAL_ID);
    assertThat(out.size()).isZero();
  }

  private double share(String label, Predicate<IdFormat> of) throws IOException {
    int found = 0;
    int all = 0;
    for (String[] row : corpus("valid")) {
      if (of.test(format(row[1]))) {
        all++;
        label(label + row[2] + ".", PiiType.NATIONAL_ID);
        found += out.size();
      }
    }
    return (double) found / all;
  }

  private static IdFormat format(String name) {
    for (int length = 0; length <= IdToken.MAX; length++) {
      for (IdFormat format : IdFormats.ofLength(length)) {
        if (format.name.equals(name)) {
          return format;
        }
      }
    }
    throw new IllegalArgumentException(name);
  }

  @Test
  void everyFormat_hasTwoExamples_andSixtyCountriesHaveFormats() throws IOException {
    Map<String, Integer> examples = new HashMap<>();
    Set<String> countries = new HashSet<>();
    for (String[] row : corpus("valid")) {
      examples.merge(row[1], 1, Integer::sum);
      countries.add(row[0]);
    }
    assertThat(examples.values()).allMatch(n -> n >= 2);
    assertThat(countries).hasSizeGreaterThan(60);
    for (int length = 0; length <= IdToken.MAX; length++) {
      for (IdFormat format : IdFormats.ofLength(length)) {
        assertThat(examples).containsKey(format.name);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RSSMRA85T10A562S",
        "131052-308T",
        "131052A308T",
        "AB123456C",
        "111.444.777-35",
        "756.9217.0769.85",
        "X-2482300-W",
        "HEGG560427MVZRRL04",
        "11010519491231002X",
        "A123456(3)",
        "912-90-3456",
        "85.07.30-033.28"
      })
  void rareShape_isFound_withoutAWord(String value) {
    assertThat(bare("user " + value + " signed in")).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10010405214", "943 476 5919", "44051401359", "8001015009087", "1700000000000",
        "RSSMRA85T10A562T", "131052-308U", "111.444.777-36", "2026-11-23", "12.34.56.78",
        "blk_-1608999687919862906", "9f86d081-884c-4d65-9a2f", "QQ12345", "12345678Z"
      })
  void plainNumber_isLeftAlone_withoutAWord(String value) {
    assertThat(bare("user " + value + " signed in")).isEmpty();
  }

  @Test
  void numberBesideAWord_isFound_ofTheCountryThatIsNamed() {
    String text = "his PESEL is 44051401359 today";
    read(text);
    long said = (long) PiiType.nationalId("pl").index() << 48;
    int at = Line.PAD + text.indexOf("440");
    int end = NationalIds.inContext(line.bytes, at, Line.PAD, said, out);
    assertThat(end).isEqualTo(at + 11);
    assertThat(out.type(0)).isEqualTo(PiiType.nationalId("pl"));
  }

  @Test
  void countryPrefix_belongsToTheNumber() {
    label("id: HR 33392005961", PiiType.nationalId("hr"));
    assertThat(out.end(0) - out.start(0)).isEqualTo(14);
  }

  @Test
  void socialSecurityLabel_takesNineDigits_butNotThoseNeverIssued() {
    label("ssn: 536904399", PiiType.US_SSN);
    assertThat(out.type(0)).isEqualTo(PiiType.US_SSN);
    label("ssn: 666904399", PiiType.US_SSN);
    assertThat(out.size()).isZero();
  }

  @Test
  void anyText_isLookedAt_withoutAFault() {
    Random random = new Random(5);
    String signs = "0123456789012345678901234567890123456789AZXKabñ -./+()[]\u0434\u0661";
    for (int round = 0; round < 50_000; round++) {
      StringBuilder text = new StringBuilder("id:");
      for (int i = random.nextInt(45); i > 0; i--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      label(text.append(' ').toString(), PiiType.NATIONAL_ID);
      label(text.toString(), PiiType.CONTENT.get(random.nextInt(PiiType.CONTENT.size())));
      bare(text.toString());
      read(text.toString());
      int at = Line.PAD + random.nextInt(line.length);
      if (Ascii.digit(line.bytes[at])) {
        assertThat(NationalIds.inContext(line.bytes, at, Line.PAD, 0, out))
            .isLessThanOrEqualTo(Line.PAD + line.length);
      }
    }
  }

  private void label(String text, PiiType type) {
    read(text);
    NationalIds.labelled(line, Line.PAD + text.indexOf(':') + 2, type, out);
  }

  private String bare(String text) {
    read(text);
    for (int i = Line.PAD; i < Line.PAD + line.length && out.size() == 0; i++) {
      if (Ascii.digit(line.bytes[i])) {
        NationalIds.bare(line.bytes, i, Line.PAD, out);
      }
    }
    return out.size() == 0 ? "" : text.substring(out.start(0), out.end(0));
  }

  private void read(String text) {
    line.read(text);
    long[] all = new long[8];
    Arrays.fill(all, -1);
    out.clear(all);
  }

  private static List<String[]> corpus(String kind) throws IOException {
    List<String[]> rows = new ArrayList<>();
    try (InputStream in = NationalIdsTest.class.getResourceAsStream("/corpus/national-ids.tsv")) {
      for (String row : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (row.endsWith("\t" + kind)) {
          rows.add(row.split("\t", -1));
        }
      }
    }
    return rows;
  }
}
