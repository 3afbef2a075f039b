package dev.bauta.agent.instrumentation.javalogging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.log.Throwables;
import dev.bauta.agent.testing.TestMasking;
import dev.bauta.agent.testing.TestViewers;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ThrowablesTest {

  private final TestMasking masking = new TestMasking(new TestViewers());
  private final Throwables throwables = new Throwables(masking);

  @Test
  void nothingToHide_isTheSameObject() {
    Exception fine = new IllegalStateException("fine", new RuntimeException("fine too"));
    assertThat(throwables.hide(null, fine)).isSameAs(fine);
  }

  @Test
  void copy_printsLikeTheOriginal_butForWhatIsHidden() {
    Exception root = new IllegalStateException("root ada@example.com");
    Exception failure = new IllegalArgumentException("top", root);
    failure.addSuppressed(new RuntimeException("closing ada@example.com"));

    assertThat(print(throwables.hide(null, failure)))
        .isEqualTo(print(failure).replace("ada@example.com", "[EMAIL]"));
  }

  @Test
  void copyOfACopy_isTheCopy() {
    Throwable once = throwables.hide(null, new IllegalStateException("ada@example.com"));
    assertThat(throwables.hide(null, once)).isSameAs(once);
  }

  @Test
  void circles_areCopiedAsCircles() {
    Exception a = new IllegalStateException("a");
    Exception b = new IllegalStateException("b ada@example.com", a);
    a.initCause(b);

    Throwable copy = throwables.hide(null, a);
    assertThat(copy.getCause().getCause()).isSameAs(copy);
    assertThat(print(copy)).contains("CIRCULAR REFERENCE").doesNotContain("ada@");
  }

  @Test
  void toStringWithMoreThanTheMessage_isMaskedToo() {
    assertThat(throwables.hide(null, new Chatty()).toString()).isEqualTo("Chatty of [EMAIL]");
  }

  @Test
  void methodsThatThrow_showTheClassOnly() {
    Throwable copy =
        throwables.hide(
            null,
            new RuntimeException("ada@example.com") {
              @Override
              public String getMessage() {
                throw new UnsupportedOperationException();
              }
            });
    assertThat(copy.toString()).startsWith(getClass().getName()).endsWith(": [MASKED]");
    assertThat(masking.failures()).hasSize(1);
  }

  @Test
  void brokenMasking_showsTheClassOnly() {
    masking.breaking();
    assertThat(throwables.hide(null, new IllegalStateException("ada@example.com")).toString())
        .isEqualTo("java.lang.IllegalStateException: [MASKED]");
  }

  private static String print(Throwable thrown) {
    StringWriter out = new StringWriter();
    thrown.printStackTrace(new PrintWriter(out));
    return out.toString();
  }

  private static final class Chatty extends RuntimeException {
    @Override
    @SuppressWarnings("OverrideThrowableToString") // what is tried here
    public String toString() {
      return "Chatty of ada@example.com";
    }
  }
}
