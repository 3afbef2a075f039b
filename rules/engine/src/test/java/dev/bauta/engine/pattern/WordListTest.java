package dev.bauta.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordListTest {

  @Test
  void words_areFoundInAnyCase() {
    assertThat(whole("seen by ANNA, anna and Anna.", "Anna"))
        .containsExactly("ANNA", "anna", "Anna");
  }

  @Test
  void wholeWords_areNoPartsOfOthers() {
    assertThat(whole("Hannah annas Anna1 _anna anna-b", "Anna")).containsExactly("anna");
  }

  @Test
  void partsOfWords_areFoundWhereAskedFor() {
    assertThat(found(WordList.of(List.of("Anna"), false), "Hannah")).containsExactly("anna");
  }

  @Test
  void ofTwoWords_theLongerIsFound() {
    assertThat(whole("Anna Lena Berg, Anna Lenz", "Anna", "Anna Lena Berg", "Lena"))
        .containsExactly("Anna Lena Berg", "Anna");
  }

  @Test
  void accents_mayBeThereOrNot() {
    assertThat(whole("J\u00e9r\u00f4me J\u00c9R\u00d4ME jerome", "J\u00e9r\u00f4me")).hasSize(3);
    assertThat(whole("jerome", "Je\u0301ro\u0302me")).hasSize(1);
  }

  @Test
  void wordsOfOtherScripts_areConfirmedInTheText() {
    WordList list = WordList.of(List.of("\u0418\u0432\u0430\u043d"), true);
    byte[] folded = {(byte) 0xE6, (byte) 0xE6, (byte) 0xE6, (byte) 0xE6};
    assertThat(list.find(folded, 0, 4)).isEqualTo(4);
    assertThat(list.confirms("\u0438\u0432\u0430\u043d", 0, 4)).isTrue();
    assertThat(list.confirms("\u041f\u0435\u0442\u0440", 0, 4)).isFalse();
    assertThat(list.confirms("Anna", 0, 4)).isTrue();
  }

  @Test
  void emptyAndEndlessWords_areRefusedByTheirIndex() {
    assertThatThrownBy(() -> WordList.of(List.of("a", " "), true))
        .isInstanceOfSatisfying(PatternException.class, e -> assertThat(e.index()).isEqualTo(1));
    assertThatThrownBy(() -> WordList.of(List.of("a".repeat(101)), true))
        .isInstanceOf(PatternException.class);
  }

  @Test
  void randomLists_findWhatComparingEachWordFinds() {
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      List<String> words = new ArrayList<>();
      for (int n = 1 + random.nextInt(5); n > 0; n--) {
        words.add(text(random, 1 + random.nextInt(4)));
      }
      String text = text(random, 20);
      assertThat(found(WordList.of(words, false), text))
          .as("%s in %s", words, text)
          .isEqualTo(compared(words, text));
    }
  }

  @Test
  void manyThousandWords_areAllFound() {
    Random random = new Random(5);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      words.add(text(random, 12) + "z" + i);
    }
    WordList list = WordList.of(words, true);
    for (String word : words) {
      assertThat(found(list, "x " + word + " y")).containsExactly(word);
    }
  }

  private static List<String> compared(List<String> words, String text) {
    List<String> found = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      int longest = 0;
      for (String word : words) {
        boolean here = text.regionMatches(true, at, word, 0, word.length());
        longest = here ? Math.max(longest, word.length()) : longest;
      }
      if (longest > 0) {
        found.add(text.substring(at, at + longest));
        at += longest - 1;
      }
    }
    return found;
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int n = length; n > 0; n--) {
      text.append("aBb".charAt(random.nextInt(3)));
    }
    return text.toString();
  }

  private static List<String> whole(String text, String... words) {
    return found(WordList.of(Arrays.asList(words), true), text);
  }

  private static List<String> found(WordList list, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    List<String> found = new ArrayList<>();
    long span;
    for (int at = 0; (span = list.find(bytes, at, bytes.length)) >= 0; at = (int) span) {
      found.add(text.substring((int) (span >>> 32), (int) span));
    }
    return found;
  }
}
