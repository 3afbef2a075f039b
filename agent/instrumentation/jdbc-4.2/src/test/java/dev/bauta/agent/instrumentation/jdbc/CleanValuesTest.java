package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.TestMasking;
import dev.bauta.agent.testing.TestViewers;
import org.junit.jupiter.api.Test;

class CleanValuesTest {

  private final TestMasking masking = new TestMasking(new TestViewers());
  private final CleanValues values = new CleanValues();

  @Test
  void aTextThatWasClean_isKnown_andOnlyThatText() {
    values.add("sent", masking);
    assertThat(values.has(new String("sent"))).isTrue();
    assertThat(values.has("open")).isFalse();
  }

  @Test
  void whileSomebodySeesRaw_nothingIsRemembered() {
    masking.granting("grace");
    values.add("ada@example.com", masking);
    assertThat(values.has("ada@example.com")).isFalse();
  }

  @Test
  void longTexts_areNotKept() {
    String text = "x".repeat(49);
    values.add(text, masking);
    assertThat(values.has(text)).isFalse();
  }

  @Test
  void valuesThatDoNotRepeat_areGivenUp() {
    for (int i = 0; i < 512; i++) {
      values.has("value " + i);
      values.add("value " + i, masking);
    }
    assertThat(values.has("value 511")).isFalse();
  }

  @Test
  void valuesThatRepeat_areKeptOn() {
    values.add("sent", masking);
    for (int i = 0; i < 2_000; i++) {
      assertThat(values.has("sent")).isTrue();
    }
  }
}
