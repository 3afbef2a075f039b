package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ViewerContextTest {

  private final ViewerContext viewers = new ViewerContext(() -> true);

  @Test
  void nobodyIsOnAFreshThread() {
    assertThat(viewers.current()).isNull();
  }

  @Test
  void nestedCalls_endAtTheOuterViewer() {
    enter(() -> "grace");
    Object[] place = viewers.place();
    Object outer = place[0];
    enter(() -> "ada");
    assertThat(viewers.current().name()).isEqualTo("ada");
    place[0] = outer;
    assertThat(viewers.current().name()).isEqualTo("grace");
    place[0] = null;
    assertThat(viewers.current()).isNull();
    assertThat(viewers.place()).isSameAs(place);
  }

  @Test
  void theName_isAskedOnceAndOnlyWhenNeeded() {
    AtomicInteger asked = new AtomicInteger();
    enter(
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
    enter(
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
    enter(() -> "grace");
    Object outer = viewers.place()[0];
    viewers.place()[0] = viewers.about("customer-7");
    assertThat(viewers.current().name()).isEqualTo("grace");
    assertThat(viewers.current().subject()).isEqualTo("customer-7");
    viewers.place()[0] = outer;
    assertThat(viewers.current().subject()).isNull();
  }

  @Test
  void nobody_seesNothing_untilTheOneBeforeIsBack() {
    enter(() -> "grace");
    Object outer = viewers.place()[0];
    viewers.place()[0] = viewers.nobody();
    assertThat(viewers.current().name()).isNull();
    assertThat(viewers.current().subject()).isNull();
    enter(() -> "ada"); // whom the application names while it writes a log
    assertThat(viewers.current().name()).isEqualTo("ada");
    viewers.place()[0] = outer;
    assertThat(viewers.current().name()).isEqualTo("grace");
  }

  @Test
  void anotherThread_seesNobody() throws InterruptedException {
    enter(() -> "grace");
    Object[] seen = {"not asked"};
    Thread other = new Thread(() -> seen[0] = viewers.current());
    other.start();
    other.join();
    assertThat(seen[0]).isNull();
  }

  @Test
  void carried_isSettledHere_andAnotherObject() {
    AtomicInteger asked = new AtomicInteger();
    enter(() -> "grace " + asked.incrementAndGet());
    viewers.place()[0] = viewers.about("customer-7");
    ViewerContext.Viewer carried = (ViewerContext.Viewer) viewers.carried();
    assertThat(asked).hasValue(1);
    assertThat(carried).isNotSameAs(viewers.current());
    assertThat(carried.name()).isEqualTo("grace 1");
    assertThat(carried.subject()).isEqualTo("customer-7");
  }

  @Test
  void nobody_isNotCarried() {
    assertThat(viewers.isAnybody()).isFalse();
    assertThat(viewers.carried()).isNull();
    viewers.place()[0] = viewers.nobody();
    assertThat(viewers.isAnybody()).isFalse();
    assertThat(viewers.carried()).isNull();
    enter(() -> null);
    assertThat(viewers.carried()).isNull();
  }

  @Test
  void whileNothingCanBeShown_nobodyIsAskedAndNothingCarried() {
    ViewerContext quiet = new ViewerContext(() -> false);
    quiet.place()[0] =
        quiet.viewer(
            () -> {
              throw new AssertionError("asked");
            });
    assertThat(quiet.carried()).isNull();
  }

  private void enter(Supplier<String> name) {
    viewers.place()[0] = viewers.viewer(name);
  }
}
