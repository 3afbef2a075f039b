package dev.bauta.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.AlreadyDecidedException;
import dev.bauta.service.access.Narrowing;
import dev.bauta.service.access.NewRequest;
import dev.bauta.service.access.Notice;
import dev.bauta.service.access.Person;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.access.Role;
import dev.bauta.service.access.WideningException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What went wrong in other products, and must not here. The windows of the night are in {@code
 * HoursTest}, what is Slack's in {@code SlackRulesTest}.
 */
@ParameterizedClass
@EnumSource(Engine.class)
class OurRulesTest {
  private final World world;

  OurRulesTest(Engine engine) {
    world = new World(engine);
    world.store.tell("test");
  }

  @AfterEach
  void logIsSound() {
    assertThat(world.verify().faults()).isEmpty();
    world.close();
  }

  /** A person who stands for two groups counts once, and one too many does not miss the mark. */
  @Test
  void quorum_countsDistinctPeople() {
    AccessRequest asked = world.ask.ask(World.GRACE, World.wanted("vault"));
    world.approve.approve(World.LINUS, asked.id(), Narrowing.NONE);
    assertThatThrownBy(() -> world.approve.approve(World.LINUS, asked.id(), Narrowing.NONE))
        .isInstanceOf(AlreadyDecidedException.class);
    AccessRequest done = world.approve.approve(World.ALAN, asked.id(), Narrowing.NONE);
    assertThat(done.state()).isEqualTo(RequestState.APPROVED);
    assertThat(done.approvers()).hasSize(2);
  }

  /** Whoever comes at minute 19 of 20 has one minute. */
  @Test
  void expiry_isAbsolute_howeverLateSomebodyComes() {
    AccessRequest live = world.approved();
    Instant end = live.window().orElseThrow().until();
    world.clock.pass(Duration.ofMinutes(19));
    assertThat(world.store.live("desk", "production", world.clock.instant()))
        .singleElement()
        .satisfies(grant -> assertThat(grant.grant().expires()).isEqualTo(end));
    world.clock.pass(Duration.ofMinutes(1));
    assertThat(world.store.live("desk", "production", world.clock.instant())).isEmpty();
  }

  /** What was read is compared when it is written. */
  @Test
  void decision_isComparedWithTheStateItWasMadeOn() {
    AccessRequest asked = world.asked();
    AccessRequest denied = world.deny.deny(World.ALAN, asked.id(), "not today, please");
    assertThatThrownBy(
            () ->
                world.store.inTransaction(
                    tx -> {
                      tx.replace(asked, denied);
                      return null;
                    }))
        .isInstanceOf(StoreException.class);
    assertThat(world.store.request(asked.id())).contains(denied);
  }

  /** Every end is told, also those that nobody pressed a button for. */
  @Test
  void everyEnd_isTold() {
    ends(Notice.Kind.DENIED, r -> world.deny.deny(World.LINUS, r.id(), "not for that"));
    ends(Notice.Kind.CANCELLED, r -> world.cancel.cancel(World.GRACE, r.id()));
    ends(
        Notice.Kind.REVOKED,
        r -> {
          world.approve.approve(World.LINUS, r.id(), Narrowing.NONE);
          world.revoke.revoke(World.ALAN, r.id(), "enough is enough");
        });
    ends(
        Notice.Kind.ENDED,
        r -> {
          world.approve.approve(World.LINUS, r.id(), Narrowing.NONE);
          world.clock.pass(Duration.ofMinutes(21));
          world.sweep.run();
        });
    ends(
        Notice.Kind.EXPIRED,
        r -> {
          world.clock.pass(Duration.ofHours(2));
          world.sweep.run();
        });
  }

  private void ends(Notice.Kind kind, Consumer<AccessRequest> how) {
    AccessRequest request = world.asked();
    how.accept(request);
    assertThat(world.store.request(request.id()).orElseThrow().state().name())
        .isEqualTo(kind.name());
    assertThat(notices(request)).contains(kind.name());
  }

  /** No record, no grant, no notice. */
  @Test
  void record_isWrittenWithTheChange_orThereIsNoChange() {
    AccessRequest asked = world.asked();
    world.sql("alter table audit_record rename to audit_record_away");
    assertThatThrownBy(() -> world.approve.approve(World.LINUS, asked.id(), Narrowing.NONE))
        .isInstanceOf(RuntimeException.class);
    world.sql("alter table audit_record_away rename to audit_record");
    assertThat(world.store.request(asked.id())).contains(asked);
    assertThat(world.store.grants(10)).isEmpty();
    assertThat(notices(asked)).containsExactly("ASKED");
  }

  /** An approver may make it shorter and smaller, never more. */
  @Test
  void approver_mayNarrow_neverWiden() {
    AccessRequest asked = world.asked();
    Narrowing wider = new Narrowing(Optional.of(21), Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> world.approve.approve(World.LINUS, asked.id(), wider))
        .isInstanceOf(WideningException.class);
    Narrowing narrower =
        new Narrowing(Optional.of(5), Optional.of(Set.of("email")), Optional.of("4711"));
    AccessRequest live = world.approve.approve(World.LINUS, asked.id(), narrower);
    assertThat(live.duration()).isEqualTo(Duration.ofMinutes(5));
    assertThat(live.scope().types()).containsExactly("email");
    assertThat(live.scope().subject()).contains("4711");
  }

  /** The requester is who called, whatever the request says; so nobody asks in another's name. */
  @Test
  void requester_isTheCaller() {
    NewRequest wanted = World.wanted("desk");
    assertThat(world.ask.ask(World.ALAN, wanted).requester()).isEqualTo("alan");
    assertThat(NewRequest.class.getRecordComponents())
        .noneMatch(part -> part.getType() == Actor.class || part.getType() == Person.class);
  }

  /** An approver who has lost the role since decides nothing. */
  @Test
  void formerApprover_decidesNothing() {
    AccessRequest asked = world.asked();
    Actor former = World.actor("linus", Role.REQUESTER);
    assertThatThrownBy(() -> world.approve.approve(former, asked.id(), Narrowing.NONE))
        .hasMessageContaining("not an approver");
  }

  private List<String> notices(AccessRequest request) {
    return world.database.read(
        "notices",
        handle ->
            handle
                .createQuery("select kind from outbox where request_id = :id order by id")
                .bind("id", request.id())
                .mapTo(String.class)
                .list());
  }
}
