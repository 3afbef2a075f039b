package dev.bauta.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bauta.grants.Keys;
import dev.bauta.grants.Selection;
import dev.bauta.service.TestClock;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.Approval;
import dev.bauta.service.access.Approve;
import dev.bauta.service.access.Ask;
import dev.bauta.service.access.Cancel;
import dev.bauta.service.access.Circle;
import dev.bauta.service.access.Deny;
import dev.bauta.service.access.GrantRecord;
import dev.bauta.service.access.Narrowing;
import dev.bauta.service.access.NewRequest;
import dev.bauta.service.access.Person;
import dev.bauta.service.access.Policy;
import dev.bauta.service.access.PolicyInForce;
import dev.bauta.service.access.RefusedException;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.access.Revoke;
import dev.bauta.service.access.Role;
import dev.bauta.service.access.ServicePolicy;
import dev.bauta.service.access.Store;
import dev.bauta.service.access.Sweep;
import dev.bauta.service.audit.CheckpointSigner;
import dev.bauta.service.policy.Effect;
import dev.bauta.service.policy.Limits;
import dev.bauta.service.policy.Rule;
import dev.bauta.service.policy.Rules;
import dev.bauta.service.policy.StageRule;
import dev.bauta.service.policy.When;
import dev.bauta.service.policy.Whom;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ten people press buttons at three instances of the service, some twice; deliveries come again,
 * the clock goes on, and processes die before, between and after any two steps. Whatever happens:
 * one decision, enough different people and never the requester, a log that tells what is stored,
 * and exactly the grants that were approved.
 *
 * <p>{@code -Dbauta.interleavings=N} tries N worlds instead of a few.
 */
class InterleavingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WORLDS = Integer.getInteger("bauta.interleavings", 6);
  private static final int STEPS = 60;
  private static final int THREADS = 6;
  private static final List<String> SERVICES = List.of("desk", "vault", "board");
  private static final List<Actor> PEOPLE =
      IntStream.range(0, 10)
          .mapToObj(i -> World.actor("person" + i, Role.REQUESTER, Role.APPROVER))
          .toList();

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whateverHappens_theLogTellsWhatIsStored_andNobodyGainsAnything(Engine engine)
      throws Exception {
    for (int seed = 0; seed < WORLDS; seed++) {
      try (Office office = new Office(engine, seed)) {
        office.work();
        office.check();
      }
    }
  }

  /** Several instances on one database. */
  private static final class Office implements AutoCloseable {
    private final TestClock clock = new TestClock();
    private final KeyPair key = Keys.generate();
    private final List<Database> databases = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final long seed;

    Office(Engine engine, long seed) {
      this.seed = seed;
      if (engine == Engine.SQLITE) { // one service a file
        databases.add(engine.open());
      } else {
        String url = Engine.newSchema();
        for (int i = 0; i < 3; i++) databases.add(Database.postgres(url, "postgres", "postgres"));
      }
      for (Database database : databases) {
        instances.add(new Instance(database, clock, ids));
      }
      instances.get(0).store.ensureEpoch(clock.instant());
    }

    void work() throws Exception {
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      try {
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          Instance instance = instances.get(i % instances.size());
          Random random = new Random(seed * THREADS + i);
          all.add(threads.submit(() -> instance.press(random)));
        }
        for (Future<?> one : all) one.get();
      } finally {
        threads.shutdownNow();
      }
      clock.pass(Duration.ofHours(3));
      instances.get(0).sweep.run();
    }

    void check() throws Exception {
      Database database = databases.get(0);
      JdbiStore store = instances.get(0).store;
      AuditLog log =
          new AuditLog(
              database, new CheckpointSigner("test", key.getPrivate(), key.getPublic()), clock);
      assertThat(new AuditVerifier("test", key.getPublic()).verify(database, List.of()).faults())
          .as("seed %d", seed)
          .isEmpty();
      Map<String, List<String>> told = told(log);
      Map<String, GrantRecord> grants = new HashMap<>();
      store.grants(10_000).forEach(grant -> grants.put(grant.request(), grant));
      List<AccessRequest> requests = store.requests(EnumSet.allOf(RequestState.class), 10_000);
      assertThat(requests).isNotEmpty().allMatch(request -> request.state().over());
      for (AccessRequest request : requests) {
        check(request, Optional.ofNullable(grants.remove(request.id())), told.get(request.id()));
      }
      assertThat(grants).isEmpty();
    }

    private void check(AccessRequest request, Optional<GrantRecord> grant, List<String> told) {
      String as = "seed " + seed + ", " + request;
      List<String> people = request.approvals().stream().map(Approval::person).toList();
      assertThat(people).as(as).doesNotHaveDuplicates().doesNotContain(request.requester());
      assertThat(people).as(as).allMatch(request::asks);
      boolean approved = request.window().isPresent();
      assertThat(request.approvalsMissing() == 0).as(as).isEqualTo(approved);
      assertThat(grant.isPresent()).as(as).isEqualTo(approved);
      grant.ifPresent(
          g -> {
            assertThat(g.grant().people()).containsExactly(request.requester());
            assertThat(g.grant().approvedBy()).containsExactlyInAnyOrderElementsOf(people);
            assertThat(g.endedVersion()).as(as).isPresent();
          });
      // PENDING, perhaps again with one approval more, then at most one decision and one end
      assertThat(String.join(" ", told))
          .as(as)
          .matches("PENDING( PENDING)*( (DENIED|CANCELLED|EXPIRED)| APPROVED (REVOKED|ENDED))");
    }

    private static Map<String, List<String>> told(AuditLog log) throws Exception {
      Map<String, List<String>> told = new HashMap<>();
      for (AuditLog.Entry entry : log.entries(-1, 100_000)) {
        JsonNode record = JSON.readTree(entry.text());
        String state = record.path("details").path("state").asText("");
        if (!state.isEmpty())
          told.computeIfAbsent(record.path("request").asText(), r -> new ArrayList<>()).add(state);
      }
      return told;
    }

    @Override
    public void close() {
      databases.forEach(Database::close);
    }
  }

  /** One process, as far as it matters here. */
  private static final class Instance {
    private final JdbiStore store;
    private final TestClock clock;
    private final AtomicInteger ids;
    private final PolicyInForce policy = new PolicyInForce(policy());
    private final Sweep sweep;

    Instance(Database database, TestClock clock, AtomicInteger ids) {
      this.store = new JdbiStore(database);
      this.clock = clock;
      this.ids = ids;
      this.sweep = new Sweep(store, clock);
    }

    void press(Random random) {
      Store dying = dying(random);
      Ask ask = new Ask(dying, policy, clock, () -> "", text -> text, 1_000);
      Approve approve = new Approve(dying, policy, clock);
      Deny deny = new Deny(dying, clock, text -> text);
      Cancel cancel = new Cancel(dying, clock);
      Revoke revoke = new Revoke(dying, policy, clock, text -> text);
      Sweep tidy = new Sweep(dying, clock);
      for (int i = 0; i < STEPS; i++) {
        Actor who = PEOPLE.get(random.nextInt(PEOPLE.size()));
        String request = "req-" + Math.max(0, ids.get() - 1 - random.nextInt(4)); // the newest
        Runnable button =
            switch (random.nextInt(24)) {
              case 0, 1 -> {
                String id = Integer.toString(ids.getAndIncrement());
                NewRequest wanted = wanted(SERVICES.get(random.nextInt(SERVICES.size())));
                yield () -> ask.ask(who, wanted, id);
              }
              case 2 -> () -> deny.deny(who, request, "no");
              case 3 -> () -> cancel.cancel(who, request);
              case 4 -> () -> revoke.revoke(who, request, "enough");
              case 5 -> {
                clock.pass(Duration.ofSeconds(random.nextInt(120)));
                yield tidy::run;
              }
              default -> () -> approve.approve(who, request, Narrowing.NONE);
            };
        deliver(button);
        if (random.nextInt(4) == 0) deliver(button); // the same once more
      }
    }

    private static void deliver(Runnable button) {
      try {
        button.run();
      } catch (RefusedException | Crashes.Died expected) {
        // told so, or gone
      }
    }

    /** Dies before, between and after steps. */
    private Store dying(Random random) {
      return (Store)
          java.lang.reflect.Proxy.newProxyInstance(
              Store.class.getClassLoader(),
              new Class<?>[] {Store.class},
              (proxy, method, arguments) ->
                  method.getName().equals("inTransaction")
                      ? inTransaction(random, arguments[0])
                      : method.invoke(store, arguments));
    }

    @SuppressWarnings("unchecked")
    private Object inTransaction(Random random, Object work) {
      var inner = (java.util.function.Function<dev.bauta.service.access.Tx, Object>) work;
      Object result = store.inTransaction(tx -> inner.apply(new Crashes(tx, random)));
      if (random.nextInt(40) == 0) throw new Crashes.Died(); // stored, and nobody was told
      return result;
    }
  }

  private static NewRequest wanted(String service) {
    return new NewRequest(
        service,
        "production",
        Set.of("json"),
        Set.of("email"),
        Selection.any(),
        Optional.empty(),
        "customer cannot be reached",
        10,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * One of three for the desk, four of all for the board; for the vault the requester's lead, then
   * two of security.
   */
  private static Policy policy() {
    List<Person> people =
        PEOPLE.stream()
            .map(p -> new Person(p.name(), p.roles(), Set.of(), Set.of(), Optional.of("person1")))
            .toList();
    Set<String> security = Set.of("person1", "person2", "person3", "person4");
    StageRule lead =
        new StageRule("lead", 1, new Whom(Set.of("person0"), Set.of(), true, false, false));
    StageRule two = new StageRule("security", 2, Whom.people(security));
    return new Policy(
        "p1",
        Map.of("desk", service("desk"), "vault", service("vault"), "board", service("board")),
        new Rules(
            List.of(
                Rule.ofApprovers("desk", 1, Set.of("person0", "person1", "person2")),
                Rule.ofApprovers(
                    "board", 4, PEOPLE.stream().map(Actor::name).collect(Collectors.toSet())),
                new Rule(
                    "vault",
                    When.ofService("vault"),
                    new Effect.Needs(List.of(lead, two)),
                    Limits.NONE))),
        new Circle(people, Map.of()),
        15,
        Duration.ofMinutes(10));
  }

  private static ServicePolicy service(String name) {
    return new ServicePolicy(
        name,
        Set.of("production"),
        Set.of("json"),
        Set.of("email"),
        Optional.empty(),
        Set.of(),
        Duration.ofMinutes(30),
        100);
  }
}
