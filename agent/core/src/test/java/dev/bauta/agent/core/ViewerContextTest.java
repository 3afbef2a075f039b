package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ViewerContextTest {

  private final ViewerContext viewers = new ViewerContext();

  @Test
  void nobodyIsOnAFreshThread() {
    assertThat(viewers.current()).isNull();
  }

  @Test
  void nestedCalls_endAtTheOuterViewer() {
    viewers.enter(() -> "grace");
    viewers.enter(() -> "ada");
    assertThat(viewers.current().name()).isEqualTo("ada");
    viewers.leave();
    assertThat(viewers.current().name()).isEqualTo("grace");
    viewers.leave();
    assertThat(viewers.current()).isNull();
    viewers.leave(); // one too many does no harm
    assertThat(viewers.current()).isNull();
  }

  @Test
  void theName_isAskedOnceAndOnlyWhenNeeded() {
    AtomicInteger asked = new AtomicInteger();
    viewers.enter(
        () -> {
          asked.incrementAndGet();
          return "grace";
        });
    assertThat(asked).hasValue(0);
    viewers.current().name();
    viewers.current().name();
    assertThat(asked).hasValue(1);
  }

  @Test
  void aSourceThatFails_leavesNobody() {
    viewers.enter(
        () -> {
          throw new IllegalStateException("session is gone");
        });
    try {
      viewers.current().name();
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("session is gone");
    }
    assertThat(viewers.current().name()).isNull();
  }

  @Test
  void aSubject_keepsTheViewerBelow() {
    viewers.enter(() -> "grace");
    viewers.enter(null, "customer-7");
    assertThat(viewers.current().name()).isEqualTo("grace");
    assertThat(viewers.current().subject()).isEqualTo("customer-7");
    viewers.leave();
    assertThat(viewers.current().subject()).isNull();
  }

  @Test
  void whileMuted_nobodyIsLooking() {
    viewers.mute(); // with nobody there it has nothing to do
    viewers.unmute();
    viewers.enter(() -> "grace");
    viewers.mute();
    viewers.mute();
    assertThat(viewers.current().name()).isNull();
    viewers.unmute();
    assertThat(viewers.current().name()).isNull();
    viewers.unmute();
    assertThat(viewers.current().name()).isEqualTo("grace");
  }

  @Test
  void anotherThread_seesNobody() throws InterruptedException {
    viewers.enter(() -> "grace");
    Object[] seen = {"not asked"};
    Thread other = new Thread(() -> seen[0] = viewers.current());
    other.start();
    other.join();
    assertThat(seen[0]).isNull();
  }
}
