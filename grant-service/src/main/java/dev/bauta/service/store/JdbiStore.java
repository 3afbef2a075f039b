package dev.bauta.service.store;

import dev.bauta.grants.Scope;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.AgentRecord;
import dev.bauta.service.access.ConcurrentChangeException;
import dev.bauta.service.access.Delegation;
import dev.bauta.service.access.GrantQuery;
import dev.bauta.service.access.GrantRecord;
import dev.bauta.service.access.MaskedCount;
import dev.bauta.service.access.PolicyChange;
import dev.bauta.service.access.Position;
import dev.bauta.service.access.RequestQuery;
import dev.bauta.service.access.ReviewRecord;
import dev.bauta.service.access.Store;
import dev.bauta.service.access.Tx;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;

/** The store on SQLite or PostgreSQL. Thread-safe. */
public final class JdbiStore implements Store {
  private static final int MOST_TRIES = 100;
  private static final Set<String> RUN_AGAIN =
      Set.of(
          "40001", "40P01",
          "23505"); // serialisation, deadlock, a row somebody else put there first

  private final Database database;
  private final List<String> platforms = new CopyOnWriteArrayList<>();
  private final List<Runnable> grantListeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> noticeListeners = new CopyOnWriteArrayList<>();

  public JdbiStore(Database database) {
    this.database = database;
  }

  /** From now on that chat platform is told of every change. */
  public void tell(String platform) {
    platforms.add(platform);
  }

  /**
   * Runs after every commit of this instance that changed the grants, in the committing thread;
   * must be quick and not throw.
   */
  public void onGrantsChanged(Runnable listener) {
    grantListeners.add(listener);
  }

  /** Runs after every commit of this instance that left notices; must be quick and not throw. */
  public void onNotices(Runnable listener) {
    noticeListeners.add(listener);
  }

  /**
   * Starts a new epoch if there is none yet; then, and after {@link #newEpoch}, agents take any
   * version.
   */
  public Position ensureEpoch(Instant now) {
    return inHandle(
        handle -> {
          handle
              .createUpdate(
                  "insert into grants_position (id, epoch, version) values (1, :epoch, 0) on conflict do nothing")
              .bind("epoch", now.toEpochMilli())
              .execute();
          return handle
              .createQuery("select epoch, version from grants_position where id = 1")
              .map((row, context) -> new Position(row.getLong("epoch"), row.getLong("version")))
              .one();
        });
  }

  /**
   * Moves to an epoch above the stored one and above {@code known}: the store was set back behind
   * what agents have seen.
   */
  public Position newEpoch(Instant now, Position known) {
    return inHandle(
        handle ->
            handle
                .createQuery(
                    "update grants_position set epoch = :epoch where id = 1 returning epoch, version")
                .bind("epoch", Math.max(now.toEpochMilli(), known.epoch() + 1))
                .map((row, context) -> new Position(row.getLong("epoch"), row.getLong("version")))
                .one());
  }

  /** The newest position over all audiences. */
  public Position newest() {
    return database.read(
        "the grants' version",
        handle ->
            handle
                .createQuery("select epoch, version from grants_position where id = 1")
                .map((row, context) -> new Position(row.getLong("epoch"), row.getLong("version")))
                .one());
  }

  @Override
  public <T> T inTransaction(Function<Tx, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (ConcurrentChangeException e) {
        if (attempt >= MOST_TRIES)
          throw new StoreException("gave up after " + attempt + " tries", e);
      } catch (JdbiException e) {
        if (attempt >= MOST_TRIES || !isWorthAnotherTry(e))
          throw new StoreException("cannot write", e);
      }
      LockSupport.parkNanos(
          ThreadLocalRandom.current().nextLong(1_000_000L * Math.min(attempt, 20)) + 1);
    }
  }

  private <T> T once(Function<Tx, T> work) {
    JdbiTx[] used = new JdbiTx[1];
    T result =
        database.write(
            handle -> {
              used[0] = new JdbiTx(handle, platforms);
              T done = work.apply(used[0]);
              if (used[0].grantsChanged() && database.isShared()) ChangeFeed.tell(handle);
              return done;
            });
    if (used[0].grantsChanged()) grantListeners.forEach(Runnable::run);
    if (used[0].noticesAdded()) noticeListeners.forEach(Runnable::run);
    return result;
  }

  /** Brings up to date what an instance of an earlier version has written; cheap where none has. */
  public void completeRows() {
    int untold =
        database.read(
            "requests",
            handle ->
                handle
                    .createQuery(
                        "select count(*) from (select 1 from request_asked where asked_at is null limit 1) x")
                    .mapTo(Integer.class)
                    .one());
    if (untold > 0) inHandle(RequestRows::fillAskedAt);
  }

  private <T> T inHandle(Function<org.jdbi.v3.core.Handle, T> work) {
    try {
      return database.write(work::apply);
    } catch (JdbiException e) {
      throw new StoreException("cannot write", e);
    }
  }

  private static boolean isWorthAnotherTry(JdbiException e) {
    SQLException sql = StoreException.sql(e);
    return sql != null && sql.getSQLState() != null && RUN_AGAIN.contains(sql.getSQLState());
  }

  @Override
  public Optional<AccessRequest> request(String id) {
    return database.read("requests", handle -> RequestRows.find(handle, id));
  }

  @Override
  public List<AccessRequest> requests(RequestQuery query) {
    return database.read("requests", handle -> RequestRows.list(handle, query));
  }

  @Override
  public Optional<GrantRecord> grant(String id) {
    return database.read("grants", handle -> GrantRows.find(handle, id));
  }

  @Override
  public List<GrantRecord> grants(GrantQuery query) {
    return database.read("grants", handle -> GrantRows.list(handle, query));
  }

  @Override
  public List<GrantRecord> live(String service, String environment, Instant now) {
    return database.read("grants", handle -> GrantRows.live(handle, service, environment, now));
  }

  @Override
  public Position position(String service, String environment) {
    return database.read(
        "the grants' version", handle -> GrantRows.position(handle, service, environment));
  }

  @Override
  public List<AgentRecord> agents(Instant since) {
    return database.read("agents", handle -> AgentRows.since(handle, since));
  }

  @Override
  public List<AccessRequest> ending(Instant before, int limit) {
    return database.read("requests", handle -> RequestRows.ending(handle, before, limit));
  }

  @Override
  public List<AccessRequest> escalating(Instant now, int limit) {
    return database.read("requests", handle -> RequestRows.escalating(handle, now, limit));
  }

  @Override
  public List<PolicyChange> policyChanges() {
    return database.read("policies", PolicyRows::all);
  }

  @Override
  public Optional<String> policyText() {
    return database.read("policies", PolicyRows::text);
  }

  @Override
  public void addMasked(String service, String environment, List<MaskedCount> counts, Instant at) {
    if (counts.isEmpty()) return;
    inHandle(handle -> MaskedRows.add(handle, service, environment, counts, at));
  }

  @Override
  public SortedMap<String, Long> masked(Scope scope, Instant since) {
    return database.read("masked", handle -> MaskedRows.since(handle, scope, since));
  }

  @Override
  public List<Delegation> delegations(Instant now) {
    return database.read("delegations", handle -> DelegationRows.running(handle, now, Instant.MAX));
  }

  @Override
  public List<ReviewRecord> openReviews(int limit) {
    return database.read("reviews", handle -> ReviewRows.open(handle, limit));
  }

  @Override
  public List<AccessRequest> due(Instant now, int limit) {
    return database.read("requests", handle -> RequestRows.due(handle, now, limit));
  }
}
