package dev.bauta.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LinearPatternTest {

  @Test
  void literal_isFoundWhereverItStands() {
    assertThat(all("EMP-", "xEMP- EMP EMP-")).containsExactly("EMP-", "EMP-");
  }

  @Test
  void classesCountsAndRanges_areJavas() {
    assertThat(all("[A-C]\\d{2,3}-[^x\\s]+", "A12-zz B1234-q C123-xy C123-yx"))
        .containsExactly("A12-zz", "C123-y");
    assertThat(all("\\p{Upper}[[:digit:]]{2}", "aA12 B3")).containsExactly("A12");
    assertThat(all("a\\.b\\x41\\u0042\\Q.*\\E", "a.bAB.* acbAB")).containsExactly("a.bAB.*");
    assertThat(all("[]x]+", "]x-]")).containsExactly("]x", "]");
    assertThat(all("[a-]+", "a-b-")).containsExactly("a-", "-");
    assertThat(all("a{3,}", "aa aaaa")).containsExactly("aaaa");
  }

  @Test
  void match_isLeftmostThenLongest() {
    assertThat(all("a|ab|abcd", "abcx abcd a")).containsExactly("ab", "abcd", "a");
    assertThat(all("abcd|c", "abce abcd")).containsExactly("c", "abcd");
    assertThat(all("a*b|a", "aaab aaa")).containsExactly("aaab", "a", "a", "a");
  }

  @Test
  void emptyMatches_areNone() {
    assertThat(all("a*", "baab")).containsExactly("aa");
    assertThat(all("", "ab")).isEmpty();
    assertThat(all("\\b", "ab")).isEmpty();
  }

  @Test
  void flags_holdUntilTheirGroupEnds() {
    assertThat(all("(?i)emp[x]\\d", "EMPX1 empx2")).containsExactly("EMPX1", "empx2");
    assertThat(all("a(?i:b)c", "abc aBc Abc aBC")).containsExactly("abc", "aBc");
    assertThat(all("(?i)[^a]b", "ab Ab cB")).containsExactly("cB");
    assertThat(all("(?s)a.b", "a\nb")).containsExactly("a\nb");
    assertThat(all("a.b", "a\nb axb")).containsExactly("axb");
  }

  @Test
  void anchors_holdAtTheEndsOfTheText() {
    assertThat(all("^ab", "abab")).containsExactly("ab");
    assertThat(all("ab$", "abab")).containsExactly("ab");
    assertThat(all("\\bab\\b", "ab abc cab ab-")).containsExactly("ab", "ab");
    assertThat(all("ab\\B", "ab abc")).containsExactly("ab");
  }

  @Test
  void anchors_inAPartOfAText_lookAtTheByteBefore() {
    byte[] bytes = bytes("\0abab");
    assertThat(LinearPattern.compile("^ab").find(bytes, 1, 5)).isEqualTo(1L << 32 | 3);
    assertThat(LinearPattern.compile("^ab").find(bytes, 3, 5)).isEqualTo(-1);
    assertThat(LinearPattern.compile("\\bab").find(bytes, 3, 5)).isEqualTo(-1);
  }

  @Test
  void valueGroup_isThePartThatIsTold() {
    assertThat(all("id=(?<value>\\w+);", "id=abc; id=; id=d;")).containsExactly("abc", "d");
    assertThat(all("(k|key)=(?<value>[^,]*)", "k=1,key=23,k=")).containsExactly("1", "23");
    assertThat(all("x(?:(?<value>\\d)-?)+y", "x1-2-3y")).containsExactly("1-2-3");
    assertThat(all("a(?<value>b)?c", "ac abc")).containsExactly("ac", "b");
    assertThat(all("\\w(?<value>\\b-\\b)\\w", "a-b")).containsExactly("-");
  }

  @Test
  void lettersPastAscii_areLettersButNotWordCharacters() {
    assertThat(all("\\p{L}+", "J\u00e9r\u00f4me 1\u00d72")).containsExactly("J\u00e9r\u00f4me");
    assertThat(all("\\w+", "J\u00e9r")).containsExactly("J", "r");
    assertThat(all("\u00e9", "caf\u00e9")).containsExactly("\u00e9");
  }

  @Test
  void whatNeedsBacktracking_isRefusedWithPlaceAndRemedy() {
    refused("(a)\\1", 3, "back-reference", "repeat");
    refused("a(?=b)", 1, "look-around", "(?<value>");
    refused("(?<!b)a", 0, "look-around");
    refused("a.*?b", 3, "lazy", "longest");
    refused("a++", 2, "possessive");
    refused("(?>a)", 0, "atomic");
  }

  @Test
  void whatIsNoPattern_isRefusedWithItsPlace() {
    refused("ab(c", 2, "without its ')'");
    refused("abc)", 3, "without its '('");
    refused("a[bc", 1, "without its ']'");
    refused("*a", 0, "nothing to repeat");
    refused("a{3,2}", 1, "n <= m");
    refused("a{x}", 1, "count");
    refused("a{1001}", 1, "1000");
    refused("[z-a]", 1, "range");
    refused("\\q", 0, "no such escape");
    refused("\\p{Nope}", 0, "no such class");
    refused("\\xg1", 0, "\\xHH");
    refused("a\\", 1, "nothing behind");
    refused("(?x)a", 0, "no such flag");
    refused("\u0434", 0, "word");
    refused("(?<value>a)(?<value>b)", 11, "second group");
    refused("(".repeat(200) + ")".repeat(200), 100, "deep");
  }

  @Test
  void whatWouldNeedAHugeTable_isRefused() {
    refused("(a{100}){100}", 0, "states");
    refused("(a|b)*a(a|b){20}x|(a|b){20}a(a|b)*", 0, "states");
  }

  @Test
  void anyText_isNoPatternOrOne() {
    Random random = new Random(1);
    String signs = "ab(?<value>[]{1,2}|*+^$\\.dbpQE:-&i)=!x0\u00e9\u0434";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      try {
        all(text.toString(), "ab(1)");
      } catch (PatternException refused) {
        assertThat(refused.index()).isBetween(0, text.length());
      }
    }
  }

  @Test
  void randomPatterns_findWhatAllSpansTriedInTurnFind() {
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      String pattern = pattern(random, 3);
      String text = text(random, 12);
      assertThat(all(pattern, text)).as("%s in %s", pattern, text).isEqualTo(tried(pattern, text));
    }
  }

  @Test
  void findInALoop_findsWhatEachFinds() {
    Random random = new Random(9);
    for (int i = 0; i < 500; i++) {
      LinearPattern pattern = LinearPattern.compile(pattern(random, 2));
      byte[] bytes = bytes(text(random, 20));
      List<String> looped = new ArrayList<>();
      long span;
      for (int at = 0; (span = pattern.find(bytes, at, bytes.length)) >= 0; at = (int) span) {
        looped.add((span >>> 32) + "-" + (int) span);
      }
      List<String> each = new ArrayList<>();
      pattern.each(bytes, 0, bytes.length, (start, end) -> each.add(start + "-" + end));
      assertThat(looped).as("%s", pattern).isEqualTo(each);
    }
  }

  @Test
  void hostileTexts_areWalkedOnceFromTheLeft() {
    walksOnce("(a|aa)+b", "a".repeat(1 << 20));
    walksOnce("(x+x+)+y", "x".repeat(1 << 20));
    walksOnce("a*b|a", "a".repeat(1 << 20));
    walksOnce("a(.*b)?", "a".repeat(1 << 20));
    walksOnce("\\d+(-\\d+)*X|\\d", "12-34-".repeat(1 << 17));
    walksOnce("k=(?<value>a*)(;|b|c)|a", "k=aaaa".repeat(1 << 17));
  }

  @Test
  void aSearchWithinASearch_disturbsNeither() {
    LinearPattern words = LinearPattern.compile("[a-z]+");
    LinearPattern digits = LinearPattern.compile("\\d+");
    List<String> found = new ArrayList<>();
    byte[] bytes = bytes("ab 12 cd");
    words.each(
        bytes,
        0,
        bytes.length,
        (start, end) -> {
          found.add(start + "-" + end);
          digits.each(bytes, 0, bytes.length, (s, e) -> found.add(s + "-" + e));
        });
    assertThat(found).containsExactly("0-2", "3-5", "6-8", "3-5");
  }

  private static void walksOnce(String pattern, String text) {
    byte[] bytes = bytes(text);
    LinearPattern.compile(pattern).each(bytes, 0, bytes.length, (start, end) -> {});
    assertThat(Scratch.lastWalked()).isLessThanOrEqualTo(2L * bytes.length);
  }

  private static void refused(String pattern, int index, String... says) {
    assertThatThrownBy(() -> LinearPattern.compile(pattern))
        .isInstanceOf(PatternException.class)
        .hasMessageContainingAll(says)
        .satisfies(e -> assertThat(((PatternException) e).index()).isEqualTo(index));
  }

  private static List<String> all(String pattern, String text) {
    byte[] bytes = bytes(text);
    List<String> found = new ArrayList<>();
    LinearPattern.compile(pattern)
        .each(bytes, 0, bytes.length, (start, end) -> found.add(text.substring(start, end)));
    return found;
  }

  /** Leftmost and longest, by asking java.util.regex of each span whether it matches. */
  private static List<String> tried(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    matcher.useTransparentBounds(true).useAnchoringBounds(false);
    List<String> found = new ArrayList<>();
    for (int start = 0; start < text.length(); start++) {
      for (int end = text.length(); end > start; end--) {
        if (matcher.region(start, end).matches()) {
          found.add(text.substring(start, end));
          start = end - 1;
          break;
        }
      }
    }
    return found;
  }

  private static String pattern(Random random, int depth) {
    return switch (depth == 0 ? random.nextInt(5) : random.nextInt(12)) {
      case 0, 5 -> "a";
      case 1, 6 -> "[bc]";
      case 2 -> "\\d";
      case 3 -> random.nextBoolean() ? "\\b" : "[^a]";
      case 4 -> random.nextInt(4) > 0 ? "-" : random.nextBoolean() ? "^" : "$";
      case 7 -> "(" + pattern(random, depth - 1) + "|" + pattern(random, depth - 1) + ")";
      case 8 -> "(" + pattern(random, depth - 1) + ")" + "*+?".charAt(random.nextInt(3));
      case 9 -> "(" + pattern(random, depth - 1) + "){1," + (1 + random.nextInt(3)) + "}";
      default -> pattern(random, depth - 1) + pattern(random, depth - 1);
    };
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(length); n > 0; n--) {
      text.append("aabc1- ".charAt(random.nextInt(7)));
    }
    return text.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
