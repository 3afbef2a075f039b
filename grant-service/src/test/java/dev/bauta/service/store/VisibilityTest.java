package dev.bauta.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.Delegation;
import dev.bauta.service.access.Narrowing;
import dev.bauta.service.access.RefusedException;
import dev.bauta.service.access.RequestQuery;
import dev.bauta.service.access.RequestState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who sees which requests, page by page, beside a plain sentence that says so. */
@ParameterizedClass
@EnumSource(Engine.class)
class VisibilityTest {
  private static final List<Actor> PEOPLE =
      List.of(World.GRACE, World.LINUS, World.ALAN, World.ROOT, World.MALLORY);

  private final World world;
  private final Random random = new Random(20261124);
  private final Map<String, Set<String>> decided = new HashMap<>();

  VisibilityTest(Engine engine) {
    world = new World(engine);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everybody_seesTheirOwn_whatTheyWereAskedOrDecided_andWhatWaitsForWhomTheyStandInFor() {
    for (int i = 0; i < 60; i++) step();
    world.delegate.delegate(
        World.LINUS,
        "linus",
        "mallory",
        world.clock.instant(),
        world.clock.instant().plus(Duration.ofDays(1)));
    for (int i = 0; i < 20; i++) step();
    checkAll();
    // as an instance of an earlier version writes them
    world.sql("update request_asked set asked_at = null");
    world.store.completeRows();
    checkAll();
  }

  private void step() {
    if (random.nextInt(4) > 0) world.clock.pass(Duration.ofSeconds(random.nextInt(3)));
    try {
      if (random.nextBoolean()) {
        String service = List.of("desk", "vault", "night").get(random.nextInt(3));
        world.ask.ask(PEOPLE.get(random.nextInt(PEOPLE.size())), World.wanted(service));
      } else {
        List<AccessRequest> pending = world.store.requests(EnumSet.of(RequestState.PENDING), 100);
        if (pending.isEmpty()) return;
        AccessRequest one = pending.get(random.nextInt(pending.size()));
        Actor who = PEOPLE.get(random.nextInt(PEOPLE.size()));
        if (random.nextBoolean()) world.approve.approve(who, one.id(), Narrowing.NONE);
        else world.deny.deny(who, one.id(), "not needed now");
        decided.computeIfAbsent(one.id(), id -> new HashSet<>()).add(who.name());
      }
    } catch (RefusedException e) {
      // most of them are not allowed to
    }
  }

  private void checkAll() {
    for (Actor who : PEOPLE) {
      List<String> expected = new ArrayList<>();
      for (AccessRequest request : world.store.requests(RequestQuery.newest(10_000)))
        if (sees(who.name(), request)) expected.add(request.id());
      for (int limit : new int[] {1, 3, 1000})
        assertThat(pages(who.name(), limit)).as(who.name() + " by " + limit).isEqualTo(expected);
    }
  }

  private boolean sees(String who, AccessRequest request) {
    boolean deputy =
        world.store.delegations(world.clock.instant()).stream()
            .filter(d -> d.deputy().equals(who))
            .map(Delegation::person)
            .anyMatch(request::asks);
    return request.requester().equals(who)
        || request.asks(who)
        || decided.getOrDefault(request.id(), Set.of()).contains(who)
        || request.state() == RequestState.PENDING && deputy;
  }

  private List<String> pages(String who, int limit) {
    List<String> ids = new ArrayList<>();
    Optional<RequestQuery.Place> after = Optional.empty();
    while (true) {
      List<AccessRequest> page =
          world.store.requests(
              new RequestQuery(
                  EnumSet.allOf(RequestState.class),
                  Optional.of(new RequestQuery.Viewer(who, world.clock.instant())),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  after,
                  limit));
      if (page.isEmpty()) return Collections.unmodifiableList(ids);
      page.forEach(request -> ids.add(request.id()));
      AccessRequest last = page.get(page.size() - 1);
      after = Optional.of(new RequestQuery.Place(last.askedAt(), last.id()));
    }
  }
}
