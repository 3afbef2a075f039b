package dev.bauta.service.store;

import dev.bauta.grants.Keys;
import dev.bauta.grants.Selection;
import dev.bauta.service.TestClock;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.AgentAccount;
import dev.bauta.service.access.Approve;
import dev.bauta.service.access.Ask;
import dev.bauta.service.access.BreakGlass;
import dev.bauta.service.access.Cancel;
import dev.bauta.service.access.Circle;
import dev.bauta.service.access.Delegate;
import dev.bauta.service.access.Deny;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.Extend;
import dev.bauta.service.access.Narrowing;
import dev.bauta.service.access.NewRequest;
import dev.bauta.service.access.Person;
import dev.bauta.service.access.Policy;
import dev.bauta.service.access.PolicyInForce;
import dev.bauta.service.access.Position;
import dev.bauta.service.access.Receipt;
import dev.bauta.service.access.Review;
import dev.bauta.service.access.Revoke;
import dev.bauta.service.access.Role;
import dev.bauta.service.access.ServicePolicy;
import dev.bauta.service.access.Sweep;
import dev.bauta.service.access.TakeReceipt;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The use cases on a real, empty database: grace asks; linus and alan approve for desk, both are
 * needed for vault.
 */
public final class World implements AutoCloseable {
  public static final Actor GRACE = actor("grace", Role.REQUESTER);
  public static final Actor LINUS = actor("linus", Role.REQUESTER, Role.APPROVER);
  public static final Actor ALAN = actor("alan", Role.REQUESTER, Role.APPROVER);
  public static final Actor ROOT = actor("root", Role.ADMIN, Role.REQUESTER, Role.APPROVER);
  public static final Actor MALLORY = actor("mallory", Role.REQUESTER, Role.APPROVER);

  public final TestClock clock = new TestClock();
  public final Database database;
  public final JdbiStore store;
  public final KeyPair auditKey = Keys.generate();
  public final AuditLog auditLog;
  public final PolicyInForce policy = new PolicyInForce(policy());
  public final Ask ask;
  public final Approve approve;
  public final Deny deny;
  public final Cancel cancel;
  public final Revoke revoke;
  public final Sweep sweep;
  public final TakeReceipt takeReceipt;
  public final Extend extend;
  public final BreakGlass breakGlass;
  public final Review review;
  public final Delegate delegate;

  private final AtomicInteger ids = new AtomicInteger();

  public World(Engine engine) {
    this(engine.open());
  }

  /** Closes the database with itself. */
  public World(Database database) {
    this.database = database;
    store = new JdbiStore(database);
    store.ensureEpoch(clock.instant());
    auditLog =
        new AuditLog(
            database,
            new CheckpointSigner("test", auditKey.getPrivate(), auditKey.getPublic()),
            clock);
    ask = new Ask(store, policy, clock, () -> "r" + ids.incrementAndGet(), text -> text, 1_000);
    approve = new Approve(store, policy, clock);
    deny = new Deny(store, clock, text -> text);
    cancel = new Cancel(store, clock);
    revoke = new Revoke(store, policy, clock, text -> text);
    sweep = new Sweep(store, clock);
    takeReceipt = new TakeReceipt(store, clock);
    extend =
        new Extend(store, policy, clock, () -> "r" + ids.incrementAndGet(), text -> text, 1_000);
    breakGlass =
        new BreakGlass(store, policy, clock, () -> "r" + ids.incrementAndGet(), text -> text);
    review = new Review(store, clock, text -> text);
    delegate = new Delegate(store, new People(), clock, () -> "r" + ids.incrementAndGet());
  }

  public static Actor actor(String name, Role... roles) {
    return new Actor(name, Set.of(roles), "api", "127.0.0.1");
  }

  private static Person person(Actor actor) {
    return new Person(actor.name(), actor.roles(), Set.of(), Set.of(), Optional.empty());
  }

  public static Policy policy() {
    Set<String> environments = Set.of("production", "staging");
    Set<String> sinks = Set.of("jdbc", "json");
    Set<String> types = Set.of("email", "phone", "name");
    ServicePolicy desk =
        new ServicePolicy(
            "desk",
            environments,
            sinks,
            types,
            Optional.empty(),
            Set.of(),
            Duration.ofMinutes(30),
            100);
    ServicePolicy vault =
        new ServicePolicy(
            "vault",
            environments,
            sinks,
            types,
            Optional.empty(),
            Set.of(),
            Duration.ofMinutes(30),
            100);
    ServicePolicy lonely =
        new ServicePolicy(
            "lonely",
            environments,
            sinks,
            types,
            Optional.empty(),
            Set.of(),
            Duration.ofMinutes(30),
            100);
    ServicePolicy night =
        new ServicePolicy(
            "night",
            environments,
            sinks,
            types,
            Optional.empty(),
            Set.of("alan"),
            Duration.ofMinutes(30),
            100);
    StageRule linusThenOnCall =
        new StageRule(
            "linus, or who is on call",
            1,
            Whom.people(Set.of("linus")),
            Optional.of(
                new StageRule.Later(
                    Duration.ofMinutes(15),
                    new Whom(Set.of("root"), Set.of(), false, false, true))));
    return new Policy(
        "p1",
        Map.of("desk", desk, "vault", vault, "lonely", lonely, "night", night),
        new Rules(
            List.of(
                Rule.ofApprovers("desk", 1, Set.of("linus", "alan", "grace")),
                Rule.ofApprovers("vault", 2, Set.of("linus", "alan", "root")),
                Rule.ofApprovers("lonely", 1, Set.of("grace")),
                new Rule(
                    "night",
                    When.ofService("night"),
                    new Effect.Needs(List.of(linusThenOnCall)),
                    Limits.NONE))),
        new Circle(
            Stream.of(GRACE, LINUS, ALAN, ROOT, MALLORY).map(World::person).toList(), Map.of()),
        15,
        Duration.ofHours(1),
        new Rules(List.of(Rule.ofApprovers("desk", 1, Set.of("alan", "root")))),
        Duration.ofHours(24));
  }

  public static NewRequest wanted(String service) {
    return new NewRequest(
        service,
        "production",
        Set.of("jdbc", "json"),
        Set.of("email", "name"),
        Selection.any(),
        Optional.empty(),
        "customer cannot be reached",
        20,
        Optional.empty(),
        Optional.empty());
  }

  public AccessRequest asked() {
    return ask.ask(GRACE, wanted("desk"));
  }

  public AccessRequest approved() {
    return approve.approve(LINUS, asked().id(), Narrowing.NONE);
  }

  public Receipt receipt(String agent, long number, Position applied, Receipt.Count... counts) {
    return new Receipt(agent, "desk", "production", number, applied, List.of(counts));
  }

  public AuditVerifier.Report verify() {
    return new AuditVerifier("test", auditKey.getPublic()).verify(database, List.of());
  }

  /** The audit log's texts, in order. */
  public List<String> audit() {
    return auditLog.entries(-1, 10_000).stream().map(AuditLog.Entry::text).toList();
  }

  public String lastAudit() {
    List<String> all = audit();
    return all.get(all.size() - 1);
  }

  void sql(String statement) {
    database.write(handle -> handle.execute(statement));
  }

  @Override
  public void close() {
    database.close();
  }

  /** The people of this world, by name. */
  private static final class People implements Directory {
    @Override
    public Optional<Person> person(String name) {
      return people().stream().filter(person -> person.name().equals(name)).findFirst();
    }

    @Override
    public Optional<Person> byChat(String platform, String team, String user) {
      return Optional.empty();
    }

    @Override
    public Optional<Person> byToken(String token) {
      return Optional.empty();
    }

    @Override
    public Optional<AgentAccount> agentByToken(String token) {
      return Optional.empty();
    }

    @Override
    public Collection<Person> people() {
      return Stream.of(GRACE, LINUS, ALAN, ROOT, MALLORY).map(World::person).toList();
    }
  }
}
