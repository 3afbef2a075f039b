package dev.bauta.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.engine.Disclosure;
import dev.bauta.engine.RuleFile;
import dev.bauta.engine.Tally;
import dev.bauta.engine.TextMasker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A line made to be dear for a rule file's own patterns. */
class HostileLineTest {

  private static final int LENGTH = 1 << 20;

  @Test
  void lineOfNearMatches_isWalkedOverOnce() {
    String line = "a".repeat(LENGTH);
    String masked = masker("pattern: 'a*b|a'").mask(line, Disclosure.NOTHING, Tally.NONE);
    assertThat(masked).doesNotContain("aa");
    // one search for all matches: a search for each would have walked over a byte or two
    assertThat(Scratch.lastWalked()).isBetween((long) LENGTH, 2L * LENGTH);
  }

  @Test
  void lineOfNearWords_isLookedAtOnceForEachWord() {
    int[] asked = new int[1];
    WordList list = WordList.of(List.of("\u0430", "\u0430 \u0430 \u0430 \u0431"), true);
    byte[] line = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      line[i] = (byte) (i % 2 == 0 ? 0xE6 : ' ');
    }
    list.each(
        line,
        0,
        LENGTH,
        (words, from, to) -> {
          asked[0]++;
          return to - from == 1;
        },
        (from, to) -> {});
    assertThat(asked[0]).isLessThanOrEqualTo(LENGTH);
  }

  private static TextMasker masker(String rule) {
    String yaml = "rules: [{" + rule + ", type: own, masker: redact}]";
    return RuleFile.parse("bauta.yaml", yaml).rules().text();
  }
}
