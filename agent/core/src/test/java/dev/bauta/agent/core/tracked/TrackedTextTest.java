package dev.bauta.agent.core.tracked;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was seen as a name is found again in text, and other text is left alone. */
class TrackedTextTest {

  private static final int NAME = 7;
  private static final int CITY = 9;

  private final AtomicLong clock = new AtomicLong(1L << 40);
  private final TrackedValues values = new TrackedValues(65_536, 300, clock::get);
  private final TrackedText text = new TrackedText(values);

  private String mask(String line) {
    return text.mask(line, (type, value) -> "<" + type + ">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ada Lovelace | <7>",
        "order of Ada Lovelace shipped | order of <7> shipped",
        "hello Ada | hello <7>",
        "Mrs. Lovelace, please | Mrs. <7>, please",
        "ADA LOVELACE | <7>",
        "ada.lovelace | <7>",
        "Lovelace, Ada | <7>",
        "{name=Ada Lovelace, id=5} | {name=<7>, id=5}",
        "/find?name=Ada%20Lovelace&x=1 | /find?name=<7>&x=1",
        "/find?name=Ada+Lovelace | /find?name=<7>",
        "AdaLovelace | <7>",
        "adaLovelace2 | <7>2",
        "user_ada_lovelace_1 | user_<7>_1",
        "Ada and Grace | <7> and Grace",
        "Adah Lovelaces | Adah Lovelaces",
        "canada lovely | canada lovely",
        "Bamako Bada | Bamako Bada",
      })
  void aNameOfTwoParts_isFoundInEveryForm(String line, String expected) {
    values.note(NAME, true, "Ada Lovelace");

    assertThat(mask(line)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NY", "Lee", "true", "active", "1", "Mark", "May", "12345", "null", "Max"})
  void shortAndCommonValues_hideNothing(String value) {
    values.note(NAME, true, value);
    String line = "mark may be active: true, NY 1 12345 Lee null max";

    assertThat(mask(line)).isSameAs(line);
  }

  @Test
  void aNameOfCommonWords_isHiddenAsAWhole_andItsPartsAreNot() {
    values.note(NAME, true, "Rose Baker");

    assertThat(mask("a rose for the baker, for Rose Baker"))
        .isEqualTo("a rose for the baker, for <7>");
  }

  @Test
  void whatIsNoName_isHiddenAsAWholeOnly() {
    values.note(CITY, false, "Great Yarmouth");
    values.note(CITY, false, "K-4711-998877");
    values.note(CITY, false, "Timbuktu");

    assertThat(mask("to Yarmouth or GREAT YARMOUTH")).isEqualTo("to Yarmouth or <9>");
    assertThat(mask("k-4711-998877 and 998877")).isEqualTo("k-<9> and 998877");
    assertThat(mask("from Timbuktu.")).isEqualTo("from <9>.");
  }

  @Test
  void otherAlphabetsAndAccents_areWordsToo() {
    values.note(NAME, true, "Łukasz Wójcik");
    values.note(NAME, true, "Ольга Иванова");
    values.note(NAME, true, "Zoë Ångström");

    assertThat(mask("dla ŁUKASZ WÓJCIK i Wójcik")).isEqualTo("dla <7> i <7>");
    assertThat(mask("для ольга")).isEqualTo("для <7>");
    assertThat(mask("ÅNGSTRÖM units")).isEqualTo("<7> units");
  }

  @Test
  void aValue_isForgottenAfterItsTime_andKeptWhileItIsSeen() {
    values.note(NAME, true, "Ada Lovelace");
    clock.addAndGet(200_000_000_000L);
    assertThat(mask("Ada Lovelace")).isEqualTo("<7>");
    values.note(NAME, true, "Ada Lovelace");
    clock.addAndGet(200_000_000_000L);
    assertThat(mask("Ada Lovelace")).isEqualTo("<7>");
    clock.addAndGet(310_000_000_000L);
    assertThat(mask("Ada Lovelace")).isEqualTo("Ada Lovelace");
  }

  /** The filter forgets by generations: nothing that is still known may be lost with it. */
  @Test
  void whateverElseIsNoted_aValueIsKnownForItsTime() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      String name = "Name" + random.nextInt() + "x";
      values.note(NAME, true, name);
      for (int i = 0; i < 29; i++) {
        clock.addAndGet(10_000_000_000L);
        values.note(NAME, true, "Other" + random.nextInt() + "y");
        assertThat(mask("to " + name + "!")).as("round %s, %s0 s", round, i).isEqualTo("to <7>!");
      }
      clock.addAndGet(random.nextInt() & 0x7FFFFFFFFL);
    }
  }

  @Test
  void whatNoLongerFits_isCounted() {
    TrackedValues small = new TrackedValues(64, 300, clock::get);
    for (int i = 0; i < 1_000; i++) {
      small.note(NAME, true, "Name" + i + "x");
    }

    assertThat(small.evicted()).isGreaterThan(900);
  }

  @Test
  void nothingIsAllocated_andNothingChanges_whereNothingIsFound() {
    values.note(NAME, true, "Ada Lovelace");
    String line = "GET /orders/1815 200 in 12 ms, adapter lovely, admin, address, load 0.5";

    assertThat(mask(line)).isSameAs(line);
    assertThat(mask("")).isEmpty();
    assertThat(mask("%")).isEqualTo("%");
    assertThat(mask("%4")).isEqualTo("%4");
    assertThat(mask("ad")).isEqualTo("ad");
  }

  /** Any text, any value: what is found is a value, and what is left has none. */
  @Test
  void madeUpNamesInMadeUpText_areAllFound() {
    Random random = new Random(11);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      names.add(word(random) + " " + word(random));
      values.note(NAME, true, names.get(i));
    }
    int missed = 0;
    for (String name : names) {
      for (String form : forms(name)) {
        String masked = mask("12:00:01 INFO worker-3 " + form + " (17 ms)");
        missed +=
            masked.toLowerCase(Locale.ROOT).contains(name.substring(1).toLowerCase(Locale.ROOT))
                ? 1
                : 0;
        missed += masked.contains("<7>") ? 0 : 1;
      }
    }

    assertThat(missed).isZero();
  }

  private static List<String> forms(String name) {
    String[] parts = name.split(" ");
    return List.of(
        name,
        "user=" + name + ";",
        "[" + name + "]",
        "\"" + name + "\"",
        name.toUpperCase(Locale.ROOT),
        name.toLowerCase(Locale.ROOT),
        parts[1] + ", " + parts[0],
        parts[0] + parts[1],
        parts[0] + "_" + parts[1],
        parts[0] + "." + parts[1] + "@intranet",
        "/people/" + URLEncoder.encode(name, StandardCharsets.UTF_8),
        "/people/" + name.replace(" ", "%20") + "/edit",
        "Person[name=" + name + ", city=Rome]",
        "java.lang.IllegalStateException: no " + name + " here",
        "dear Mrs. " + parts[1]);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    int length = 5 + random.nextInt(6);
    for (int i = 0; i < length; i++) {
      word.append((char) ((i == 0 ? 'A' : 'a') + random.nextInt(26)));
    }
    return word.toString();
  }

  @Test
  void theWordsOfTheList_areCommon() {
    CommonWords common = CommonWords.builtIn();

    assertThat(common.size()).isGreaterThan(4_000);
    Set<String> names = new HashSet<>(List.of("ada", "lovelace", "wilhelmina", "turing", "nguyen"));
    for (String name : names) {
      assertThat(common.has(Hash.of(name, 0, name.length()))).as(name).isFalse();
    }
    assertThat(common.has(Hash.of("Active", 0, 6))).isTrue();
  }
}
