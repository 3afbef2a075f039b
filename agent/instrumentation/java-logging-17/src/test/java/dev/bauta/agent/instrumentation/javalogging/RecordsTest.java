package dev.bauta.agent.instrumentation.javalogging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.log.Throwables;
import dev.bauta.agent.testing.TestMasking;
import dev.bauta.agent.testing.TestViewers;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class RecordsTest {

  private final TestMasking masking = new TestMasking(new TestViewers());
  private final Records records = new Records(masking, new Throwables(masking));

  @Test
  void placeTakenForAValue_staysAPlace() {
    masking.hiding("password={0}");
    LogRecord record = record("ada@example.com password={0} user={1} {x} {", "hunter2", "ada");
    assertThat(record.getMessage()).isEqualTo("[EMAIL] password={0} user={1} {x} {");
  }

  @Test
  void nothingToHide_keepsMessageAndParameters() {
    LogRecord record = new LogRecord(Level.INFO, "fine {0} {1}");
    Object[] parameters = {"a", 1, null};
    record.setParameters(parameters);
    records.apply(record);
    assertThat(record.getMessage()).isEqualTo("fine {0} {1}");
    assertThat(record.getParameters()).isSameAs(parameters);
  }

  @Test
  void valueInTwoParameters_orInMessageAndParameter_isHidden() {
    masking.hiding("4111 1111", "ada@ex");
    assertThat(record("{1} {0}", "1111000", "0004111").getParameters())
        .containsExactly("[MASKED]", "[MASKED]");
    assertThat(record("card 0004111 {0}", "1111000").getParameters()).containsExactly("[MASKED]");
    assertThat(record("{0}ex {7}", "ada@").getParameters()).containsExactly("[MASKED]");
    assertThat(record("{0} {1}", "1111000", "0004111").getParameters())
        .containsExactly("1111000", "0004111");
  }

  @Test
  void rulesForTheLogger_holdForMessageParametersAndThrown() {
    masking.hidingIn("audit", "secret");
    LogRecord record = new LogRecord(Level.INFO, "a secret {0}");
    record.setLoggerName("audit");
    record.setParameters(new Object[] {"secret"});
    record.setThrown(new IllegalStateException("secret", new IllegalStateException("secret")));
    records.apply(record);
    assertThat(record.getMessage()).isEqualTo("a [LOGGER] {0}");
    assertThat(record.getParameters()).containsExactly("[LOGGER]");
    assertThat(record.getThrown()).hasMessage("[LOGGER]");
    assertThat(record.getThrown().getCause()).hasMessage("[LOGGER]");
    assertThat(new FormattedTexts(masking).apply(record, "a secret")).isEqualTo("a [LOGGER]");
    record.setLoggerName("web");
    assertThat(new FormattedTexts(masking).apply(record, "a secret")).isEqualTo("a secret");
  }

  @Test
  void toStringThatThrows_costsItsOwnParameterOnly() {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new UnsupportedOperationException();
          }
        };
    assertThat(record("{0} {1}", broken, "ada@example.com").getParameters())
        .containsExactly("[MASKED]", "[EMAIL]");
  }

  @Test
  void typedArray_isCopiedAsObjects() {
    assertThat(
            record("{0}", (Object[]) new StringBuilder[] {new StringBuilder("a@example.com")})
                .getParameters())
        .containsExactly("[EMAIL]");
  }

  @Test
  void recordThatCannotBeMasked_isEmptied() {
    LogRecord record = new LogRecord(Level.INFO, "ada@example.com");
    record.setParameters(new Object[] {"ada@example.com"});
    record.setThrown(new IllegalStateException("ada@example.com"));

    assertThat(new Harmless().apply(record)).isSameAs(record);
    assertThat(record.getMessage()).isEqualTo("[MASKED]");
    assertThat(record.getParameters()).isNull();
    assertThat(record.getThrown().toString())
        .isEqualTo("java.lang.IllegalStateException: [MASKED]");
  }

  @Test
  void noRecord_isNoFault() {
    assertThat(records.apply(null)).isNull();
    assertThat(new Thrown(new Throwables(masking)).apply(null)).isNull();
  }

  private LogRecord record(String message, Object... parameters) {
    LogRecord record = new LogRecord(Level.INFO, message);
    record.setParameters(parameters);
    records.apply(record);
    return record;
  }
}
