package dev.bauta.service.store;

import static dev.bauta.service.store.World.ALAN;
import static dev.bauta.service.store.World.GRACE;
import static dev.bauta.service.store.World.LINUS;
import static dev.bauta.service.store.World.MALLORY;
import static dev.bauta.service.store.World.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.grants.Selection;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.AlreadyDecidedException;
import dev.bauta.service.access.Fault;
import dev.bauta.service.access.GrantRecord;
import dev.bauta.service.access.InvalidRequestException;
import dev.bauta.service.access.Narrowing;
import dev.bauta.service.access.NewRequest;
import dev.bauta.service.access.NotAllowedException;
import dev.bauta.service.access.NotAnApproverException;
import dev.bauta.service.access.Position;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.access.SelfDecisionException;
import dev.bauta.service.access.UnknownRequestException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class UseCasesTest {
  private final World world;

  UseCasesTest(Engine engine) {
    world = new World(engine);
  }

  @AfterEach
  void logIsSound_whateverHappened() {
    assertThat(world.verify().faults()).isEmpty();
    world.close();
  }

  @Test
  void ask_storesWhatWasAsked_withItsRecord() {
    AccessRequest request = world.asked();
    assertThat(world.store.request(request.id())).contains(request);
    assertThat(request.state()).isEqualTo(RequestState.PENDING);
    assertThat(world.lastAudit())
        .contains("\"action\":\"request.asked\"", "\"outcome\":\"done\"", request.id());
    assertThat(world.lastAudit()).doesNotContain("cannot be reached"); // committed to, not told
    assertThat(world.auditLog.entries(-1, 1).get(0).personal())
        .containsEntry("reason", "customer cannot be reached");
  }

  @Test
  void ask_requesterIsTheCaller_andNeedsTheRole() {
    Actor nobody = World.actor("eve");
    assertThatThrownBy(() -> world.ask.ask(nobody, World.wanted("desk")))
        .isInstanceOf(NotAllowedException.class);
    assertThat(world.lastAudit())
        .contains("\"outcome\":\"refused\"", "\"refusal\":\"not-allowed\"", "\"actor\":\"eve\"");
  }

  @Test
  void ask_unknownServiceTypeEnvironmentSink_shortReason_tooLong_areAllToldAtOnce() {
    NewRequest wrong =
        new NewRequest(
            "desk",
            "moon",
            Set.of("fax"),
            Set.of("email", "shoe-size"),
            Selection.of(Set.of()),
            Optional.empty(),
            "because",
            31,
            Optional.empty(),
            Optional.of(101L));
    assertThatThrownBy(() -> world.ask.ask(GRACE, wrong))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e ->
                assertThat(e.faults())
                    .extracting(Fault::field)
                    .containsExactly(
                        "environment",
                        "sinks",
                        "types",
                        "fields",
                        "minutes",
                        "maxReveals",
                        "reason"));
    assertThat(world.lastAudit())
        .contains("environment,fields,maxReveals,minutes,reason,sinks,types")
        .doesNotContain("because");
    NewRequest unknown = World.wanted("payroll");
    assertThatThrownBy(() -> world.ask.ask(GRACE, unknown))
        .hasMessageContaining("Unknown service; known are desk, lonely, night, vault.");
  }

  @Test
  void ask_forLog_isRefusedWithItsReason() {
    NewRequest wanted =
        new NewRequest(
            "desk",
            "production",
            Set.of("log"),
            Set.of("email"),
            Selection.any(),
            Optional.empty(),
            "customer cannot be reached",
            5,
            Optional.empty(),
            Optional.empty());
    assertThatThrownBy(() -> world.ask.ask(GRACE, wanted))
        .hasMessageContaining("Logs are not unmasked");
  }

  @Test
  void ask_emptyMeansNothing_neverEverything() {
    NewRequest nothing =
        new NewRequest(
            "desk",
            "production",
            Set.of(),
            Set.of(),
            Selection.of(Set.of()),
            Optional.empty(),
            "customer cannot be reached",
            5,
            Optional.empty(),
            Optional.empty());
    assertThatThrownBy(() -> world.ask.ask(GRACE, nothing))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            e ->
                assertThat(e.faults())
                    .extracting(Fault::field)
                    .containsExactly("sinks", "types", "fields"));
  }

  @Test
  void ask_whenNobodyElseCanApprove_saysSoAtOnce() {
    assertThatThrownBy(() -> world.ask.ask(GRACE, World.wanted("lonely")))
        .hasMessageContaining("Nobody else can approve");
  }

  @Test
  void approve_issuesTheGrant_forThatPersonAndScope_fromNowOn() {
    Position before = world.store.position("desk", "production");
    AccessRequest approved = world.approved();
    GrantRecord grant = world.store.grant(approved.grantId()).orElseThrow();
    assertThat(grant.grant().people()).containsExactly("grace");
    assertThat(grant.grant().scope()).isEqualTo(approved.scope());
    assertThat(grant.grant().notBefore()).isEqualTo(world.clock.instant());
    assertThat(grant.grant().expires())
        .isEqualTo(world.clock.instant().plus(Duration.ofMinutes(20)));
    assertThat(grant.grant().approvedBy()).containsExactly("linus");
    assertThat(grant.grant().policyVersion()).isEqualTo("p1");
    assertThat(grant.grant().reasonHash()).hasSize(43).doesNotContain("customer");
    Position after = world.store.position("desk", "production");
    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(world.store.position("desk", "staging").version()).isZero();
    assertThat(world.store.live("desk", "production", world.clock.instant()))
        .containsExactly(grant);
    assertThat(world.store.live("desk", "staging", world.clock.instant())).isEmpty();
  }

  @Test
  void approve_ownRequest_isRefusedAndRecorded_alsoForApproversAndAdministrators() {
    AccessRequest own = world.asked(); // grace is in desk's list of approvers
    assertThatThrownBy(
            () ->
                world.approve.approve(
                    World.actor("grace", dev.bauta.service.access.Role.APPROVER),
                    own.id(),
                    Narrowing.NONE))
        .isInstanceOf(SelfDecisionException.class);
    AccessRequest roots = world.ask.ask(ROOT, World.wanted("vault"));
    assertThatThrownBy(() -> world.approve.approve(ROOT, roots.id(), Narrowing.NONE))
        .isInstanceOf(SelfDecisionException.class);
    assertThat(world.lastAudit())
        .contains("\"refusal\":\"self-decision\"", "\"actor\":\"root\"", roots.id());
    assertThat(world.store.request(roots.id())).contains(roots);
  }

  @Test
  void approve_bySomebodyNotInTheList_isRefusedAndRecorded_alsoForAdministrators() {
    AccessRequest request = world.asked();
    for (Actor wrong : List.of(MALLORY, ROOT, Actor.stranger("slack:T1/U9", "slack", ""))) {
      assertThatThrownBy(() -> world.approve.approve(wrong, request.id(), Narrowing.NONE))
          .isInstanceOf(NotAnApproverException.class);
      assertThatThrownBy(() -> world.deny.deny(wrong, request.id(), "no"))
          .isInstanceOf(NotAnApproverException.class);
      assertThat(world.lastAudit())
          .contains("\"refusal\":\"not-an-approver\"", "\"actor\":\"" + wrong.name() + "\"");
    }
    assertThat(world.store.request(request.id())).contains(request);
  }

  @Test
  void approve_twice_isOneDecision_andTheSecondIsToldByWhomAndWhen() {
    AccessRequest approved = world.approved();
    assertThatThrownBy(() -> world.approve.approve(ALAN, approved.id(), Narrowing.NONE))
        .isInstanceOf(AlreadyDecidedException.class)
        .hasMessageContaining("Already approved by linus at 2026-03-01 10:00:00 UTC");
    assertThat(world.lastAudit()).contains("\"refusal\":\"already-decided\"");
    assertThat(world.store.grants(10)).hasSize(1);
  }

  @Test
  void approve_quorumOfTwo_needsTwoPeople() {
    AccessRequest request = world.ask.ask(GRACE, World.wanted("vault"));
    AccessRequest once = world.approve.approve(LINUS, request.id(), Narrowing.NONE);
    assertThat(once.state()).isEqualTo(RequestState.PENDING);
    assertThat(world.store.grants(10)).isEmpty();
    assertThatThrownBy(() -> world.approve.approve(LINUS, request.id(), Narrowing.NONE))
        .isInstanceOf(AlreadyDecidedException.class);
    assertThat(world.approve.approve(ALAN, request.id(), Narrowing.NONE).state())
        .isEqualTo(RequestState.APPROVED);
    assertThat(world.store.grants(10)).hasSize(1);
  }

  @Test
  void approve_afterTheTimeToDecide_isRefused_evenBeforeTheSweep() {
    AccessRequest request = world.asked();
    world.clock.pass(Duration.ofHours(1));
    assertThatThrownBy(() -> world.approve.approve(LINUS, request.id(), Narrowing.NONE))
        .isInstanceOf(AlreadyDecidedException.class);
    assertThat(world.store.grants(10)).isEmpty();
  }

  @Test
  void approve_unknownRequest_isRefused_andTheCallersTextIsNotRecorded() {
    assertThatThrownBy(() -> world.approve.approve(LINUS, "req-ada@example.com", Narrowing.NONE))
        .isInstanceOf(UnknownRequestException.class);
    assertThat(world.lastAudit())
        .contains("\"refusal\":\"unknown-request\"")
        .doesNotContain("ada@example.com");
  }

  @Test
  void deny_needsAReason_andClosesTheRequest() {
    AccessRequest request = world.asked();
    assertThatThrownBy(() -> world.deny.deny(LINUS, request.id(), "  "))
        .isInstanceOf(InvalidRequestException.class);
    AccessRequest denied = world.deny.deny(LINUS, request.id(), "ask the customer");
    assertThat(denied.state()).isEqualTo(RequestState.DENIED);
    assertThat(world.store.request(request.id())).contains(denied);
    assertThatThrownBy(() -> world.approve.approve(ALAN, request.id(), Narrowing.NONE))
        .isInstanceOf(AlreadyDecidedException.class);
  }

  @Test
  void cancel_isTheRequestersAlone() {
    AccessRequest request = world.asked();
    assertThatThrownBy(() -> world.cancel.cancel(LINUS, request.id()))
        .isInstanceOf(NotAllowedException.class);
    assertThat(world.cancel.cancel(GRACE, request.id()).state()).isEqualTo(RequestState.CANCELLED);
  }

  @Test
  void revoke_takesTheGrantAwayFromTheAgents() {
    AccessRequest approved = world.approved();
    assertThatThrownBy(() -> world.revoke.revoke(MALLORY, approved.grantId(), "no"))
        .isInstanceOf(NotAllowedException.class);
    AccessRequest revoked = world.revoke.revoke(ALAN, approved.grantId(), "not needed any more");
    assertThat(revoked.state()).isEqualTo(RequestState.REVOKED);
    assertThat(world.store.live("desk", "production", world.clock.instant())).isEmpty();
    assertThat(world.store.position("desk", "production").version()).isEqualTo(2);
    assertThat(world.store.grant(approved.grantId()).orElseThrow().endedVersion()).hasValue(2);
    assertThatThrownBy(() -> world.revoke.revoke(ALAN, approved.grantId(), "again"))
        .isInstanceOf(AlreadyDecidedException.class);
  }

  @Test
  void sweep_expiresPending_andEndsLive_eachOnce() {
    AccessRequest pending = world.asked();
    AccessRequest approved = world.approved();
    world.clock.pass(Duration.ofMinutes(20));
    assertThat(world.store.live("desk", "production", world.clock.instant()))
        .isEmpty(); // by its own end, before any sweep
    assertThat(world.sweep.run()).isEqualTo(1);
    assertThat(world.store.request(approved.id()).orElseThrow().state())
        .isEqualTo(RequestState.ENDED);
    world.clock.pass(Duration.ofMinutes(40));
    assertThat(world.sweep.run()).isEqualTo(1);
    assertThat(world.store.request(pending.id()).orElseThrow().state())
        .isEqualTo(RequestState.EXPIRED);
    assertThat(world.sweep.run()).isZero();
  }

  @Test
  void overlappingGrants_doNotCancelEachOther() {
    AccessRequest first = world.approved();
    AccessRequest second = world.approved();
    world.revoke.revoke(LINUS, first.grantId(), "one is enough");
    assertThat(world.store.live("desk", "production", world.clock.instant()))
        .extracting(g -> g.grant().id())
        .containsExactly(second.grantId());
  }

  @Test
  void grants_areNeverDeleted() {
    AccessRequest approved = world.approved();
    world.clock.pass(Duration.ofDays(400));
    world.sweep.run();
    assertThat(world.store.grant(approved.grantId())).isPresent();
    assertThat(world.store.request(approved.id())).isPresent();
  }

  @Test
  void recordCannotBeWritten_nothingHappens() {
    AccessRequest request = world.asked();
    world.sql("alter table audit_record rename to audit_record_away");
    assertThatThrownBy(() -> world.approve.approve(LINUS, request.id(), Narrowing.NONE))
        .isInstanceOf(StoreException.class);
    world.sql("alter table audit_record_away rename to audit_record");
    assertThat(world.store.request(request.id())).contains(request);
    assertThat(world.store.grants(10)).isEmpty();
    assertThat(world.store.position("desk", "production").version()).isZero();
  }
}
