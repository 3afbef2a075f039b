package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every masker, every type and any value at all. */
class MaskerPropertiesTest {

  static final MaskingKeys KEYS =
      new MaskingKeys.Builder(
              Map.of("K1", "correct horse battery staple", "K2", "Tr0ub4dor&3 and one more"))
          .add("k1", Map.of("env", "K1"))
          .add("k2", Map.of("env", "K2", "previous", "k1"))
          .build();

  static List<Masker> single() {
    return List.of(
        Maskers.PARTIAL,
        Maskers.REDACT,
        create("null", Map.of()),
        create("constant", Map.of("text", "Ada")),
        create("truncate", Map.of("length", "4")),
        create("truncate", Map.of("length", "0", "mark", "#")),
        create("keep", Map.of("first", "2", "last", "3")),
        create("keep", Map.of("last", "4", "mark", "#", "hidden", "1")),
        create("ip", Map.of()),
        create("ip", Map.of("v4", "0", "v6", "19")),
        create("geo", Map.of()),
        create("geo", Map.of("decimals", "0")),
        create("date", Map.of("to", "month")),
        create("date", Map.of("to", "quarter", "order", "dmy", "zone", "Asia/Tokyo")),
        create("date", Map.of("to", "year")),
        create("date", Map.of("to", "decade")),
        create("date", Map.of("to", "age", "band", "5")),
        create("hash", Map.of("key", "k1")),
        create("hash", Map.of("alphabet", "base62", "length", "43")),
        create("token", Map.of("key", "k1")),
        create("token", Map.of()),
        create("token", Map.of("form", "tagged")));
  }

  static List<Masker> all() {
    List<Masker> all = new ArrayList<>(single());
    for (Masker first : single()) {
      for (Masker second : single()) {
        try {
          all.add(Maskers.sequence(List.of(first, second)));
        } catch (IllegalArgumentException e) {
          assertThat(e).hasMessageContaining("finds nothing");
        }
      }
    }
    return all;
  }

  private static Masker create(String name, Map<String, String> settings) {
    return Maskers.create(name, settings, KEYS);
  }

  @ParameterizedTest
  @MethodSource("single")
  void maskedTwice_isTheSameAsOnce_andAsMaskedByAnotherInstance(Masker masker) {
    TypedValues values = new TypedValues(7);
    for (PiiType type : PiiType.CONTENT) {
      for (int i = 0; i < 60; i++) {
        holds(masker, values.of(type), type);
        holds(masker, values.junk(24), type);
        holds(masker, values.lookalike(), type);
      }
    }
  }

  @Test
  void sequences_maskedTwice_areTheSameAsOnce() {
    TypedValues values = new TypedValues(8);
    for (Masker masker : all()) {
      for (PiiType type : PiiType.CONTENT) {
        holds(masker, values.of(type), type);
        holds(masker, values.lookalike(), type);
      }
    }
  }

  private static void holds(Masker masker, String value, PiiType type) {
    String once = masker.mask(value, type);
    String what = masker.name() + " of " + type + " <" + value + ">";
    assertThat(once).as(what).isNotNull();
    assertThat(masker.mask(once, type)).as(what).isEqualTo(once);
    assertThat(masker.mask(value, type)).as(what).isEqualTo(once);
  }

  @Test
  void aLongValue_isMasked() {
    char[] letters = new char[1 << 20];
    for (char c : new char[] {'a', '7', '*', ' ', '\ud83d', ':', '.'}) {
      Arrays.fill(letters, c);
      String value = new String(letters);
      for (Masker masker : single()) {
        for (PiiType type : List.of(PiiType.NAME, PiiType.EMAIL, PiiType.PHONE, PiiType.IPV6)) {
          assertThat(masker.mask(value, type).equals(value) && c != '*').isFalse();
        }
      }
    }
  }

  @Test
  void emptyValue_isMasked() {
    for (Masker masker : single()) {
      for (PiiType type : PiiType.CONTENT) {
        assertThat(masker.mask("", type)).isNotNull();
      }
    }
  }

  @Test
  void keyedMaskers_neverGiveTheValueItself() {
    TypedValues values = new TypedValues(9);
    for (String name : List.of("hash", "token")) {
      Masker masker = create(name, Map.of("key", "k1"));
      for (PiiType type : PiiType.CONTENT) {
        for (int i = 0; i < 100; i++) {
          String value = values.of(type);
          assertThat(masker.mask(value, type)).as("%s", type).isNotEqualTo(value);
          assertThat(masker.mask(value, type).contains(value)).as("%s %s", type, value).isFalse();
        }
      }
    }
  }

  @Test
  void otherKey_otherValues() {
    TypedValues values = new TypedValues(10);
    for (String name : List.of("hash", "token")) {
      Masker one = create(name, Map.of("key", "k1"));
      Masker two = create(name, Map.of("key", "k2"));
      for (PiiType type : PiiType.CONTENT) {
        String value = values.of(type);
        String masked = one.mask(value, type);
        if (!RedactMasker.isRedacted(masked)) {
          assertThat(two.mask(value, type)).as("%s", type).isNotEqualTo(masked);
        }
      }
    }
  }

  @Test
  void formerKeysOutputs_areLeftAlone() {
    TypedValues values = new TypedValues(11);
    for (String name : List.of("hash", "token")) {
      Masker former = create(name, Map.of("key", "k1"));
      Masker now = create(name, Map.of("key", "k2"));
      for (PiiType type : PiiType.CONTENT) {
        String masked = former.mask(values.of(type), type);
        assertThat(now.mask(masked, type)).as("%s", type).isEqualTo(masked);
      }
    }
  }

  @Test
  void inText_aMaskedValueIsNotFoundAsSomethingElse() {
    TypedValues values = new TypedValues(12);
    for (Masker masker : single()) {
      Masker[] maskers = new Masker[PiiType.CONTENT.size()];
      Arrays.fill(maskers, masker);
      long[] enabled = new long[(maskers.length >>> 6) + 1];
      Arrays.fill(enabled, -1L);
      TextMasker text = new TextMasker(maskers, enabled);
      for (PiiType type : PiiType.CONTENT) {
        for (String around : List.of("value %s.", "phone: %s, called", "%s", "card=%s")) {
          staysInText(text, String.format(around, values.of(type)));
        }
        // under a label that ends at a blank, no value with one: the two would be glued together
        staysInText(text, "password=" + values.of(type).replace(' ', '-'));
      }
    }
  }

  private static void staysInText(TextMasker text, String raw) {
    String once = text.mask(raw, Disclosure.NOTHING, Tally.NONE);
    assertThat(text.mask(once, Disclosure.NOTHING, Tally.NONE)).as(raw).isEqualTo(once);
  }

  @Test
  void blindMasker_isRefused() {
    List<Masker> blind = List.of(create("hash", Map.of()), create("ip", Map.of()));
    assertThatThrownBy(() -> Maskers.sequence(blind))
        .hasMessage(
            "masker 'ip' finds nothing to work on behind 'hash'; leave it out or put it first");
    assertThatThrownBy(() -> Maskers.sequence(List.of())).hasMessageContaining("at least one");
  }
}
