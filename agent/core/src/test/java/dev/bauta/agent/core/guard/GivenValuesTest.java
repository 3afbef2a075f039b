package dev.bauta.agent.core.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.api.Given.Origin;
import java.lang.ref.WeakReference;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class GivenValuesTest {

  private static final Origin MAIL = new Origin("email", "mail");

  private final GivenValues given = new GivenValues(raw -> raw.contains("@") ? "email" : null);

  @Test
  void theVeryObject_standsForItsOwnRawValue_whateverElseIsEqual() {
    Object ada = given.give("[NAME]", "Ada", MAIL);
    Object grace = given.give("[NAME]", "Grace", MAIL);

    assertThat(ada).isEqualTo("[NAME]").isNotSameAs(grace);
    assertThat(given.standsFor(ada)).isEqualTo("Ada");
    assertThat(given.standsFor(grace)).isEqualTo("Grace");
    assertThat(given.standsFor("[NAME]")).isEqualTo("[NAME]");
    Date masked = Date.valueOf("1815-01-01");
    given.give(masked, Date.valueOf("1815-12-10"), MAIL);
    assertThat(given.standsFor(masked)).isEqualTo(Date.valueOf("1815-12-10"));
    assertThat(given.standsFor(Date.valueOf("1815-01-01"))).isEqualTo(Date.valueOf("1815-01-01"));
  }

  @Test
  void aCopy_isKnownByItsWholeText_withItsOrigin() {
    given.give("a***@example.com", "ada@example.com", new Origin(null, "note"));

    assertThat(given.copyOf(new String("a***@example.com"))).isEqualTo(new Origin("email", "note"));
    assertThat(given.copyOf("a***@example.org")).isNull();
    assertThat(given.copyOf("to a***@example.com")).isNull();
    assertThat(given.copyOf(null)).isNull();
  }

  @Test
  void textWithoutLetterOrDigit_isNobodysCopy() {
    given.give("***", "Ada", MAIL);

    assertThat(given.copyOf(new String("***"))).isNull();
  }

  @Test
  void jsonIsRemembered_onlyOnceADriverIsThere() {
    given.copy("a***@example.com");
    assertThat(given.isEmpty()).isTrue();
    assertThat(given.copyOf("a***@example.com")).isNull();

    given.watch();
    given.copy("a***@example.com");
    assertThat(given.copyOf("a***@example.com")).isEqualTo(new Origin(null, null));
  }

  @Test
  void aRawValue_isLetGoOnceItsMaskedObjectIsGone() throws Exception {
    WeakReference<Object> raw = given("x***@example.com");
    for (int i = 0; i < 100 && raw.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
      given.sweep();
    }

    assertThat(raw.get()).isNull();
    assertThat(given.copyOf("x***@example.com")).isNotNull();
  }

  private WeakReference<Object> given(String masked) {
    Object raw = new String("xavier@example.com");
    given.give(masked, raw, MAIL);
    return new WeakReference<>(raw);
  }

  @Test
  void whatNoLongerFits_isCounted_andRefusedInsteadOfStored() {
    List<Object> kept = new ArrayList<>();
    int count = 90_000;
    for (int i = 0; i < count; i++) {
      kept.add(given.give("x" + i + "***", "raw" + i, MAIL));
    }
    int restored = 0;
    int looked = 0; // a refusal looks for its origin everywhere, so only some are tried
    int stored = 0;
    for (int i = 0; i < count; i++) {
      if (given.standsFor(kept.get(i)).equals("raw" + i)) {
        restored++;
      } else if (i % 100 == 0) {
        looked++;
        stored += given.copyOf(kept.get(i)) == null ? 1 : 0;
      }
    }

    assertThat(restored).isBetween(count / 2, 65_536);
    assertThat(looked).isGreaterThan(100);
    assertThat(stored).isLessThan(looked / 10);
    assertThat(given.forgotten()).isGreaterThanOrEqualTo(count - restored);
  }

  /** Half of what fits is never forgotten by more than a few: rows of four fill unevenly. */
  @Test
  void thirtyThousandLiveObjects_nearlyAllFit() {
    List<Object> kept = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      kept.add(given.give("x" + i + "***", "raw" + i, MAIL));
    }
    int restored = 0;
    for (int i = 0; i < 30_000; i++) {
      restored += given.standsFor(kept.get(i)).equals("raw" + i) ? 1 : 0;
    }

    assertThat(restored).isGreaterThan(28_500);
  }

  @Test
  void manyThreads_neverGetAnothersValue() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Callable<Integer>> tasks = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      int thread = t;
      tasks.add(() -> wrong(thread));
    }
    for (Future<Integer> wrong : pool.invokeAll(tasks)) {
      assertThat(wrong.get()).isZero();
    }
    pool.shutdown();
  }

  private int wrong(int thread) {
    int wrong = 0;
    Object before = given.give("[NAME]", thread + ":start", MAIL);
    String rawBefore = thread + ":start";
    for (int i = 0; i < 100_000; i++) {
      String raw = thread + ":" + i;
      Object masked = given.give("[NAME]", raw, MAIL);
      Object back = given.standsFor(masked);
      wrong += back.equals(raw) || back == masked ? 0 : 1;
      Object earlier = given.standsFor(before);
      wrong += earlier.equals(rawBefore) || earlier == before ? 0 : 1;
      before = masked;
      rawBefore = raw;
    }
    return wrong;
  }
}
