package dev.bauta.agent.core.grants;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.bauta.engine.PiiType;
import dev.bauta.grants.Grant;
import dev.bauta.grants.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The grants that are live in this JVM. Checks read one volatile field and, where something is
 * live, a view of the principal kept in Caffeine; they take no lock, allocate nothing once a view
 * is made, and touch no network. The token intake writes, and the upkeep.
 */
final class GrantTable {

  /** Views past this number are made anew: a grant may name very many people. */
  private static final int MAX_VIEWS = 10_000;

  /** One state of the table; replaced as a whole. */
  private static final class Live {
    private final List<LiveGrant> grants;
    private final Map<String, List<LiveGrant>> byPerson = new HashMap<>();
    private final Cache<String, PrincipalView> views;
    private final Function<String, PrincipalView> compile = this::compile;

    private Live(List<LiveGrant> grants) {
      this.grants = List.copyOf(grants);
      for (LiveGrant live : grants) {
        for (String person : live.grant().people()) {
          byPerson.computeIfAbsent(person, p -> new ArrayList<>(2)).add(live);
        }
      }
      // Its upkeep runs on the calling thread: the common pool belongs to the application.
      this.views = Caffeine.newBuilder().maximumSize(MAX_VIEWS).executor(Runnable::run).build();
    }

    /** Null for a principal without grants: these are most, and must not fill the cache. */
    private PrincipalView view(String principal) {
      return byPerson.containsKey(principal) ? views.get(principal, compile) : null;
    }

    private PrincipalView compile(String principal) {
      return new PrincipalView(byPerson.get(principal).toArray(new LiveGrant[0]));
    }

    private boolean open(long now) {
      for (LiveGrant grant : grants) {
        if (grant.open(now)) {
          return true;
        }
      }
      return false;
    }
  }

  private final LongSupplier nanoTime;
  private final Lease lease;
  private final Receipts receipts;

  /** What checks see; null where nothing can be shown. */
  private volatile Live live;

  /** What the service said last, kept while the lease has ended; guarded by this. */
  private Live told;

  GrantTable(LongSupplier nanoTime, Lease lease, Receipts receipts) {
    this.nanoTime = nanoTime;
    this.lease = lease;
    this.receipts = receipts;
  }

  /** Whether anything is live at all. */
  boolean anyLive() {
    return live != null;
  }

  /** How many grants run now. */
  int running() {
    Live table = live;
    long now = nanoTime.getAsLong();
    int running = 0;
    if (table != null) {
      for (LiveGrant grant : table.grants) {
        running += grant.runs(now) ? 1 : 0;
      }
    }
    return running;
  }

  /**
   * Whether a grant of this principal opens this value now; a true answer takes one reveal and goes
   * into the receipts.
   */
  boolean reveal(String principal, String sink, PiiType type, String field, String subject) {
    Live table = live;
    if (table == null || principal == null) {
      return false;
    }
    PrincipalView view = table.view(principal);
    if (view == null || !view.mayOpen(sink, type)) {
      return false;
    }
    long now = nanoTime.getAsLong();
    if (!lease.holds(now)) {
      return false;
    }
    LiveGrant used = view.use(sink, type, field, subject, now);
    if (used == null) {
      return false;
    }
    receipts.revealed(used.ledger(), sink, type, field);
    return true;
  }

  /**
   * Replaces the table by what the service signed; what is missing there is revoked.
   *
   * @return how many grants were left out because there are too many
   */
  synchronized int apply(Snapshot snapshot, ServiceClock clock) {
    long now = nanoTime.getAsLong();
    List<LiveGrant> grants = new ArrayList<>();
    int leftOut = 0;
    for (Grant grant : snapshot.grants()) {
      Ledger ledger = receipts.ledger(grant.id());
      if (ledger == null) {
        leftOut++;
        continue;
      }
      long from = clock.nanosAt(grant.notBefore());
      long until = ledger.endsAt(grant.expires(), clock.nanosAt(grant.expires()));
      LiveGrant next = new LiveGrant(grant, from, until, ledger);
      if (next.open(now)) {
        grants.add(next);
      }
    }
    told = grants.isEmpty() ? null : new Live(grants);
    live = told;
    return leftOut;
  }

  /** The lease goes on: what was hidden because it had ended is in force again. */
  synchronized void renewed() {
    if (live == null && told != null && told.open(nanoTime.getAsLong())) {
      live = told;
    }
  }

  /** Empties the table while nothing in it can open anything, so that checks are one read again. */
  synchronized void sweep() {
    long now = nanoTime.getAsLong();
    if (told != null && !told.open(now)) {
      told = null;
    }
    if (told == null || !lease.holds(now)) {
      live = null;
    }
  }
}
