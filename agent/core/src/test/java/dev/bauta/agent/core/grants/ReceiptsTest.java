package dev.bauta.agent.core.grants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.engine.PiiType;
import dev.bauta.grants.Grant;
import dev.bauta.grants.Selection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

  private final Bench bench = new Bench();
  private final Receipts receipts = bench.receipts;

  @Test
  void nothingNew_isNoBatch() {
    assertThat(receipts.next()).isNull();
  }

  @Test
  void aNewVersionInForce_isABatchOfItsOwn() {
    bench.tell(7);
    Receipts.Batch batch = receipts.next();
    assertThat(batch).isEqualTo(new Receipts.Batch(1, List.of(), 1, 7));
    receipts.acknowledged(batch);
    assertThat(receipts.next()).isNull();
  }

  @Test
  void reveals_areCountedByGrantSinkTypeAndField() {
    bench.tell(1, bench.grant("g1", "grace", Bench.HOUR, "email", "phone"));
    show(PiiType.EMAIL, "mail");
    show(PiiType.EMAIL, "mail");
    show(PiiType.EMAIL, null);
    show(PiiType.PHONE, "mail");
    show(PiiType.US_SSN, "mail");
    assertThat(receipts.next().lines())
        .containsExactlyInAnyOrder(
            new Receipts.Line("g1", "json", "email", "mail", 2),
            new Receipts.Line("g1", "json", "email", "", 1),
            new Receipts.Line("g1", "json", "phone", "mail", 1));
  }

  @Test
  void aBatch_keepsItsNumberAndContentUntilItIsTaken() {
    bench.tell(1, bench.grant("g1", "grace", Bench.HOUR, "email"));
    show(PiiType.EMAIL, "mail");
    Receipts.Batch first = receipts.next();
    show(PiiType.EMAIL, "mail");
    bench.time.pass(Duration.ofSeconds(1));
    bench.tell(2, bench.grant("g1", "grace", Bench.HOUR, "email"));
    assertThat(receipts.next()).isSameAs(first);
    receipts.acknowledged(first);
    Receipts.Batch second = receipts.next();
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.version()).isEqualTo(2);
    assertThat(second.lines()).containsExactly(new Receipts.Line("g1", "json", "email", "mail", 1));
    receipts.acknowledged(first); // an answer that comes twice
    assertThat(receipts.next()).isSameAs(second);
  }

  @Test
  void aFieldNameThatMayBeAValue_isNotTold() {
    bench.tell(1, bench.grant("g1", "grace", Bench.HOUR, "email"));
    show(PiiType.EMAIL, "ada@example.com");
    show(PiiType.EMAIL, "+44 20 7946 0018");
    assertThat(receipts.next().lines())
        .containsExactly(new Receipts.Line("g1", "json", "email", "*", 2));
  }

  @Test
  void fieldsWithoutEnd_areCountedTogether_andNothingIsLost() {
    Grant grant =
        bench.grant(
            "g1",
            "grace",
            Bench.HOUR,
            1_000_000,
            Bench.scope(Selection.any(), Optional.empty(), "email"));
    bench.tell(1, grant);
    for (int i = 0; i < 60_000; i++) {
      show(PiiType.EMAIL, field(i));
    }
    long sum = 0;
    int lines = 0;
    int batches = 0;
    for (Receipts.Batch batch = receipts.next(); batch != null; batch = receipts.next()) {
      assertThat(batch.number()).isEqualTo(++batches);
      assertThat(batch.lines()).hasSizeLessThanOrEqualTo(500);
      lines += batch.lines().size();
      sum += batch.lines().stream().mapToLong(Receipts.Line::count).sum();
      receipts.acknowledged(batch);
    }
    assertThat(sum).isEqualTo(60_000);
    assertThat(lines).isEqualTo(5_001);
  }

  @Test
  void countsOfManyThreads_addUp_whileBatchesAreTaken() throws InterruptedException {
    Grant grant =
        bench.grant(
            "g1",
            "grace",
            Bench.HOUR,
            1_000_000,
            Bench.scope(Selection.any(), Optional.empty(), "email", "phone"));
    bench.tell(1, grant);
    AtomicBoolean over = new AtomicBoolean();
    Map<String, Long> told = new HashMap<>();
    Thread taker =
        new Thread(
            () -> {
              boolean last;
              do {
                last = over.get();
                for (Receipts.Batch b = receipts.next(); b != null; b = receipts.next()) {
                  b.lines().forEach(line -> told.merge(line.type(), line.count(), Long::sum));
                  receipts.acknowledged(b);
                }
              } while (!last);
            });
    taker.start();
    List<Thread> showing = new ArrayList<>();
    for (PiiType type : List.of(PiiType.EMAIL, PiiType.PHONE, PiiType.EMAIL)) {
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 20_000; i++) {
                  show(type, field(i % 40));
                }
              });
      thread.start();
      showing.add(thread);
    }
    for (Thread thread : showing) {
      thread.join();
    }
    over.set(true);
    taker.join();
    assertThat(told).containsEntry("email", 40_000L).containsEntry("phone", 20_000L);
  }

  @Test
  void grantsThatEnded_areForgottenAfterAWhile_andMakeRoom() {
    bench.tell(1, bench.grant("g1", "grace", Duration.ofMinutes(1), "email"));
    show(PiiType.EMAIL, "mail");
    bench.time.pass(Duration.ofMinutes(5));
    receipts.forgetEnded(bench.time.nanos());
    assertThat(receipts.grantsKnown()).isEqualTo(1);
    bench.time.pass(Duration.ofMinutes(7));
    receipts.forgetEnded(bench.time.nanos());
    assertThat(receipts.grantsKnown()).as("not told yet").isEqualTo(1);
    receipts.acknowledged(receipts.next());
    receipts.forgetEnded(bench.time.nanos());
    assertThat(receipts.grantsKnown()).isZero();
  }

  @Test
  void moreGrantsThanCanBeCounted_openNothing() {
    Receipts fresh = new Receipts();
    for (int i = 0; i < 20_000; i++) {
      assertThat(fresh.ledger("g" + i)).isNotNull();
    }
    assertThat(fresh.ledger("one-more")).isNull();
    assertThat(fresh.ledger("g7")).isNotNull();
  }

  private void show(PiiType type, String field) {
    bench.table.reveal("grace", "json", type, field, null);
  }

  /** Words without digits, so that they pass for names. */
  private static String field(int i) {
    return "f_"
        + Integer.toString(i, 26).replaceAll("\\d", "x$0").replaceAll("\\d", "_")
        + "abcdefghijklmnopqrstuvwxyz".charAt(i % 26)
        + (char) ('A' + i / 26 % 26)
        + (char) ('A' + i / 676 % 26)
        + (char) ('A' + i / 17_576 % 26);
  }
}
