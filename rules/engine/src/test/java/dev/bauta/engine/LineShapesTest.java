package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A line of a known shape is masked as it would be without any memory: whatever the lines had in
 * their digits that the shape was learned from.
 */
class LineShapesTest {

  private static final int VARIANTS = 4;
  private static final String TIME = "2026-03-14 09:12:44,871 INFO [worker-12] ";

  private final TextMasker remembers = RuleSet.builtIn().on(null).text();
  private final TextMasker remembersZeros = RuleSet.builtIn().on(null).text();
  private final TextMasker remembersSevens = RuleSet.builtIn().on(null).text();
  private final TextMasker forgets = RuleSet.builtIn().on("jdbc").text();
  private final Random random = new Random(20260314);

  @Test
  void everyLineOfTheCorpora_isMaskedTheSame_afterOthersOfItsShape() throws IOException {
    for (String text : corpora()) {
      same(TIME + text);
      same(text + " - request 4711 took 12 ms on node-03 of 8");
    }
  }

  @Test
  void linesMadeOfSeveral_areMaskedTheSame_afterOthersOfTheirShape() throws IOException {
    List<String> corpora = corpora();
    for (int i = 0; i < 4_000; i++) {
      StringBuilder line = new StringBuilder(TIME);
      for (int n = random.nextInt(4); n >= 0; n--) {
        line.append(corpora.get(random.nextInt(corpora.size()))).append(separator());
      }
      same(line.toString());
    }
  }

  @Test
  void validNumber_isHidden_whereOnlyInvalidOnesStoodBefore() {
    String line = "order accepted and paid with card %s by the customer at the desk";
    for (int i = 0; i < 3; i++) {
      String invalid = line.formatted("411111111111111" + (2 + i));
      assertThat(mask(remembers, invalid)).isEqualTo(invalid);
    }
    assertThat(mask(remembers, line.formatted("4111111111111111")))
        .isEqualTo(line.formatted("************1111"));
  }

  @Test
  void clean_isLeftAlone_whereAddressesStoodBefore() {
    String line = "connection from 203.0.113.%s closed after the last request was answered";
    for (int i = 0; i < 3; i++) {
      assertThat(mask(remembers, line.formatted("11" + i))).contains("203.*.*.*");
    }
    assertThat(mask(remembers, line.formatted("999"))).isEqualTo(line.formatted("999"));
  }

  @Test
  void shape_isKept_whenItIsMetForTheSecondTime() {
    LineShapes shapes = new LineShapes();
    Line line = new Line();
    String text = "worker 12 took 345 ms for batch 6789 and goes on with the next";

    line.load(text);
    assertThat(shapes.of(line)).isNull();
    assertThat(shapes.meetsAgain(line)).isFalse();
    line.load(text.replace("345", "999"));
    assertThat(shapes.meetsAgain(line)).isTrue();
    learn(shapes, line);

    line.load(text.replace("12", "77"));
    assertThat(shapes.of(line)).isNotNull();
    line.load(text.replace("12", "7:"));
    assertThat(shapes.of(line)).isNull();
    line.load(text.replace("batch", "match"));
    assertThat(shapes.of(line)).isNull();
    line.load(text + " ");
    assertThat(shapes.of(line)).isNull();
    line.load(text.replace('t', '\u00f4'));
    assertThat(shapes.of(line)).isNull();
  }

  @Test
  void everyOtherByte_isAnotherShape_andEveryOtherDigitTheSame() {
    LineShapes shapes = new LineShapes();
    Line line = new Line();
    byte[] text = "batch 0123456789 of 77 is done: 5 of 9 left".getBytes(StandardCharsets.US_ASCII);
    line.load(text, 0, text.length);
    learn(shapes, line);
    for (int i = 0; i < text.length; i++) {
      for (int b = -128; b < 128; b++) {
        byte[] other = text.clone();
        other[i] = (byte) b;
        line.load(other, 0, other.length);
        boolean same = other[i] == text[i] || Ascii.digit(text[i]) && Ascii.digit((byte) b);
        assertThat(shapes.of(line) != null).as("byte %d at %d", b, i).isEqualTo(same);
      }
    }
  }

  @Test
  void veryLongAndVeryShortLines_areNotKept() {
    LineShapes shapes = new LineShapes();
    Line line = new Line();
    for (String text : List.of("took 12 ms", "took 12 ms ".repeat(60))) {
      line.load(text);
      shapes.meetsAgain(line);
      assertThat(shapes.meetsAgain(line)).isFalse();
      assertThat(shapes.of(line)).isNull();
    }
  }

  private static void learn(LineShapes shapes, Line line) {
    LineSteps steps = new LineSteps();
    steps.clear();
    assertThat(line.classify()).isTrue();
    new Scanner(line, findings()).scan(steps);
    shapes.learn(line, steps);
  }

  private static Findings findings() {
    Findings findings = new Findings();
    findings.clear(new long[PiiType.CONTENT.size()]);
    return findings;
  }

  /** Each of three learns the shape from another line: with all digits alike nothing is random. */
  private void same(String text) {
    teach(remembers, random.nextBoolean() ? otherDigits(text) : text);
    teach(remembersZeros, text.replaceAll("[0-9]", "0"));
    teach(remembersSevens, text.replaceAll("[0-9]", "7"));
    assertSame(text);
    for (int i = 0; i < VARIANTS; i++) {
      assertSame(otherDigits(text));
    }
    assertSame(text);
  }

  private static void teach(TextMasker masker, String text) {
    mask(masker, text);
    mask(masker, text);
  }

  private void assertSame(String text) {
    String expected = mask(forgets, text);
    assertThat(mask(remembers, text)).isEqualTo(expected);
    assertThat(mask(remembersZeros, text)).isEqualTo(expected);
    assertThat(mask(remembersSevens, text)).isEqualTo(expected);
  }

  // A copy: the very same string may be remembered as such.
  private static String mask(TextMasker masker, String text) {
    return masker.mask(new String(text.toCharArray()), Disclosure.NOTHING, Tally.NONE);
  }

  private String otherDigits(String text) {
    char[] other = text.toCharArray();
    for (int i = 0; i < other.length; i++) {
      if (other[i] >= '0' && other[i] <= '9' && random.nextInt(4) != 0) {
        other[i] = (char) ('0' + random.nextInt(10));
      }
    }
    return new String(other);
  }

  private String separator() {
    return switch (random.nextInt(4)) {
      case 0 -> " ";
      case 1 -> ", ";
      case 2 -> "; ";
      default -> " id=%d ".formatted(random.nextInt(100_000));
    };
  }

  private static List<String> corpora() throws IOException {
    List<String> texts = new ArrayList<>();
    List<String> names = new ArrayList<>(PiiType.CONTENT.stream().map(PiiType::id).toList());
    names.add("national-ids");
    for (String name : names) {
      try (InputStream in = LineShapesTest.class.getResourceAsStream("/corpus/" + name + ".tsv")) {
        String all = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        for (String row : all.split("\n")) {
          String[] columns = row.split("\t", -1);
          if (columns.length > 1 && columns[0].matches("hit|miss")) {
            texts.add(columns[1]);
          } else if (columns.length > 2 && !row.startsWith("#")) {
            texts.add("national id: " + columns[2]);
            texts.add("for " + columns[2]);
          }
        }
      }
    }
    assertThat(texts).hasSizeGreaterThan(1000);
    return texts;
  }
}
