package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.engine.RuleSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unchecked")
class LinkTableTest {

  private final Counters counters = new Counters();
  private final LinkTable links =
      new LinkTable(
          new MaskingService(
              RuleSet.builtIn(),
              new SinkModes(Modes.all(Mode.MASK)),
              new Sightings(new Counters()),
              Reveals.NOTHING,
              new ViewerContext(() -> true),
              new Tracking(null, counters),
              counters));

  @Test
  void aFilterThatThrows_hidesTheValueAndIsCounted() {
    links.filter("text", LinkTableTest::fail, Links::masked);
    Object shown = ((UnaryOperator<Object>) links.apply("text")).apply("ada@example.com");
    assertThat(shown).isEqualTo(Masking.MASKED);
    assertThat(counters.failures()).isEqualTo(1);
    assertThat(counters.lastFailure()).contains("StackOverflowError").doesNotContain("ada@");
  }

  @Test
  void aContextFilterThatThrows_hidesTheValue() {
    links.filter("text", (context, value) -> fail(value), Links::masked);
    Object shown =
        ((BiFunction<Object, Object, Object>) links.apply("text")).apply("key", "ada@example.com");
    assertThat(shown).isEqualTo(Masking.MASKED);
  }

  @Test
  void anObserverThatThrows_isSilent() {
    links.observe("enter", LinkTableTest::fail);
    assertThatCode(() -> ((Consumer<Object>) links.apply("enter")).accept("x"))
        .doesNotThrowAnyException();
    assertThat(counters.failures()).isEqualTo(1);
  }

  @Test
  void aHookNobodyRegistered_isABuildError() {
    assertThatThrownBy(() -> links.apply("typo")).hasMessageContaining("typo");
  }

  private static Object fail(Object value) {
    throw new StackOverflowError("at " + value);
  }
}
