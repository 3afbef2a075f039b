package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.ToStringProbe;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code @Pii} marks does not come out of {@code toString()}, however it is written. */
class ToStringLeakIT {

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void markedMembers_areMaskedInToString_andNowhereElse(Jdk jdk) {
    Outcome outcome = run(new ForkedJvm(jdk).agent());

    assertThat(outcome.text()).contains("probe done");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.text()).doesNotContain("Needle", "Lovelace", "1815", "815");
    assertThat(outcome.out())
        .contains("Generated: Generated[id=7, name=[NAME], born=[DATE-OF-BIRTH], pin=[PII]]")
        .contains("Concatenated: Concatenated for [NAME], born [DATE-OF-BIRTH]")
        .contains("Built: Built for [NAME] with [PII]")
        .contains("ByGetter: ByGetter for [NAME], again [NAME]")
        .contains("Trimmed: Trimmed for [NAME]")
        .contains("Marked: Marked[whoever=[NAME]]")
        .contains("Child: Child of Parent for [NAME]")
        .contains("OrderedBuilder: builder for [NAME]")
        .contains("equal: true true", "value kept: true")
        .contains("null: Generated[id=7, name=null, born=null, pin=");
  }

  @Test
  void withoutTheAgent_theAnnotationDoesNothing() {
    Outcome outcome = run(new ForkedJvm(Jdks.oldest()));

    assertThat(outcome.out())
        .contains("name=Needle Lovelace, born=1815-12-10, pin=815")
        .contains("builder for Needle Lovelace");
  }

  private static Outcome run(ForkedJvm jvm) {
    return jvm.classPath(Layout.probes(), Layout.annotations()).run(ToStringProbe.class);
  }
}
