package dev.bauta.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.grants.Scope;
import dev.bauta.grants.Selection;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AccessRequestTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void everyTransition_outOfAnyOtherStateThanItsOwn_isRefused() {
    Set<RequestState> pending = EnumSet.of(RequestState.PENDING);
    Set<RequestState> live = EnumSet.of(RequestState.APPROVED, RequestState.ACTIVE);
    Map<UnaryOperator<AccessRequest>, Set<RequestState>> transitions =
        Map.of(
            r -> r.approve("linus", Narrowing.NONE, NOW), pending,
            r -> r.deny("linus", "no", NOW), pending,
            r -> r.cancel("grace", NOW), pending,
            r -> r.expire(NOW), pending,
            r -> r.activate(), EnumSet.of(RequestState.APPROVED),
            r -> r.end("over", NOW), live,
            r -> r.revoke("linus", "why", NOW), live);
    for (RequestState state : RequestState.values()) {
      transitions.forEach(
          (transition, from) -> {
            AccessRequest request = in(state);
            if (from.contains(state))
              assertThat(transition.apply(request).version()).isEqualTo(request.version() + 1);
            else
              assertThatThrownBy(() -> transition.apply(request))
                  .isInstanceOf(AlreadyDecidedException.class);
          });
    }
  }

  @Test
  void approve_startsTheClockAtTheApproval_andEndsAbsolutely() {
    AccessRequest approved = asked(1).approve("linus", Narrowing.NONE, NOW.plusSeconds(600));
    assertThat(approved.window())
        .contains(new Window(NOW.plusSeconds(600), NOW.plusSeconds(600 + 1200)));
    assertThat(approved.window().get().over(NOW.plusSeconds(1799))).isFalse();
    assertThat(approved.window().get().over(NOW.plusSeconds(1800))).isTrue();
  }

  @Test
  void quorum_countsPeople_andOnePersonOnlyOnce() {
    AccessRequest once = asked(2).approve("linus", Narrowing.NONE, NOW);
    assertThat(once.state()).isEqualTo(RequestState.PENDING);
    assertThat(once.window()).isEmpty();
    assertThatThrownBy(() -> once.approve("linus", Narrowing.NONE, NOW))
        .isInstanceOf(AlreadyDecidedException.class);
    AccessRequest twice = once.approve("alan", Narrowing.NONE, NOW);
    assertThat(twice.state()).isEqualTo(RequestState.APPROVED);
    assertThat(twice.approvers()).containsExactlyInAnyOrder("linus", "alan");
  }

  @Test
  void ownRequest_isNeverDecided() {
    assertThatThrownBy(() -> asked(1).approve("grace", Narrowing.NONE, NOW))
        .isInstanceOf(SelfDecisionException.class);
    assertThatThrownBy(() -> asked(1).deny("grace", "no", NOW))
        .isInstanceOf(SelfDecisionException.class);
  }

  @Test
  void narrowing_neverWidens_whateverIsNarrowed() {
    Random random = new Random(7);
    List<String> types = List.of("email", "name", "phone");
    for (int i = 0; i < 2000; i++) {
      AccessRequest request = asked(1);
      Narrowing narrowing =
          new Narrowing(
              random.nextBoolean() ? Optional.of(random.nextInt(50) - 10) : Optional.empty(),
              random.nextBoolean()
                  ? Optional.of(Set.copyOf(types.subList(random.nextInt(3), 3)))
                  : Optional.empty(),
              random.nextBoolean() ? Optional.of("s" + random.nextInt(2)) : Optional.empty());
      try {
        AccessRequest approved = request.approve("linus", narrowing, NOW);
        assertThat(approved.scope().narrows(request.scope())).isTrue();
        assertThat(approved.duration()).isLessThanOrEqualTo(request.duration()).isPositive();
        assertThat(approved.scope().types()).isNotEmpty();
      } catch (WideningException e) {
        assertThat(
                narrowing.minutes().filter(m -> m < 1 || m > 20).isPresent()
                    || narrowing.types().filter(t -> t.contains("phone")).isPresent())
            .isTrue();
      }
    }
  }

  @Test
  void narrowing_toAnotherSubjectThanAsked_isRefused() {
    AccessRequest forOne =
        asked(1)
            .approve(
                "x", new Narrowing(Optional.empty(), Optional.empty(), Optional.of("4711")), NOW);
    assertThat(forOne.scope().subject()).contains("4711");
    AccessRequest pending = withSubject("4711");
    Narrowing other = new Narrowing(Optional.empty(), Optional.empty(), Optional.of("4712"));
    assertThatThrownBy(() -> pending.approve("linus", other, NOW))
        .isInstanceOf(WideningException.class);
  }

  @Test
  void alreadyDecided_saysByWhomAndWhen() {
    AccessRequest approved = asked(1).approve("linus", Narrowing.NONE, NOW);
    assertThatThrownBy(() -> approved.deny("alan", "no", NOW))
        .hasMessage("Already approved by linus at 2026-03-01 10:00:00 UTC.");
    AccessRequest denied = asked(1).deny("alan", "no", NOW);
    assertThatThrownBy(() -> denied.approve("linus", Narrowing.NONE, NOW))
        .hasMessage("Already denied by alan at 2026-03-01 10:00:00 UTC.");
  }

  private static AccessRequest in(RequestState state) {
    AccessRequest pending = asked(1);
    AccessRequest approved = pending.approve("alan", Narrowing.NONE, NOW);
    return switch (state) {
      case PENDING -> pending;
      case APPROVED -> approved;
      case ACTIVE -> approved.activate();
      case ENDED -> approved.end("over", NOW);
      case DENIED -> pending.deny("alan", "no", NOW);
      case CANCELLED -> pending.cancel("grace", NOW);
      case EXPIRED -> pending.expire(NOW);
      case REVOKED -> approved.revoke("alan", "why", NOW);
    };
  }

  private static Stage stage(String name, int people, String... approvers) {
    TreeMap<String, String> asked = new TreeMap<>();
    for (String approver : approvers) asked.put(approver, name);
    return new Stage(name, people, asked);
  }

  private static AccessRequest asked(int needed) {
    return asked(needed, Optional.empty());
  }

  private static AccessRequest withSubject(String subject) {
    return asked(1, Optional.of(subject));
  }

  private static AccessRequest asked(int needed, Optional<String> subject) {
    Scope scope =
        new Scope(
            "desk",
            "production",
            Set.of("json"),
            Set.of("email", "name"),
            Selection.any(),
            subject);
    return new AccessRequest(
        "req-1",
        1,
        RequestState.PENDING,
        "grace",
        Kind.NORMAL,
        Optional.empty(),
        scope,
        "customer cannot be reached",
        Optional.empty(),
        Duration.ofMinutes(20),
        100,
        NOW,
        NOW.plusSeconds(3600),
        "p1",
        "",
        List.of(stage("approver of desk", needed, "linus", "alan", "x", "root")),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
