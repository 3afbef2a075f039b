package dev.bauta.annotations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewerTest {

  @Test
  void withoutAgent_theCodeJustRuns() throws Exception {
    List<String> ran = new ArrayList<>();
    assertThat(Viewer.<String>call("grace", () -> "called")).isEqualTo("called");
    assertThat(Viewer.<Integer>about("customer 7", () -> 7)).isEqualTo(7);
    Viewer.run(null, () -> ran.add("ran"));
    assertThat(ran).containsExactly("ran");
  }

  @Test
  void withoutAgent_whatTheCodeThrowsComesOut() {
    IOException failure = new IOException("gone");
    assertThatThrownBy(
            () ->
                Viewer.call(
                    "grace",
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
  }
}
