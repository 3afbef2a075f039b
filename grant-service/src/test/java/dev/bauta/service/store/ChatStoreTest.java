package dev.bauta.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Narrowing;
import dev.bauta.service.access.Notice;
import dev.bauta.service.chat.DeliveryException;
import dev.bauta.service.chat.InboxEntry;
import dev.bauta.service.chat.MessageRef;
import dev.bauta.service.chat.WorkQueue;
import dev.bauta.service.chat.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class ChatStoreTest {
  private final Engine engine;
  private final World world;
  private final OutboxRows outbox;
  private final InboxRows inbox;
  private final List<String> delivered = new ArrayList<>();

  ChatStoreTest(Engine engine) {
    this.engine = engine;
    world = new World(engine);
    world.store.tell("slack");
    outbox = new OutboxRows(world.database, "slack");
    inbox = new InboxRows(world.database, world.clock);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everyChange_leavesANotice_andATerminalStateIsOne() {
    AccessRequest approved = world.approved();
    world.revoke.revoke(World.LINUS, approved.id(), "enough");
    AccessRequest denied = world.deny.deny(World.ALAN, world.asked().id(), "no");
    world.cancel.cancel(World.GRACE, world.asked().id());
    world.asked();
    world.approved();
    world.clock.pass(Duration.ofHours(1));
    world.sweep.run();
    Worker<Notice> worker = worker(false);
    while (worker.runOnce() > 0) {}
    assertThat(delivered)
        .contains(approved.id() + " REVOKED", denied.id() + " DENIED")
        .anyMatch(d -> d.endsWith("CANCELLED"));
    assertThat(delivered).anyMatch(d -> d.endsWith("EXPIRED")).anyMatch(d -> d.endsWith("ENDED"));
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void refusedChange_leavesNoNotice() {
    AccessRequest approved = world.approved();
    long waiting = outbox.waiting();
    try {
      world.approve.approve(World.ALAN, approved.id(), Narrowing.NONE);
    } catch (RuntimeException refused) {
      assertThat(outbox.waiting()).isEqualTo(waiting);
    }
  }

  @Test
  void failedDelivery_isTriedAgain_andHoldsBackLaterOnesOfTheSameRequestOnly() {
    AccessRequest first = world.approved();
    AccessRequest second = world.asked();
    Worker<Notice> failing = worker(true);
    assertThat(failing.runOnce()).isEqualTo(1); // the first's ASKED fails
    Worker<Notice> working = worker(false);
    while (working.runOnce() > 0) {}
    assertThat(delivered).containsExactly(second.id() + " ASKED");
    world.clock.pass(Duration.ofSeconds(2));
    while (working.runOnce() > 0) {}
    assertThat(delivered)
        .containsExactly(second.id() + " ASKED", first.id() + " ASKED", first.id() + " APPROVED");
  }

  @Test
  void claimOfACrashedInstance_runsOut() {
    world.asked();
    assertThat(outbox.claim(world.clock.instant(), Duration.ofSeconds(60), 1)).hasSize(1);
    assertThat(outbox.claim(world.clock.instant(), Duration.ofSeconds(60), 1)).isEmpty();
    world.clock.pass(Duration.ofSeconds(61));
    WorkQueue.Claim<Notice> again =
        outbox.claim(world.clock.instant(), Duration.ofSeconds(60), 1).get(0);
    assertThat(again.attempt()).isEqualTo(2);
  }

  @Test
  void release_takesBackTheClaimsOfACrashedProcess() {
    world.asked();
    assertThat(outbox.claim(world.clock.instant(), Duration.ofSeconds(60), 1)).hasSize(1);
    outbox.release(world.clock.instant());
    assertThat(world.database.isShared()).isEqualTo(engine == Engine.POSTGRESQL);
    assertThat(outbox.claim(world.clock.instant(), Duration.ofSeconds(60), 1)).hasSize(1);
  }

  @Test
  void hopelessDelivery_isKept_andLetsLaterOnesPass() {
    AccessRequest approved = world.approved();
    Worker<Notice> hopeless =
        new Worker<>(
            "outbox",
            outbox,
            claim -> {
              throw DeliveryException.never("channel_not_found");
            },
            world.clock,
            1);
    hopeless.runOnce();
    Worker<Notice> working = worker(false);
    while (working.runOnce() > 0) {}
    assertThat(delivered).containsExactly(approved.id() + " APPROVED");
  }

  @Test
  void messageRefs_areKept_perRequest() {
    AccessRequest one = world.asked();
    AccessRequest two = world.asked();
    outbox.refs(one.id()).remember(new MessageRef("card:C1", "C1", "1.1"));
    outbox.refs(one.id()).remember(new MessageRef("dm:U1", "D1", "1.2"));
    outbox.refs(one.id()).remember(new MessageRef("card:C1", "C1", "2.2"));
    assertThat(outbox.refs(one.id()).all())
        .containsExactly(
            new MessageRef("card:C1", "C1", "2.2"), new MessageRef("dm:U1", "D1", "1.2"));
    assertThat(outbox.refs(one.id()).find("dm:U1")).isPresent();
    assertThat(outbox.refs(two.id()).all()).isEmpty();
  }

  @Test
  void sameClick_isAcceptedOnce_evenAfterItWasHandled_andItsPayloadIsForgotten() throws Exception {
    assertThat(inbox.accept(click("1"))).isTrue();
    assertThat(inbox.accept(click("1"))).isFalse();
    assertThat(inbox.accept(click("2"))).isTrue();
    List<String> handled = new ArrayList<>();
    Worker<InboxEntry> worker =
        new Worker<>("inbox", inbox, c -> handled.add(c.item().payload()), world.clock, 1);
    while (worker.runOnce() > 0) {}
    assertThat(handled).containsExactly("payload", "payload");
    assertThat(inbox.accept(click("1"))).isFalse();
    assertThat(
            world.database.<Long>read(
                "inbox",
                h ->
                    h.createQuery("select count(*) from inbox where payload <> ''")
                        .mapTo(Long.class)
                        .one()))
        .isZero();
  }

  @Test
  void seenKey_isKnown_untilItMayBeForgotten() {
    assertThat(inbox.firstSeen("v0=abc", world.clock.instant().plusSeconds(600))).isTrue();
    assertThat(inbox.firstSeen("v0=abc", world.clock.instant().plusSeconds(600))).isFalse();
    world.clock.pass(Duration.ofSeconds(601));
    assertThat(inbox.firstSeen("v0=abc", world.clock.instant().plusSeconds(600))).isTrue();
  }

  private InboxEntry click(String time) {
    return new InboxEntry(
        "slack", "T1", "U1", time, "approve", "payload", world.clock.instant(), 0);
  }

  private Worker<Notice> worker(boolean failing) {
    return new Worker<>(
        "outbox",
        outbox,
        claim -> {
          if (failing) throw DeliveryException.later("slack is away");
          delivered.add(claim.item().request() + " " + claim.item().kind());
        },
        world.clock,
        1);
  }
}
