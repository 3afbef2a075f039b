package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.engine.pattern.WordList;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words of a rule file are folded as texts are, so that they meet. */
class WordListFoldingTest {

  @Test
  void wordWithAnyCharacter_isFoundInLatinAndOtherTexts() {
    List<String> words = new ArrayList<>();
    for (int c = 0x80; c < 0x20000; c++) {
      String word = "ab" + Character.toString(c) + "cd";
      if (Character.isDefined(c) && !isControlOrHalf(c) && isNormal(word)) {
        words.add(word);
      }
    }
    assertThat(words).hasSizeGreaterThan(50_000);
    WordList list = WordList.of(words, true);
    List<String> missed = new ArrayList<>();
    for (String word : words) {
      if (!found(list, word, 0) || !found(list, "\u0416 " + word, 2)) {
        missed.add(word);
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void wordOfAnotherScript_isFoundAmongOthersOfItsLength() {
    TextMasker masker =
        rules("[\u0410\u043d\u043d\u0430, \u0410\u043d\u043d\u0430 \u041a\u0438\u043c]").text();
    String text = "\u0418\u0432\u0430\u043d, \u0410\u043d\u043d\u0430 \u0448\u043b\u0430";
    assertThat(masker.find(text)).containsExactly(new Finding(PiiType.of("staff"), 6, 10, "names"));
    assertThat(masker.find("\u0418\u0432\u0430\u043d")).isEmpty();
  }

  @Test
  void contextOfAnotherScript_isTheWordItself() {
    TextMasker masker =
        RuleFile.parse(
                "bauta.yaml",
                "rules: [{pattern: '[0-9]{4}', type: staff, context: [" + "\u043a\u043e\u0434]}]")
            .rules()
            .text();
    assertThat(masker.find("\u043a\u043e\u0434 1234")).hasSize(1);
    assertThat(masker.find("\u0433\u043e\u0434 1234")).isEmpty();
  }

  private static RuleSet rules(String words) {
    return RuleFile.parse("bauta.yaml", "rules: [{words: " + words + ", type: staff, name: names}]")
        .rules();
  }

  private static boolean found(WordList list, String text, int start) {
    Line line = new Line();
    line.read(text);
    List<String> found = new ArrayList<>();
    list.each(
        line.bytes,
        Line.PAD,
        Line.PAD + line.length,
        (words, from, to) ->
            words.confirms(text, line.origin(from - Line.PAD), line.origin(to - Line.PAD)),
        (from, to) ->
            found.add(text.substring(line.origin(from - Line.PAD), line.origin(to - Line.PAD))));
    return found.equals(List.of(text.substring(start)));
  }

  private static boolean isControlOrHalf(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  private static boolean isNormal(String word) {
    return Normalizer.isNormalized(word, Normalizer.Form.NFKC);
  }
}
