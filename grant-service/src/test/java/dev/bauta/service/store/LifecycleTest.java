package dev.bauta.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.AccountScope;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.AlreadyDecidedException;
import dev.bauta.service.access.Delegation;
import dev.bauta.service.access.InvalidRequestException;
import dev.bauta.service.access.Kind;
import dev.bauta.service.access.Narrowing;
import dev.bauta.service.access.NotAllowedException;
import dev.bauta.service.access.NotAnApproverException;
import dev.bauta.service.access.Notice;
import dev.bauta.service.access.Policy;
import dev.bauta.service.access.PolicyChangedException;
import dev.bauta.service.access.RequestQuery;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.access.SelfDecisionException;
import dev.bauta.service.access.ServiceAccount;
import dev.bauta.service.policy.Effect;
import dev.bauta.service.policy.Limits;
import dev.bauta.service.policy.Rule;
import dev.bauta.service.policy.Rules;
import dev.bauta.service.policy.When;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes after an approval, and what goes past it. */
@ParameterizedClass
@EnumSource(Engine.class)
class LifecycleTest {
  private static final String WHY = "the customer is still on the line";

  private final World world;

  LifecycleTest(Engine engine) {
    world = new World(engine);
    world.store.tell("test");
  }

  @AfterEach
  void logIsSound() {
    assertThat(world.verify().faults()).isEmpty();
    world.close();
  }

  @Test
  void extension_isDecidedLikeAnyRequest_andGoesOnWithoutAGap() {
    AccessRequest first = world.approved(); // 20 minutes
    world.clock.pass(Duration.ofMinutes(15));
    AccessRequest next = world.extend.extend(World.GRACE, first.grantId(), 10, WHY);
    assertThat(next.state()).isEqualTo(RequestState.PENDING);
    assertThat(next.follows()).contains(first.id());
    assertThatThrownBy(() -> world.approve.approve(World.GRACE, next.id(), Narrowing.NONE))
        .isInstanceOf(SelfDecisionException.class);
    AccessRequest live = world.approve.approve(World.LINUS, next.id(), Narrowing.NONE);
    assertThat(live.window().orElseThrow().from()).isEqualTo(world.clock.instant());
    assertThat(live.window().orElseThrow().until())
        .isEqualTo(first.window().orElseThrow().until().plus(Duration.ofMinutes(10)));
    assertThat(live.scope()).isEqualTo(first.scope());
    assertThat(world.store.live("desk", "production", world.clock.instant())).hasSize(2);
    world.clock.pass(Duration.ofMinutes(6));
    world.sweep.run();
    assertThat(world.store.live("desk", "production", world.clock.instant())).hasSize(1);
  }

  @Test
  void extension_neverGoesBeyondTheLongestWindowFromNow() {
    AccessRequest first = world.approved();
    AccessRequest next = world.extend.extend(World.GRACE, first.id(), 30, WHY);
    AccessRequest live = world.approve.approve(World.LINUS, next.id(), Narrowing.NONE);
    assertThat(live.window().orElseThrow().until())
        .isEqualTo(world.clock.instant().plus(Duration.ofMinutes(30)));
  }

  @Test
  void extension_isTheHoldersOwn_onceAtATime_threeInARow_andOfWhatRuns() {
    AccessRequest first = world.approved();
    assertThatThrownBy(() -> world.extend.extend(World.ALAN, first.id(), 10, WHY))
        .isInstanceOf(NotAllowedException.class);
    AccessRequest second = world.extend.extend(World.GRACE, first.id(), 10, WHY);
    assertThatThrownBy(() -> world.extend.extend(World.GRACE, first.id(), 10, WHY))
        .hasMessageContaining("asked for already: " + second.id());
    assertThatThrownBy(() -> world.extend.extend(World.GRACE, first.id(), 31, WHY))
        .isInstanceOf(NotAllowedException.class);
    AccessRequest last = world.approve.approve(World.LINUS, second.id(), Narrowing.NONE);
    for (int i = 0; i < 2; i++) {
      AccessRequest next = world.extend.extend(World.GRACE, last.id(), 1, WHY);
      last = world.approve.approve(World.LINUS, next.id(), Narrowing.NONE);
    }
    String end = last.id();
    assertThatThrownBy(() -> world.extend.extend(World.GRACE, end, 1, WHY))
        .hasMessageContaining("extended 3 times already");
    world.clock.pass(Duration.ofHours(1));
    assertThatThrownBy(() -> world.extend.extend(World.GRACE, first.id(), 1, WHY))
        .isInstanceOf(AlreadyDecidedException.class);
  }

  @Test
  void extension_isWithinThePolicy() {
    AccessRequest first = world.approved();
    assertThatThrownBy(() -> world.extend.extend(World.GRACE, first.id(), 31, WHY))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> world.extend.extend(World.GRACE, first.id(), 10, "short"))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void revoking_takesWhatGoesOnFromItToo_andWhatWaitsIsNotGranted() {
    AccessRequest first = world.approved();
    AccessRequest next = world.extend.extend(World.GRACE, first.id(), 10, WHY);
    world.approve.approve(World.LINUS, next.id(), Narrowing.NONE);
    AccessRequest third = world.extend.extend(World.GRACE, next.id(), 5, WHY);
    world.revoke.revoke(World.ALAN, first.id(), "enough");
    assertThat(world.store.request(next.id()).orElseThrow().state())
        .isEqualTo(RequestState.REVOKED);
    assertThat(world.store.live("desk", "production", world.clock.instant())).isEmpty();
    assertThatThrownBy(() -> world.approve.approve(World.LINUS, third.id(), Narrowing.NONE))
        .isInstanceOf(PolicyChangedException.class);
  }

  @Test
  void holder_isRemindedOnce_beforeTheEnd_unlessItGoesOn() {
    AccessRequest first = world.approved();
    world.clock.pass(Duration.ofMinutes(14));
    world.sweep.run();
    assertThat(notices(first)).doesNotContain("ENDING");
    world.clock.pass(Duration.ofMinutes(2));
    world.sweep.run();
    world.sweep.run();
    assertThat(notices(first)).containsOnlyOnce("ENDING");

    AccessRequest other = world.approved();
    world.extend.extend(World.GRACE, other.id(), 10, WHY);
    world.clock.pass(Duration.ofMinutes(17));
    world.sweep.run();
    assertThat(notices(other)).doesNotContain("ENDING");
  }

  @Test
  void brokenGlass_isGrantedAtOnce_told_andHasToBeReviewedBySomebodyElse() {
    AccessRequest taken = world.breakGlass.take(World.GRACE, World.wanted("desk"));
    assertThat(taken.kind()).isEqualTo(Kind.BREAK_GLASS);
    assertThat(taken.state()).isEqualTo(RequestState.APPROVED);
    assertThat(world.store.live("desk", "production", world.clock.instant())).hasSize(1);
    assertThat(notices(taken)).containsExactly("BREAK_GLASS");
    assertThat(world.lastAudit()).contains("request.break-glass");

    assertThatThrownBy(() -> world.review.review(World.GRACE, taken.id(), true, WHY))
        .isInstanceOf(SelfDecisionException.class);
    assertThatThrownBy(() -> world.review.review(World.LINUS, taken.id(), true, WHY))
        .isInstanceOf(NotAnApproverException.class);
    assertThat(world.store.openReviews(10)).hasSize(1);
    world.review.review(World.ALAN, taken.id(), false, "there was time to ask");
    assertThat(world.store.openReviews(10)).isEmpty();
    assertThat(world.lastAudit()).contains("break-glass.reviewed", "\"justified\":\"false\"");
    assertThatThrownBy(() -> world.review.review(World.ROOT, taken.id(), true, WHY))
        .hasMessageContaining("Already reviewed by alan");
  }

  @Test
  void reviewThatIsDue_isChasedEveryDay() {
    AccessRequest taken = world.breakGlass.take(World.GRACE, World.wanted("desk"));
    world.clock.pass(Duration.ofHours(23));
    world.sweep.run();
    assertThat(notices(taken)).doesNotContain("REVIEW_DUE");
    for (int day = 0; day < 3; day++) {
      world.clock.pass(Duration.ofHours(24));
      world.sweep.run();
      world.sweep.run();
    }
    assertThat(notices(taken).stream().filter("REVIEW_DUE"::equals)).hasSize(3);
  }

  @Test
  void glass_isBrokenTwiceADayAtMost_andOnlyWhereThePolicySaysSo() {
    assertThatThrownBy(() -> world.breakGlass.take(World.GRACE, World.wanted("vault")))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> world.breakGlass.take(World.actor("stranger"), World.wanted("desk")))
        .isInstanceOf(NotAllowedException.class);
    world.breakGlass.take(World.GRACE, World.wanted("desk"));
    world.breakGlass.take(World.GRACE, World.wanted("desk"));
    assertThatThrownBy(() -> world.breakGlass.take(World.GRACE, World.wanted("desk")))
        .hasMessageContaining("broken the glass 2 times");
    world.clock.pass(Duration.ofHours(25));
    AccessRequest again = world.breakGlass.take(World.GRACE, World.wanted("desk"));
    assertThatThrownBy(() -> world.extend.extend(World.GRACE, again.id(), 5, WHY))
        .hasMessageContaining("is not extended");
  }

  @Test
  void deputy_decidesForWhoIsAway_andBothAreRecorded() {
    Instant now = world.clock.instant();
    AccessRequest before = world.asked();
    world.delegate.delegate(World.LINUS, "linus", "mallory", now, now.plus(Duration.ofDays(7)));
    AccessRequest after = world.asked();
    assertThat(after.openStage().orElseThrow().approvers())
        .containsEntry("mallory", "for linus, who is away");
    for (AccessRequest request : List.of(before, after)) {
      assertThat(world.approve.approve(World.MALLORY, request.id(), Narrowing.NONE).state())
          .isEqualTo(RequestState.APPROVED);
      assertThat(world.lastAudit()).contains("\"actor\":\"mallory\"", "for linus, who is away");
    }
  }

  @Test
  void deputy_seesWhatWaits_andAfterwardsWhatTheyDecided_andNoMore() {
    Instant now = world.clock.instant();
    AccessRequest decided = world.asked();
    AccessRequest left = world.asked();
    assertThat(seenBy("mallory")).isEmpty();
    Delegation made =
        world.delegate.delegate(World.LINUS, "linus", "mallory", now, now.plus(Duration.ofDays(7)));
    assertThat(seenBy("mallory")).containsExactlyInAnyOrder(decided.id(), left.id());
    assertThat(world.store.request(left.id(), now).orElseThrow().asks("mallory")).isTrue();
    world.approve.approve(World.MALLORY, decided.id(), Narrowing.NONE);
    world.delegate.end(World.LINUS, made.id());
    assertThat(seenBy("mallory")).containsExactly(decided.id());
    assertThat(world.store.request(left.id(), now).orElseThrow().asks("mallory")).isFalse();
  }

  @Test
  void escalation_asksMorePeople_onceNobodyHasAnswered() {
    AccessRequest asked = world.ask.ask(World.GRACE, World.wanted("night"));
    assertThat(asked.openStage().orElseThrow().approvers()).containsOnlyKeys("linus");
    assertThat(seenBy("alan")).isEmpty();
    assertThatThrownBy(() -> world.approve.approve(World.ALAN, asked.id(), Narrowing.NONE))
        .isInstanceOf(NotAnApproverException.class);
    world.clock.pass(Duration.ofMinutes(14));
    world.sweep.run();
    assertThat(notices(asked)).isEmpty();

    world.clock.pass(Duration.ofMinutes(1));
    world.sweep.run();
    world.sweep.run();
    assertThat(notices(asked)).containsExactly("ESCALATED");
    assertThat(world.lastAudit()).contains("request.escalated", "alan,root", "linus, or who");
    assertThat(world.store.request(asked.id()).orElseThrow().openStage().orElseThrow().approvers())
        .containsEntry("alan", "on call for night")
        .containsOnlyKeys("linus", "alan", "root");
    assertThat(seenBy("alan")).containsExactly(asked.id());
    assertThat(world.approve.approve(World.ALAN, asked.id(), Narrowing.NONE).state())
        .isEqualTo(RequestState.APPROVED);
  }

  @Test
  void escalation_comesNotAfterADecision_norAfterTheEnd() {
    AccessRequest decided = world.ask.ask(World.GRACE, World.wanted("night"));
    world.approve.approve(World.LINUS, decided.id(), Narrowing.NONE);
    AccessRequest expired = world.ask.ask(World.GRACE, World.wanted("night"));
    world.clock.pass(Duration.ofHours(1)); // no sweep ran in between
    world.sweep.run();
    assertThat(notices(decided)).doesNotContain("ESCALATED");
    assertThat(notices(expired)).containsExactly("EXPIRED");
  }

  @Test
  void whatIsApprovedAtOnce_isForPeople_notForServiceAccounts() {
    Policy before = World.policy();
    Rule open =
        new Rule(
            "open",
            When.ofService("desk"),
            new Effect.Approve(world.clock.instant().plus(Duration.ofDays(1))),
            Limits.NONE);
    world.policy.replace(
        new Policy(
            "p2",
            before.services(),
            new Rules(List.of(open)),
            before.circle(),
            15,
            Duration.ofHours(1)));
    ServiceAccount tool = new ServiceAccount("tool", Set.of(AccountScope.ASK));
    Actor account = Actor.account(tool, Set.of(AccountScope.ASK), "");
    assertThatThrownBy(() -> world.ask.ask(account, World.wanted("desk")))
        .isInstanceOf(NotAllowedException.class)
        .hasMessageContaining("a person decides");
    assertThat(world.ask.ask(World.GRACE, World.wanted("desk")).state())
        .isEqualTo(RequestState.APPROVED);
  }

  private List<String> seenBy(String person) {
    return world
        .store
        .requests(RequestQuery.newest(100).seenBy(person, world.clock.instant()))
        .stream()
        .map(AccessRequest::id)
        .toList();
  }

  @Test
  void deputy_countsAsOnePerson_andNeverForTheirOwnRequest() {
    Instant now = world.clock.instant();
    world.delegate.delegate(World.LINUS, "linus", "alan", now, now.plus(Duration.ofDays(7)));
    AccessRequest vault =
        world.ask.ask(World.GRACE, World.wanted("vault")); // two of linus, alan, root
    world.approve.approve(World.ALAN, vault.id(), Narrowing.NONE);
    assertThatThrownBy(() -> world.approve.approve(World.ALAN, vault.id(), Narrowing.NONE))
        .isInstanceOf(AlreadyDecidedException.class);
    AccessRequest own = world.ask.ask(World.ALAN, World.wanted("desk"));
    assertThat(own.openStage().orElseThrow().approvers()).containsOnlyKeys("linus");
    assertThatThrownBy(() -> world.approve.approve(World.ALAN, own.id(), Narrowing.NONE))
        .isInstanceOf(SelfDecisionException.class);
  }

  @Test
  void delegation_isOnesOwn_withoutChains_andOverWhenItIsOver() {
    Instant now = world.clock.instant();
    Instant later = now.plus(Duration.ofDays(7));
    assertThatThrownBy(() -> world.delegate.delegate(World.ALAN, "linus", "alan", now, later))
        .isInstanceOf(NotAllowedException.class);
    assertThatThrownBy(() -> world.delegate.delegate(World.LINUS, "linus", "linus", now, later))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> world.delegate.delegate(World.LINUS, "linus", "grace", now, later))
        .isInstanceOf(InvalidRequestException.class); // who may not approve
    Delegation first = world.delegate.delegate(World.LINUS, "linus", "mallory", now, later);
    world.delegate.delegate(World.MALLORY, "mallory", "root", now, later);
    AccessRequest asked = world.asked();
    assertThatThrownBy(() -> world.approve.approve(World.ROOT, asked.id(), Narrowing.NONE))
        .isInstanceOf(NotAnApproverException.class);
    world.delegate.end(World.LINUS, first.id());
    AccessRequest next = world.asked();
    assertThatThrownBy(() -> world.approve.approve(World.MALLORY, next.id(), Narrowing.NONE))
        .isInstanceOf(NotAnApproverException.class);
  }

  private List<String> notices(AccessRequest request) {
    return world.database.read(
        "notices",
        handle ->
            handle
                .createQuery("select kind from outbox where request_id = :id order by id")
                .bind("id", request.id())
                .mapTo(String.class)
                .filter(kind -> Notice.Kind.valueOf(kind) != Notice.Kind.ASKED)
                .list());
  }
}
