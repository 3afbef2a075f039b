package dev.bauta.agent.instrumentation.executors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForkedTasksTest {

  private final ForkedTasks forked = new ForkedTasks();

  /** Equal to every other of its kind, as tasks may be. */
  private record Same() {}

  @Test
  void task_hasItsViewerOnce() {
    Object task = new Object();
    forked.put(task, "grace");
    assertThat(forked.take(task)).isEqualTo("grace");
    assertThat(forked.take(task)).isNull();
    assertThat(forked.isEmpty()).isTrue();
  }

  @Test
  void tasks_areToldApartByIdentity() {
    Object first = new Same();
    Object second = new Same();
    forked.put(first, "grace");
    forked.put(second, "linus");
    assertThat(forked.take(second)).isEqualTo("linus");
    assertThat(forked.take(first)).isEqualTo("grace");
  }

  @Test
  void taskForkedAgainByNobody_isNobodys() {
    Object task = new Object();
    forked.put(task, "grace");
    forked.put(task, null);
    assertThat(forked.take(task)).isNull();
  }

  @Test
  void tasksThatNeverRan_areForgotten() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      forked.put(new Object(), "grace");
    }
    List<Object> later = new ArrayList<>();
    for (int i = 0; i < 100 && (later.isEmpty() || !forked.isEmpty()); i++) {
      System.gc();
      Thread.sleep(10);
      Object task = new Object();
      later.add(task);
      forked.put(task, "linus");
      forked.take(task);
    }
    assertThat(forked.isEmpty()).isTrue();
  }
}
