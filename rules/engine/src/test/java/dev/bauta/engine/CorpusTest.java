package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpora under {@code corpus/}: what each type is found in, and what it must leave alone. */
class CorpusTest {

  private static final RuleSet RULES = RuleSet.builtIn();

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("hits")
  void value_isFoundWhole(PiiType type, String text, String value) {
    List<String> found = new ArrayList<>();
    for (Finding finding : RULES.text().find(text)) {
      if (finding.type() == type) {
        found.add(text.substring(finding.start(), finding.end()));
      }
    }
    assertThat(found).contains(value);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("misses")
  void nearMiss_isLeftAlone(PiiType type, String text) {
    assertThat(RULES.text().find(text)).extracting(Finding::type).doesNotContain(type);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("hits")
  void value_doesNotOutliveMasking_andMaskingAgainChangesNothing(
      PiiType type, String text, String value) {
    String masked = mask(text);
    assertThat(masked).doesNotContain("\"" + value + "\"").isNotEqualTo(text);
    assertThat(mask(masked)).isEqualTo(masked);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("hits")
  void value_isFoundInTheMiddleOfAnotherWordOfSixtyFour(PiiType type, String text, String value) {
    for (int shift : new int[] {40, 50, 55, 60, 63, 64, 100}) {
      String shifted = " ".repeat(shift) + text + " ".repeat(shift);
      assertThat(RULES.text().find(shifted))
          .extracting(f -> shifted.substring(f.start(), f.end()))
          .contains(value);
    }
  }

  static Stream<Arguments> hits() throws IOException {
    return rows("hit");
  }

  static Stream<Arguments> misses() throws IOException {
    return rows("miss");
  }

  private static Stream<Arguments> rows(String kind) throws IOException {
    List<Arguments> rows = new ArrayList<>();
    for (PiiType type : PiiType.CONTENT) {
      for (String line : lines("/corpus/" + type.id() + ".tsv")) {
        String[] columns = line.split("\t", -1);
        if (columns[0].equals("hit") && kind.equals("hit")) {
          rows.add(Arguments.of(type, unescape(columns[1]), unescape(columns[2])));
        } else if (columns[0].equals(kind)) {
          rows.add(Arguments.of(type, unescape(columns[1])));
        }
      }
    }
    return rows.stream();
  }

  private static String unescape(String text) {
    return text.replace("\\u200b", "\u200b").replace("\\u00ad", "\u00ad");
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = CorpusTest.class.getResourceAsStream(resource)) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String mask(String text) {
    return RULES.text().mask(text, Disclosure.NOTHING, Tally.NONE);
  }
}
