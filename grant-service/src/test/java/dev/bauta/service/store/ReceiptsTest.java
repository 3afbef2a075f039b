package dev.bauta.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.AgentRecord;
import dev.bauta.service.access.Position;
import dev.bauta.service.access.Receipt;
import dev.bauta.service.access.RequestState;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class ReceiptsTest {
  private final World world;

  ReceiptsTest(Engine engine) {
    world = new World(engine);
  }

  @AfterEach
  void logIsSound() {
    assertThat(world.verify().faults()).isEmpty();
    world.close();
  }

  @Test
  void firstConfirmation_makesTheGrantActive_once() {
    AccessRequest approved = world.approved();
    world.takeReceipt.take(world.receipt("a1", 1, new Position(now().epoch(), 0)));
    assertThat(state(approved)).isEqualTo(RequestState.APPROVED);
    world.takeReceipt.take(world.receipt("a1", 2, now()));
    assertThat(state(approved)).isEqualTo(RequestState.ACTIVE);
    world.takeReceipt.take(world.receipt("a2", 1, now()));
    assertThat(world.audit().stream().filter(r -> r.contains("grant.active"))).hasSize(1);
  }

  @Test
  void positionThatWasNeverIssued_isNotBelieved() {
    AccessRequest approved = world.approved();
    world.takeReceipt.take(world.receipt("a1", 1, new Position(now().epoch() + 1, 99)));
    assertThat(state(approved)).isEqualTo(RequestState.APPROVED);
    world.takeReceipt.take(world.receipt("a1", 2, new Position(now().epoch(), 99)));
    assertThat(world.store.agents(java.time.Instant.EPOCH))
        .extracting(AgentRecord::applied)
        .containsExactly(now());
  }

  @Test
  void repeatedNumber_isCountedOnce_howeverOftenItComes() {
    AccessRequest approved = world.approved();
    Receipt receipt = world.receipt("a1", 1, now(), count(approved, 5));
    for (int i = 0; i < 3; i++) world.takeReceipt.take(receipt);
    assertThat(revealed(approved)).isEqualTo(5);
    assertThat(world.audit().stream().filter(r -> r.contains("reveals.counted"))).hasSize(1);
  }

  @Test
  void repeatedAndReordered_atRandom_theSumIsRight() {
    AccessRequest approved = world.approved();
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      int number = 1 + random.nextInt(8);
      world.takeReceipt.take(
          world.receipt("a" + random.nextInt(2), number, now(), count(approved, number)));
    }
    long expected = 0;
    for (AgentRecord agent : world.store.agents(java.time.Instant.EPOCH)) {
      assertThat(agent.lastNumber()).isEqualTo(8);
      expected += 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8;
    }
    assertThat(revealed(approved)).isEqualTo(expected);
  }

  @Test
  void gap_isAnEvent() {
    world.takeReceipt.take(world.receipt("a1", 1, now()));
    world.takeReceipt.take(world.receipt("a1", 5, now()));
    assertThat(world.lastAudit())
        .contains("receipts.gap", "\"from\":\"2\"", "\"to\":\"4\"", "\"actor\":\"a1\"");
    long size = world.auditLog.size();
    world.takeReceipt.take(world.receipt("a1", 3, now())); // late, not lost
    assertThat(world.auditLog.size()).isEqualTo(size);
    assertThat(world.store.agents(java.time.Instant.EPOCH).get(0).lastNumber()).isEqualTo(5);
  }

  @Test
  void budget_isSpentOverAllAgents_andEndsTheGrant() {
    AccessRequest approved = world.approved(); // 100 reveals
    world.takeReceipt.take(world.receipt("a1", 1, now(), count(approved, 60)));
    assertThat(state(approved)).isEqualTo(RequestState.ACTIVE);
    world.takeReceipt.take(world.receipt("a2", 1, now(), count(approved, 60)));
    assertThat(state(approved)).isEqualTo(RequestState.ENDED);
    assertThat(world.store.request(approved.id()).orElseThrow().closing().orElseThrow().why())
        .isEqualTo("all 100 reveals used");
    assertThat(world.store.live("desk", "production", world.clock.instant())).isEmpty();
    assertThat(revealed(approved)).isEqualTo(120); // told as it was
  }

  @Test
  void countsAfterTheEnd_areStillCounted() {
    AccessRequest approved = world.approved();
    world.revoke.revoke(World.LINUS, approved.grantId(), "enough");
    world.takeReceipt.take(world.receipt("a1", 1, now(), count(approved, 2)));
    assertThat(revealed(approved)).isEqualTo(2);
  }

  @Test
  void countsForAnUnknownGrant_orAnotherServices_areAnEvent_andDoNotBlockTheReceipt() {
    AccessRequest approved = world.approved();
    Receipt.Count foreign = new Receipt.Count("grant-nothing", "json", "email", "", 1);
    world.takeReceipt.take(world.receipt("a1", 1, now(), foreign, count(approved, 1)));
    assertThat(world.lastAudit()).contains("receipts.unknown-grant");
    assertThat(revealed(approved)).isEqualTo(1);
    Receipt other = new Receipt("a9", "desk", "staging", 1, now(), List.of(count(approved, 7)));
    world.takeReceipt.take(other);
    assertThat(revealed(approved)).isEqualTo(1);
  }

  private Position now() {
    return world.store.position("desk", "production");
  }

  private RequestState state(AccessRequest request) {
    return world.store.request(request.id()).orElseThrow().state();
  }

  private long revealed(AccessRequest request) {
    return world.store.grant(request.grantId()).orElseThrow().revealed();
  }

  private static Receipt.Count count(AccessRequest request, long count) {
    return new Receipt.Count(request.grantId(), "json", "email", "contact", count);
  }
}
