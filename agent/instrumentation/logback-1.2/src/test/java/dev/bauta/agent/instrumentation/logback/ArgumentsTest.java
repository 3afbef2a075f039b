package dev.bauta.agent.instrumentation.logback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.log.Arguments;
import dev.bauta.agent.api.log.Label;
import dev.bauta.agent.api.log.Logged;
import dev.bauta.agent.api.log.Values;
import dev.bauta.agent.testing.TestMasking;
import dev.bauta.agent.testing.TestViewers;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  private final TestMasking masking = new TestMasking(new TestViewers());
  private final Arguments arguments = new Arguments(masking, new Values(masking));

  @Test
  void labelInTheMessage_countsForTheArgument() {
    masking.hiding("pin=12");
    assertThat(hide("order {} pin={}", "7", "12")).containsExactly("7", "[MASKED]");
    assertThat(hide("pin={} order {}", 12, "7")).containsExactly("[MASKED]", "7");
  }

  @Test
  void quotedLabel_countsForTheArgument() {
    masking.hiding("\"pin\": \"12\"");
    assertThat(hide("{\"pin\": \"{}\"}", "12")).containsExactly("[MASKED]");
  }

  @Test
  void wordBetweenLabelAndArgument_isNoHindrance() {
    masking.hiding("Authorization: Bearer abc");
    assertThat(hide("Authorization: Bearer {}", "abc")).containsExactly("[MASKED]");
  }

  @Test
  void argumentBefore_isTheLabel() {
    masking.hiding("pin=12");
    assertThat(hide("{}={}", "pin", "12")).containsExactly("pin", "[MASKED]");
  }

  @Test
  void argumentBefore_isMaskedAlready_andHidesNothingBehindIt() {
    assertThat(hide("{}: {}", "ada@example.com", "hello")).containsExactly("[EMAIL]", "hello");
  }

  @Test
  void longNumber_isJudgedWithTheWordsBeforeIt() {
    masking.hiding("ssn 123456789");
    assertThat(hide("of {}, ssn {}", "ada", 123456789)).containsExactly("ada", "[MASKED]");
    assertThat(hide("ssn {}", "123456789")).containsExactly("[MASKED]");
    assertThat(hide("{} {}", "ssn", 123456789L)).containsExactly("ssn", "[MASKED]");
    assertThat(hide("order {}", 123456789)).containsExactly(123456789);
  }

  @Test
  void shortNumberWithoutSign_costsNoLabel() {
    assertThat(Label.ofPlaceholder("took {}", 0, 5, 0, new Object[] {999_999})).isNull();
    assertThat(Label.ofPlaceholder("took {}", 0, 5, 0, new Object[] {"ab12cd34"})).isNull();
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
  void valueInTwoArguments_isHiddenInBoth() {
    masking.hiding("4111-1111", "ada@ex");
    assertThat(hide("card {}-{}", "0004111", "1111000")).containsExactly("[MASKED]", "[MASKED]");
    assertThat(hide("{}{} at {}", "ada@", "ex", "home"))
        .containsExactly("[MASKED]", "[MASKED]", "home");
    assertThat(hide("{}{}", "41111111", 11111111)).containsExactly("[MASKED]", "[MASKED]");
    assertThat(hide("{} {}{} {}", "in", "0004111-", "1111000", "at"))
        .containsExactly("in", "[MASKED]", "[MASKED]", "at");
  }

  @Test
  void valueInMessageAndArgument_isHidden() {
    masking.hiding("4111 1111", "ada@ex");
    assertThat(hide("card 0004111 {} of {}", "1111000", "Ada")).containsExactly("[MASKED]", "Ada");
    assertThat(hide("mail {}ex", "ada@")).containsExactly("[MASKED]");
  }

  @Test
  void partsWithoutAValue_stay_andCostNoText() {
    Object[] array = {12, 34, "a"};
    int before = masking.texts();
    assertThat(arguments.apply("took {} {} {}", array)).isSameAs(array);
    assertThat(masking.texts()).isEqualTo(before + 3); // each by itself
    Object[] long1 = {"1234567", "89"};
    assertThat(arguments.apply("{}{}", long1)).isSameAs(long1);
  }

  @Test
  void loggerOfTheEvent_counts() {
    masking.hidingIn("audit", "secret");
    Object[] array = {"secret"};
    assertThat((Object[]) arguments.apply(new Logged("audit", "x {}"), array))
        .containsExactly("[LOGGER]");
    assertThat(arguments.apply(new Logged("web", "x {}"), array)).isSameAs(array);
    assertThat(new Logged.Maker(masking).apply("audit", "x")).isEqualTo(new Logged("audit", "x"));
  }

  @Test
  void withoutRulesForLoggers_theMessageIsAllThatIsTold() {
    assertThat(new Logged.Maker(masking).apply("audit", "x")).isEqualTo("x");
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
}
