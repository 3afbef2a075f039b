package dev.bauta.agent.instrumentation.executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.agent.testing.TestMasking;
import dev.bauta.agent.testing.TestViewers;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CarriedCodeTest {

  private final TestViewers viewers = new TestViewers();
  private final TestMasking masking = new TestMasking(viewers);
  private final Hand hand = new Hand(viewers, masking);

  @Test
  void code_runsWithWhoHandedItOver_andPutsBackWhoWasThere() throws Exception {
    viewers.enter(() -> "grace");
    Object grace = hand.take();
    viewers.leave();
    viewers.enter(() -> "linus");
    AtomicReference<Object> seen = new AtomicReference<>();
    Runnable look = () -> seen.set(viewers.name());
    Supplier<Object> get = viewers::name;
    Callable<Object> call = viewers::name;

    new CarriedTask(hand, grace, look).run();
    assertThat(seen).hasValue("grace");
    assertThat(new CarriedCode.OfSupplier(hand, grace, get).get()).isEqualTo("grace");
    assertThat(new CarriedCode.OfCallable(hand, grace, call).call()).isEqualTo("grace");
    assertThat(new CarriedCode.OfFunction(hand, grace, x -> viewers.name()).apply(1))
        .isEqualTo("grace");
    assertThat(new CarriedCode.OfBiFunction(hand, grace, (x, y) -> viewers.name()).apply(1, 2))
        .isEqualTo("grace");
    new CarriedCode.OfConsumer(hand, grace, x -> seen.set(viewers.name() + x)).accept(1);
    assertThat(seen).hasValue("grace1");
    new CarriedCode.OfBiConsumer(hand, grace, (x, y) -> seen.set(viewers.name() + y)).accept(1, 2);
    assertThat(seen).hasValue("grace2");
    assertThat(viewers.name()).isEqualTo("linus");
  }

  @Test
  void codeThatThrows_leavesWhoWasThere() {
    viewers.enter(() -> "grace");
    Object grace = hand.take();
    viewers.leave();
    Runnable faulty =
        () -> {
          throw new IllegalStateException("a fault");
        };
    assertThatThrownBy(() -> new CarriedTask(hand, grace, faulty).run()).hasMessage("a fault");
    assertThat(viewers.depth()).isZero();
  }

  @Test
  void viewerWhoCannotTell_isCarriedAsNobody() {
    RuntimeException recycled = new IllegalStateException("recycled");
    viewers.enter(
        () -> {
          throw recycled;
        });
    assertThat(hand.take()).isNull();
    assertThat(masking.failures()).containsExactly(recycled);
  }

  @Test
  void soughtTask_isFoundBareAndCarried() {
    Runnable task = () -> {};
    SoughtTask sought = new SoughtTask(task);
    assertThat(sought.equals(task)).isTrue();
    assertThat(sought.equals(new CarriedTask(hand, "grace", task))).isTrue();
    assertThat(sought.equals((Runnable) () -> {})).isFalse();
  }
}
