package dev.bauta.service.http;

import dev.bauta.service.access.AgentRecord;
import dev.bauta.service.access.GrantRecord;
import dev.bauta.service.access.Position;
import dev.bauta.service.access.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The agents: what they have told, and who is connected to this instance. Other instances'
 * connections are not seen, only what their agents have told. Thread-safe.
 */
public final class Fleet {
  private static final Duration REMEMBERED = Duration.ofHours(24);

  private final Store store;
  private final GrantStream stream;
  private final Duration lease;
  private final Clock clock;

  public Fleet(Store store, GrantStream stream, Duration lease, Clock clock) {
    this.store = store;
    this.stream = stream;
    this.lease = lease;
    this.clock = clock;
  }

  /**
   * One agent.
   *
   * @param applied empty as long as it has told nothing
   * @param leaseEnds after that it masks everything, unless it hears from the service again; empty
   *     if it never heard from it
   */
  record Agent(
      String agent,
      Audience audience,
      boolean connected,
      Optional<Position> applied,
      Optional<Instant> seen,
      Optional<Instant> leaseEnds) {
    boolean mayShow(Instant now) {
      return leaseEnds.filter(now::isBefore).isPresent();
    }
  }

  /** So many agents have confirmed, of so many whose lease still runs. */
  public record Confirmed(int confirmed, int of) {}

  List<Agent> agents() {
    Map<String, Agent> all = new HashMap<>();
    for (AgentRecord told : store.agents(clock.instant().minus(REMEMBERED))) {
      Audience audience = new Audience(told.service(), told.environment());
      Optional<Instant> lease = lease(told.agent(), told.seen());
      all.put(
          key(told.agent(), audience),
          new Agent(
              told.agent(),
              audience,
              false,
              Optional.of(told.applied()),
              Optional.of(told.seen()),
              lease));
    }
    for (GrantStream.Connected open : stream.connected()) {
      Agent known = all.get(key(open.agent(), open.audience()));
      Optional<Position> applied = known == null ? Optional.empty() : known.applied();
      Optional<Instant> seen = known == null ? Optional.empty() : known.seen();
      Optional<Instant> ends = stream.leaseEnd(open.agent());
      all.put(
          key(open.agent(), open.audience()),
          new Agent(open.agent(), open.audience(), true, applied, seen, ends));
    }
    List<Agent> sorted = new ArrayList<>(all.values());
    sorted.sort(
        java.util.Comparator.comparing((Agent a) -> a.audience().service())
            .thenComparing(a -> a.audience().environment())
            .thenComparing(Agent::agent));
    return sorted;
  }

  // an agent that is connected to another instance is known by its receipts only: a lease from the
  // last of them is a lower bound
  private Optional<Instant> lease(String agent, Instant seen) {
    Instant told = seen.plus(lease);
    return Optional.of(stream.leaseEnd(agent).filter(told::isBefore).orElse(told));
  }

  /** How many agents apply the newest state of that grant: shown while live, taken away after. */
  public Confirmed confirmed(GrantRecord grant) {
    return look().confirmed(grant);
  }

  /** All agents at one moment, to be asked about many grants. */
  Look look() {
    return new Look(agents(), clock.instant());
  }

  /** See {@link Fleet#look}. Used by one thread. */
  final class Look {
    private final List<Agent> agents;
    private final Instant now;
    private final Map<Audience, Long> epochs = new HashMap<>();

    private Look(List<Agent> agents, Instant now) {
      this.agents = agents;
      this.now = now;
    }

    Confirmed confirmed(GrantRecord grant) {
      long version = grant.endedVersion().orElse(grant.issuedVersion());
      Audience audience =
          new Audience(grant.grant().scope().service(), grant.grant().scope().environment());
      long epoch =
          epochs.computeIfAbsent(
              audience, a -> store.position(a.service(), a.environment()).epoch());
      Position wanted = new Position(epoch, version);
      List<Agent> able =
          agents.stream().filter(a -> a.audience().equals(audience) && a.mayShow(now)).toList();
      long confirmed =
          able.stream()
              .filter(a -> a.applied().filter(p -> p.compareTo(wanted) >= 0).isPresent())
              .count();
      return new Confirmed((int) confirmed, able.size());
    }
  }

  private static String key(String agent, Audience audience) {
    return agent + "\n" + audience.service() + "\n" + audience.environment();
  }
}
