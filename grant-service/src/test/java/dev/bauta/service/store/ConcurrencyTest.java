package dev.bauta.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.AlreadyDecidedException;
import dev.bauta.service.access.Narrowing;
import dev.bauta.service.access.RequestState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConcurrencyTest {
  private static final int THREADS = 6;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void decisionsFromManyThreads_oneIsMade_allOthersAreToldSo(Engine engine) throws Exception {
    Random random = new Random(42);
    try (World world = new World(engine)) {
      for (int round = 0; round < 12; round++) {
        AccessRequest request = world.asked();
        List<Callable<AccessRequest>> deciders = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          Actor who = random.nextBoolean() ? World.LINUS : World.ALAN;
          switch (random.nextInt(4)) {
            case 0 -> deciders.add(() -> world.deny.deny(who, request.id(), "no"));
            case 1 -> deciders.add(() -> world.cancel.cancel(World.GRACE, request.id()));
            default -> deciders.add(() -> world.approve.approve(who, request.id(), Narrowing.NONE));
          }
        }
        List<Object> outcomes = together(deciders);
        assertThat(outcomes.stream().filter(AccessRequest.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(AlreadyDecidedException.class::isInstance))
            .hasSize(THREADS - 1);
        AccessRequest stored = world.store.request(request.id()).orElseThrow();
        assertThat(outcomes).contains(stored);
        assertThat(world.store.grant(stored.grantId()).isPresent())
            .isEqualTo(stored.state() == RequestState.APPROVED);
      }
      assertThat(world.verify().faults()).isEmpty();
      assertThat(world.audit().stream().filter(r -> r.contains("\"refusal\":\"already-decided\"")))
          .hasSize(12 * (THREADS - 1));
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void quorumFromManyThreads_isReachedOnce_byTwoPeople(Engine engine) throws Exception {
    try (World world = new World(engine)) {
      for (int round = 0; round < 5; round++) {
        AccessRequest request = world.ask.ask(World.GRACE, World.wanted("vault"));
        List<Callable<AccessRequest>> deciders = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          Actor who = i % 2 == 0 ? World.LINUS : World.ALAN;
          deciders.add(() -> world.approve.approve(who, request.id(), Narrowing.NONE));
        }
        List<Object> outcomes = together(deciders);
        assertThat(outcomes.stream().filter(AccessRequest.class::isInstance)).hasSize(2);
        AccessRequest stored = world.store.request(request.id()).orElseThrow();
        assertThat(stored.state()).isEqualTo(RequestState.APPROVED);
        assertThat(stored.approvers()).containsExactlyInAnyOrder("linus", "alan");
      }
      assertThat(world.store.grants(100)).hasSize(5);
      assertThat(world.verify().faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void versions_areInTheOrderOfTheCommits(Engine engine) throws Exception {
    try (World world = new World(engine)) {
      List<Long> seen = Collections.synchronizedList(new ArrayList<>());
      world.store.onGrantsChanged(
          () -> seen.add(world.store.position("desk", "production").version()));
      List<AccessRequest> requests = new ArrayList<>();
      for (int i = 0; i < 20; i++) requests.add(world.asked());
      List<Callable<AccessRequest>> deciders = new ArrayList<>();
      for (AccessRequest request : requests)
        deciders.add(() -> world.approve.approve(World.LINUS, request.id(), Narrowing.NONE));
      together(deciders);
      assertThat(world.store.position("desk", "production").version()).isEqualTo(20);
      assertThat(world.store.live("desk", "production", world.clock.instant()))
          .extracting(g -> g.issuedVersion())
          .doesNotHaveDuplicates()
          .hasSize(20);
      assertThat(seen).contains(20L);
    }
  }

  /** Runs all at the same moment; what each returned or threw. */
  private static List<Object> together(List<Callable<AccessRequest>> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      CyclicBarrier barrier = new CyclicBarrier(work.size());
      List<Future<Object>> futures = new ArrayList<>();
      for (Callable<AccessRequest> one : work) {
        futures.add(
            threads.submit(
                () -> {
                  barrier.await();
                  try {
                    return (Object) one.call();
                  } catch (RuntimeException e) {
                    return e;
                  }
                }));
      }
      List<Object> outcomes = new ArrayList<>();
      for (Future<Object> future : futures) outcomes.add(future.get());
      return outcomes;
    } finally {
      threads.shutdownNow();
    }
  }
}
