package dev.bauta.service.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SlackTextTest {
  @Test
  void controlCharacters_ofSlack_areEscaped() {
    assertThat(SlackText.escaped("<!channel> & <@U1|x>", 100))
        .isEqualTo("&lt;!channel&gt; &amp; &lt;@U1|x&gt;");
  }

  @Test
  void text_isCutAfterEscaping_neverInsideAnEntity() {
    assertThat(SlackText.escaped("&&&&", 20)).isEqualTo("&amp;&amp;&amp;&amp;");
    assertThat(SlackText.escaped("&&&&&", 20)).isEqualTo("&amp;&amp;&amp;…");
    assertThat(SlackText.escaped("abcdef", 5)).isEqualTo("abcd…");
    assertThat(SlackText.escaped("abcde", 5)).isEqualTo("abcde");
  }

  @Test
  void surrogatePair_isNotCut_andALoneHalfIsReplaced() {
    assertThat(SlackText.escaped("a😀😀😀", 4)).isEqualTo("a😀…");
    assertThat(SlackText.escaped("a\uD83Db", 10)).isEqualTo("a\uFFFDb");
  }

  @Test
  void linesAndDirections_cannotFakeOurOwn() {
    assertThat(SlackText.escaped("why\n\n✅ *Approved*\u202E\u2066 \u0000by\tada  ", 100))
        .isEqualTo("why ✅ *Approved* by ada");
  }

  @Test
  void personalData_isHiddenBeforeTheCut() {
    SlackText text = new SlackText(PersonalData::hidden);
    String filler = "x".repeat(20);
    assertThat(text.shown(filler + " ada.lovelace@example.com", 30)).doesNotContain("ada.love");
  }

  @Test
  void anyText_isShortEnough_andEscaped() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int c = random.nextInt(30); c > 0; c--)
        text.appendCodePoint(
            switch (random.nextInt(6)) {
              case 0 -> "&<>".charAt(random.nextInt(3));
              case 1 -> random.nextInt(0x110000);
              case 2 -> '\n';
              default -> 'a' + random.nextInt(26);
            });
      int longest = 1 + random.nextInt(40);
      String shown = SlackText.escaped(text.toString(), longest);
      assertThat(shown.length()).isLessThanOrEqualTo(longest);
      assertThat(shown.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&", "<", ">");
      assertThat(shown)
          .isEqualTo(new SlackText(UnaryOperator.identity()).shown(text.toString(), longest));
    }
  }
}
