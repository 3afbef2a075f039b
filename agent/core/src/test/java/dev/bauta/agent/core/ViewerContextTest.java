package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.ViewerSources;
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
    assertThat(who(viewers)).isEqualTo("grace");
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
  void loggingContext_namesWhereNobodyElseDoes() {
    viewers.named("grace");
    assertThat(who(viewers)).isEqualTo("grace");
    assertThat(((Viewer) viewers.carried()).name()).isEqualTo("grace");
    enter(() -> "ada");
    assertThat(who(viewers)).isEqualTo("ada");
    enter(() -> null); // a request whose server knows nobody
    assertThat(who(viewers)).isEqualTo("grace");
    viewers.place()[0] = viewers.nobody();
    assertThat(who(viewers)).isNull();
    viewers.place()[0] = null;
    viewers.named(null);
    assertThat(who(viewers)).isNull();
  }

  @Test
  void securityContext_standsAboveWhoWasThere_untilItIsCleared() {
    enter(() -> "grace");
    Object grace = viewers.place()[0];
    String[] user = {"linus"};
    viewers.context(() -> user[0]);
    assertThat(who(viewers)).isEqualTo("linus");
    user[0] = "ada"; // logged in anew, in the same context
    assertThat(who(viewers)).isEqualTo("ada");
    user[0] = null;
    assertThat(who(viewers)).isNull();
    viewers.context(() -> "margaret");
    assertThat(who(viewers)).isEqualTo("margaret");
    assertThat(((Viewer) viewers.carried()).name()).isEqualTo("margaret");
    viewers.context(null);
    assertThat(viewers.place()[0]).isSameAs(grace);
    viewers.context(null);
    assertThat(viewers.place()[0]).isSameAs(grace);
  }

  @Test
  void requestInsideASecurityContext_answersFirst() {
    viewers.context(() -> "linus");
    Object context = viewers.place()[0];
    enter(() -> "grace");
    assertThat(who(viewers)).isEqualTo("grace");
    viewers.place()[0] = context;
    enter(() -> null); // nothing wrapped it
    assertThat(who(viewers)).isEqualTo("linus");
    viewers.place()[0] = null;
    viewers.named("ada");
    viewers.context(() -> null);
    assertThat(who(viewers)).isNull();
  }

  @Test
  void osUser_isLookingWhereNobodyIsKnown() throws InterruptedException {
    ViewerContext tool =
        new ViewerContext(() -> true, new PrincipalSettings(ViewerSources.NONE, "grace"));
    assertThat(who(tool)).isEqualTo("grace");
    tool.current().revealed("a value");
    Object[] other = new Object[2];
    Thread thread =
        new Thread(
            () -> {
              other[0] = who(tool);
              other[1] = tool.current().hasRevealed("a value");
            });
    thread.start();
    thread.join();
    assertThat(other).containsExactly("grace", false);
    tool.place()[0] = tool.viewer(() -> null); // somebody who did not log in
    assertThat(who(tool)).isNull();
    tool.place()[0] = tool.nobody();
    assertThat(who(tool)).isNull();
    tool.place()[0] = tool.about("customer-7");
    assertThat(who(tool)).isNull();
    tool.place()[0] = null;
    tool.place()[0] = tool.about("customer-7");
    assertThat(who(tool)).isEqualTo("grace");
  }

  private static String who(ViewerContext context) {
    Viewer viewer = context.current();
    Viewer speaking = viewer == null ? null : context.speaking(viewer);
    return speaking == null ? null : speaking.name();
  }

  @Test
  void carried_isSettledHere_andAnotherObject() {
    AtomicInteger asked = new AtomicInteger();
    enter(() -> "grace " + asked.incrementAndGet());
    viewers.place()[0] = viewers.about("customer-7");
    Viewer carried = (Viewer) viewers.carried();
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
