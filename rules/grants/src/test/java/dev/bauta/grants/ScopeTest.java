package dev.bauta.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a scope opens, over every scope and every value of a small world: two sinks, two types, two
 * fields, two data subjects, and fields and subjects that are not known.
 */
class ScopeTest {

  private static final List<String> SINKS = List.of("jdbc", "json");
  private static final List<String> TYPES = List.of("email", "phone");
  private static final List<String> FIELDS = Arrays.asList("mail", "work_mail", null);
  private static final List<String> SUBJECTS = Arrays.asList("s1", "s2", null);
  private static final List<Selection> SELECTIONS =
      List.of(
          Selection.any(),
          Selection.of(Set.of()),
          Selection.of(Set.of("mail")),
          Selection.of(Set.of("work_mail")),
          Selection.of(Set.of("mail", "work_mail")));

  private static final List<Scope> WORLD = everyScope();

  @Test
  void anEmptySetOfSinksOrTypesOrFields_opensNothing() {
    for (Scope scope : WORLD) {
      if (scope.sinks().isEmpty()
          || scope.types().isEmpty()
          || scope.fields().equals(Selection.of(Set.of()))) {
        assertThat(opened(scope)).as("%s", scope).isZero();
      }
    }
  }

  @Test
  void aNarrowerScope_opensNothingMore() {
    for (Scope wide : WORLD) {
      long open = opened(wide);
      for (Scope narrow : WORLD) {
        if (narrow.narrows(wide) && (opened(narrow) & ~open) != 0) {
          assertThat(narrow).as("opens more than %s", wide).isNull();
        }
      }
    }
  }

  @Test
  void whatOpensMore_isNeverNarrower_orOpensNothingAtAll() {
    for (Scope wide : WORLD) {
      assertThat(wide.narrows(wide)).isTrue();
      for (Scope other : WORLD) {
        boolean more = (opened(other) & ~opened(wide)) != 0;
        assertThat(more && other.narrows(wide)).isFalse();
      }
    }
  }

  @Test
  void aSubjectOrFieldsAdded_onlyNarrows() {
    for (Scope scope : WORLD) {
      if (scope.subject().isEmpty()) {
        assertThat(with(scope, scope.fields(), Optional.of("s1")).narrows(scope)).isTrue();
        assertThat(opened(with(scope, scope.fields(), Optional.of("s1"))) & ~opened(scope))
            .isZero();
      }
      if (scope.fields().isAny()) {
        for (Selection fields : SELECTIONS) {
          assertThat(with(scope, fields, scope.subject()).narrows(scope)).isTrue();
          assertThat(opened(with(scope, fields, scope.subject())) & ~opened(scope)).isZero();
        }
      }
    }
  }

  @Test
  void narrowing_isTransitive() {
    for (Scope a : WORLD) {
      for (Scope b : WORLD) {
        if (b.narrows(a)) {
          for (Scope c : WORLD) {
            assertThat(c.narrows(b) && !c.narrows(a)).isFalse();
          }
        }
      }
    }
  }

  @Test
  void aScopeForFields_doesNotCoverAnUnknownField() {
    Scope scope = scope(Selection.of(Set.of("mail")), Optional.empty());
    assertThat(scope.covers("json", "email", "mail", null)).isTrue();
    assertThat(scope.covers("json", "email", null, null)).isFalse();
  }

  @Test
  void aScopeForASubject_doesNotCoverAnUnknownOrAnotherSubject() {
    Scope scope = scope(Selection.any(), Optional.of("s1"));
    assertThat(scope.covers("json", "email", null, "s1")).isTrue();
    assertThat(scope.covers("json", "email", null, "s2")).isFalse();
    assertThat(scope.covers("json", "email", null, null)).isFalse();
  }

  @Test
  void anotherServiceOrEnvironment_isNeverNarrower() {
    Scope scope = scope(Selection.any(), Optional.empty());
    Scope elsewhere =
        new Scope("billing", "test", Set.of(), Set.of(), Selection.any(), Optional.empty());
    Scope live = new Scope("desk", "live", Set.of(), Set.of(), Selection.any(), Optional.empty());
    assertThat(elsewhere.narrows(scope)).isFalse();
    assertThat(live.narrows(scope)).isFalse();
  }

  private static Scope scope(Selection fields, Optional<String> subject) {
    return new Scope("desk", "test", Set.of("json"), Set.of("email"), fields, subject);
  }

  private static Scope with(Scope scope, Selection fields, Optional<String> subject) {
    return new Scope("desk", "test", scope.sinks(), scope.types(), fields, subject);
  }

  /** One bit for each value of the small world that the scope opens. */
  private static long opened(Scope scope) {
    long bits = 0;
    int bit = 0;
    for (String sink : SINKS) {
      for (String type : TYPES) {
        for (String field : FIELDS) {
          for (String subject : SUBJECTS) {
            bits |= scope.covers(sink, type, field, subject) ? 1L << bit : 0;
            bit++;
          }
        }
      }
    }
    return bits;
  }

  private static List<Scope> everyScope() {
    List<Scope> scopes = new ArrayList<>();
    for (Set<String> sinks : subsets(SINKS)) {
      for (Set<String> types : subsets(TYPES)) {
        for (Selection fields : SELECTIONS) {
          for (String subject : SUBJECTS) {
            scopes.add(
                new Scope("desk", "test", sinks, types, fields, Optional.ofNullable(subject)));
          }
        }
      }
    }
    return scopes;
  }

  private static List<Set<String>> subsets(List<String> two) {
    return List.of(Set.of(), Set.of(two.get(0)), Set.of(two.get(1)), Set.copyOf(two));
  }
}
