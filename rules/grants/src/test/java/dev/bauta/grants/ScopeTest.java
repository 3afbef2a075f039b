package dev.bauta.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScopeTest {

  private static final List<String> NAMES = List.of("a", "b", "c");

  private final Random random = new Random(5);

  @Test
  void emptySinksOrTypesOrFields_openNothing() {
    for (String name : NAMES) {
      assertThat(scope(Set.of(), Set.of("a"), Selection.any()).covers("a", "a", "a", null))
          .isFalse();
      assertThat(scope(Set.of("a"), Set.of(), Selection.any()).covers("a", name, "a", null))
          .isFalse();
      assertThat(
              scope(Set.of("a"), Set.of("a"), Selection.of(Set.of())).covers("a", "a", name, null))
          .isFalse();
    }
  }

  @Test
  void aScopeBoundToFields_doesNotCoverAnUnknownField() {
    Scope scope = scope(Set.of("a"), Set.of("a"), Selection.of(Set.of("a")));
    assertThat(scope.covers("a", "a", "a", null)).isTrue();
    assertThat(scope.covers("a", "a", null, null)).isFalse();
  }

  @Test
  void aScopeBoundToASubject_doesNotCoverAnUnknownSubject() {
    Scope all = scope(Set.of("a"), Set.of("a"), Selection.any());
    Scope one =
        new Scope("s", "e", all.sinks(), all.types(), all.fields(), Optional.of("customer-7"));
    assertThat(one.covers("a", "a", "a", "customer-7")).isTrue();
    assertThat(one.covers("a", "a", "a", "customer-8")).isFalse();
    assertThat(one.covers("a", "a", "a", null)).isFalse();
    assertThat(one.narrows(all)).isTrue();
    assertThat(all.narrows(one)).isFalse();
  }

  @Test
  void whatNarrows_neverCoversMore() {
    for (int i = 0; i < 20_000; i++) {
      Scope narrow = any();
      Scope wide = any();
      if (!narrow.narrows(wide)) {
        continue;
      }
      for (String value : NAMES) {
        String other = NAMES.get(random.nextInt(3));
        String subject = random.nextBoolean() ? other : null;
        if (narrow.covers(value, other, value, subject)) {
          assertThat(wide.covers(value, other, value, subject)).isTrue();
        }
      }
    }
  }

  @Test
  void addingAConstraint_onlyNarrows() {
    for (int i = 0; i < 5_000; i++) {
      Scope wide = any();
      Scope narrow =
          new Scope(
              "s",
              "e",
              wide.sinks(),
              wide.types(),
              wide.fields().isAny() ? Selection.of(names()) : wide.fields(),
              wide.subject().or(() -> Optional.of("a")));
      assertThat(narrow.narrows(wide)).isTrue();
    }
  }

  private Scope any() {
    Selection fields = random.nextBoolean() ? Selection.any() : Selection.of(names());
    Optional<String> subject =
        random.nextBoolean() ? Optional.empty() : Optional.of(NAMES.get(random.nextInt(3)));
    return new Scope("s", "e", names(), names(), fields, subject);
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (String name : new ArrayList<>(NAMES)) {
      if (random.nextBoolean()) {
        names.add(name);
      }
    }
    return names;
  }

  private static Scope scope(Set<String> sinks, Set<String> types, Selection fields) {
    return new Scope("s", "e", sinks, types, fields, Optional.empty());
  }
}
