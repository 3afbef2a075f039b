package dev.bauta.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.store.IdempotencyRows.Answer;
import dev.bauta.service.store.IdempotencyRows.Busy;
import dev.bauta.service.store.IdempotencyRows.Call;
import dev.bauta.service.store.IdempotencyRows.Done;
import dev.bauta.service.store.IdempotencyRows.Other;
import dev.bauta.service.store.IdempotencyRows.Yours;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdempotencyRowsTest {
  private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
  private static final Call CALL = new Call("grace", "key", "call");
  private static final Answer ANSWER = new Answer(201, "/there", "application/json", "{}");

  @ParameterizedTest
  @EnumSource(Engine.class)
  void aCall_isClaimedOnce_andAnsweredForADay(Engine engine) {
    try (Database database = engine.open()) {
      IdempotencyRows rows = new IdempotencyRows(database);
      Yours mine = (Yours) rows.claim(CALL, "draw", NOW);
      assertThat(rows.claim(CALL, "other", NOW)).isInstanceOf(Busy.class);
      assertThat(rows.claim(new Call("grace", "key", "other"), "x", NOW)).isInstanceOf(Other.class);
      assertThat(rows.claim(new Call("linus", "key", "other"), "x", NOW)).isInstanceOf(Yours.class);
      rows.answered(CALL, mine, ANSWER);
      assertThat(rows.claim(CALL, "other", NOW.plus(Duration.ofHours(23))))
          .isEqualTo(new Done(ANSWER));
      assertThat(rows.claim(CALL, "new", NOW.plus(IdempotencyRows.KEPT)))
          .isEqualTo(new Yours("new", 1));
      rows.forget(NOW.plus(Duration.ofDays(3)));
      assertThat(rows.claim(CALL, "newer", NOW)).isEqualTo(new Yours("newer", 1));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whoDied_isTakenOver_withTheSameDraw_andCannotAnswerAnyMore(Engine engine) {
    try (Database database = engine.open()) {
      IdempotencyRows rows = new IdempotencyRows(database);
      Yours dead = (Yours) rows.claim(CALL, "draw", NOW);
      Instant later = NOW.plus(IdempotencyRows.GONE);
      Yours heir = (Yours) rows.claim(CALL, "other", later);
      assertThat(heir.draw()).isEqualTo("draw");
      assertThat(rows.claim(CALL, "third", later)).isInstanceOf(Busy.class);
      rows.answered(CALL, dead, new Answer(500, null, "x", "late"));
      rows.released(CALL, dead);
      assertThat(rows.claim(CALL, "third", later)).isInstanceOf(Busy.class);
      rows.answered(CALL, heir, ANSWER);
      assertThat(rows.claim(CALL, "third", later)).isEqualTo(new Done(ANSWER));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whatWasReleased_isClaimedAnew(Engine engine) {
    try (Database database = engine.open()) {
      IdempotencyRows rows = new IdempotencyRows(database);
      rows.released(CALL, (Yours) rows.claim(CALL, "draw", NOW));
      assertThat(rows.claim(CALL, "new", NOW)).isEqualTo(new Yours("new", 1));
    }
  }
}
