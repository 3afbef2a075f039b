package dev.bauta.agent.instrumentation.logback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.TestMasking;
import dev.bauta.agent.testing.TestViewers;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private final TestMasking masking =
      new TestMasking(new TestViewers()).hiding("pin=12", "\"pin\": \"12\"");
  private final Arguments arguments = new Arguments(masking, new Values(masking));

  @Test
  void labelInTheMessage_countsForTheArgument() {
    assertThat(hide("order {} pin={}", "7", "12")).containsExactly("7", Masked.VALUE);
    assertThat(hide("pin={} order {}", 12, "7")).containsExactly(Masked.VALUE, "7");
  }

  @Test
  void quotedLabel_countsForTheArgument() {
    assertThat(hide("{\"pin\": \"{}\"}", "12")).containsExactly(Masked.VALUE);
  }

  @Test
  void argumentBefore_isTheLabel() {
    assertThat(hide("{}={}", "pin", "12")).containsExactly("pin", Masked.VALUE);
  }

  @Test
  void partOfALabelledValue_isMaskedInPlace() {
    assertThat(hide("user={}", "ada <ada@example.com>")).containsExactly("ada <[EMAIL]>");
  }

  @Test
  void labelWithoutFinding_leavesTheArgument() {
    Object[] array = {"13", 12, null};
    assertThat(arguments.apply("pin={} {} x={}", array)).isSameAs(array);
  }

  @Test
  void labelAtTheEdges_isNoFault() {
    assertThat(hide("={}", "a")).containsExactly("a");
    assertThat(hide("{}", "a")).containsExactly("a");
    assertThat(hide(": {}{}", "a", "b")).containsExactly("a", "b");
    assertThat(hide("", "ada@example.com")).containsExactly("[EMAIL]");
    assertThat(hide(null, "ada@example.com")).containsExactly("[EMAIL]");
  }

  @Test
  void throwableInLastPlace_stays_elsewhereItIsText() {
    Exception failure = new IllegalStateException("ada@example.com");
    assertThat(hide("{} {}", failure, failure))
        .containsExactly("java.lang.IllegalStateException: [EMAIL]", failure);
  }

  @Test
  void toStringThatThrows_costsItsOwnArgumentOnly() {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new UnsupportedOperationException();
          }
        };
    assertThat(hide("{} {} {}", "a", broken, "ada@example.com"))
        .containsExactly("a", "[MASKED]", "[EMAIL]");
    assertThat(masking.failures()).hasSize(1);
  }

  @Test
  void failure_leavesNoArgument() {
    Exception failure = new IllegalStateException();
    assertThat((Object[]) new Harmless().apply(new Object[] {"a", 1, failure}))
        .containsExactly("[MASKED]", "[MASKED]", failure);
    assertThat(new Harmless().apply(null)).isNull();
  }

  private Object[] hide(String message, Object... array) {
    return (Object[]) arguments.apply(message, array);
  }

  private static final class Masked {
    private static final String VALUE = "[MASKED]";
  }
}
