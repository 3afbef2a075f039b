package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskerCreationTest {

  private static final MaskingKeys KEYS =
      new MaskingKeys.Builder(Map.of("K", "correct horse battery staple"))
          .add("main", Map.of("env", "K"))
          .add("other", Map.of("env", "K"))
          .build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hsah | '' | unknown masker 'hsah'; did you mean 'hash'? known: constant, date, geo, hash, ip, "
            + "keep, null, partial, redact, token, truncate",
        "rot13 | '' | unknown masker 'rot13'; known: constant, date, geo, hash, ip, keep, null, "
            + "partial, redact, token, truncate",
        "redact | length=3 | masker 'redact': unknown setting 'length'; it has none",
        "hash | lenght=3 | masker 'hash': unknown setting 'lenght'; did you mean 'length'? known: "
            + "alphabet, key, length",
        "hash | key=mian | masker 'hash': unknown key 'mian'; did you mean 'main'? known: main, other",
        "hash | '' | masker 'hash': needs key, because there are several: main, other",
        "hash | key=main,length=7 | masker 'hash': length must be a whole number from 8 to 64, not '7'",
        "hash | key=main,length=64,alphabet=base62 | masker 'hash': length must be a whole number from 8 to "
            + "43, not '64'",
        "hash | key=main,alphabet=hax | masker 'hash': unknown alphabet 'hax'; did you mean 'hex'? known: "
            + "base62, hex",
        "token | key=main,form=tag | masker 'token': unknown form 'tag'; known: same, tagged",
        "truncate | '' | masker 'truncate': needs length, such as length: 3",
        "truncate | length=many | masker 'truncate': length must be a whole number from 0 to 1000, not 'many'",
        "truncate | length=3,mark=x | masker 'truncate': mark must be signs such as *** or #, no letters, "
            + "digits, blanks or quotes",
        "keep | '' | masker 'keep': needs first or last, such as last: 4",
        "keep | last=4,mark=- | masker 'keep': mark must be one sign such as * or #, no letter, digit, "
            + "separator or quote",
        "date | '' | masker 'date': needs to, such as to: year",
        "date | to=yaer | masker 'date': unknown to 'yaer'; did you mean 'year'? known: age, decade, "
            + "month, quarter, year",
        "date | to=year,band=5 | masker 'date': band goes with to: age only; leave it out",
        "date | to=year,zone=Mars | masker 'date': unknown zone 'Mars'; take one such as Europe/Berlin or UTC",
        "ip | v4=32 | masker 'ip': v4 must be a whole number from 0 to 30, not '32'",
        "geo | decimals=-1 | masker 'geo': decimals must be a whole number from 0 to 4, not '-1'",
        "constant | text= | masker 'constant': text must not be empty; masker 'null' leaves a value out",
      })
  void whatIsWrong_isSaid_withTheRemedy(String name, String settings, String message) {
    assertThatThrownBy(() -> Maskers.create(name, settings(settings), KEYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static Map<String, String> settings(String text) {
    Map<String, String> settings = new HashMap<>();
    if (!text.isEmpty()) {
      for (String setting : text.split(",", -1)) {
        String[] parts = setting.split("=", -1);
        settings.put(parts[0], parts[1]);
      }
    }
    return settings;
  }

  @Test
  void withoutKeys_keyedMaskersSayWhereToPutOne() {
    assertThatThrownBy(() -> Maskers.create("hash", Map.of(), MaskingKeys.NONE))
        .hasMessage(
            "masker 'hash': needs a key; give the rule file one: keys: {main: {env: BAUTA_KEY}}");
  }

  @Test
  void everyMaskerOfTheCatalogue_isMadeAndHidesItsExample() {
    MaskingKeys key =
        new MaskingKeys.Builder(Map.of("K", "correct horse battery staple"))
            .add("main", Map.of("env", "K"))
            .build();
    StringBuilder names = new StringBuilder();
    for (MaskerInfo info : Maskers.catalogue()) {
      names.append(names.length() == 0 ? "" : ", ").append(info.name());
      Masker masker = Maskers.create(info.name(), info.exampleSettings(), key);
      assertThat(masker.name()).isEqualTo(info.name());
      assertThat(masker.mask(info.exampleValue(), info.exampleType()))
          .as(info.name())
          .isNotEqualTo(info.exampleValue())
          .isNotEmpty();
    }
    assertThat(names).hasToString(Maskers.NAMES);
  }

  @Test
  void maskersThatNeedNoSettings_areThereByName() {
    for (String name : List.of("partial", "redact", "null", "constant", "ip", "geo")) {
      assertThat(Maskers.of(name).name()).isEqualTo(name);
    }
    assertThat(Maskers.of("hash")).isNull();
  }

  @Test
  void nullMasker_leavesTheValueOut_alsoInASequence() {
    Masker none = Maskers.of("null");
    assertThat(none.nulls()).isTrue();
    assertThat(none.mask("J45.0", PiiType.HEALTH)).isEqualTo("[HEALTH]");
    assertThat(Maskers.sequence(Arrays.asList(Maskers.PARTIAL, none)).nulls()).isTrue();
    assertThat(Maskers.PARTIAL.nulls()).isFalse();
  }

  @Test
  void sequence_givesEachWhatTheOneBeforeMade() {
    Masker first = Maskers.create("truncate", Map.of("length", "2"), KEYS);
    Masker hash = Maskers.create("hash", Map.of("key", "main"), KEYS);
    Masker both = Maskers.sequence(List.of(first, hash));
    assertThat(both.name()).isEqualTo("truncate, hash");
    assertThat(both.mask("London", PiiType.ADDRESS))
        .isEqualTo(hash.mask("Lo***", PiiType.ADDRESS))
        .isEqualTo(both.mask("Louisville", PiiType.ADDRESS));
    assertThat(Maskers.sequence(List.of(hash))).isSameAs(hash);
  }
}
