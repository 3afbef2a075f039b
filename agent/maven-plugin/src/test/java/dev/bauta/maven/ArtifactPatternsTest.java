package dev.bauta.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArtifactPatternsTest {

  @Test
  void noPattern_meansEverything() {
    assertThat(patterns(List.of(), List.of()).mean("com.h2database", "h2")).isTrue();
  }

  @Test
  void wantedOnes_areMeant_andNoOthers() {
    ArtifactPatterns patterns = patterns(List.of("ch.qos.logback:*", "*:h2"), List.of());

    assertThat(patterns.mean("ch.qos.logback", "logback-classic")).isTrue();
    assertThat(patterns.mean("com.h2database", "h2")).isTrue();
    assertThat(patterns.mean("com.h2database", "h2-extra")).isFalse();
    assertThat(patterns.mean("chXqos.logback", "logback-classic")).isFalse();
  }

  @Test
  void unwantedOnes_areLeftOut_alsoOfWantedOnes() {
    ArtifactPatterns patterns = patterns(List.of("com.example:*"), List.of("com.example:b*"));

    assertThat(patterns.mean("com.example", "a")).isTrue();
    assertThat(patterns.mean("com.example", "bb")).isFalse();
  }

  @Test
  void anotherShape_isRefused_withTheRemedy() {
    assertThatThrownBy(() -> patterns(List.of("logback-classic"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("logback-classic")
        .hasMessageContaining("groupId:artifactId");
  }

  private static ArtifactPatterns patterns(List<String> wanted, List<String> unwanted) {
    return new ArtifactPatterns(wanted, unwanted);
  }
}
