package dev.bauta.agent.instrumentation.logback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.log.Messages;
import dev.bauta.agent.api.log.Texts;
import dev.bauta.agent.testing.TestMasking;
import dev.bauta.agent.testing.TestViewers;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private final TestMasking masking = new TestMasking(new TestViewers());
  private final Messages messages = new Messages(masking);

  @Test
  void placeholderTakenForAValue_staysAPlaceholder() {
    masking.hiding("password={}");
    assertThat(messages.apply("shop", "ada@example.com password={} user={}"))
        .isEqualTo("[EMAIL] password={} user={}");
  }

  @Test
  void findings_areMaskedAroundPlaceholders() {
    assertThat(messages.apply("shop", "{} for ada@example.com")).isEqualTo("{} for [EMAIL]");
  }

  @Test
  void nothing_staysNothing() {
    assertThat(messages.apply("shop", null)).isNull();
    assertThat(new Texts(masking).apply(null)).isNull();
  }
}
