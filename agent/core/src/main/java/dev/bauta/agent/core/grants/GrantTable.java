package dev.bauta.agent.core.grants;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.bauta.engine.PiiType;
import dev.bauta.grants.Grant;
import dev.bauta.grants.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * The grants that are live in this JVM. Checks read one volatile field and, where something is
 * live, a view of the principal kept in Caffeine; they take no lock and touch no network. Written
 * by the grant client only.
 */
final class GrantTable {

  /** Principals past this number are compiled anew: an application may have very many users. */
  private static final int MAX_VIEWS = 10_000;

  /** One state of the table; replaced as a whole. */
  private static final class Live {
    private final List<LiveGrant> grants;
    private final Cache<String, PrincipalView> views;
    private final Function<String, PrincipalView> compile = this::compile;

    private Live(List<LiveGrant> grants) {
      this.grants = List.copyOf(grants);
      // Its upkeep runs on the calling thread: the common pool belongs to the application.
      this.views = Caffeine.newBuilder().maximumSize(MAX_VIEWS).executor(Runnable::run).build();
    }

    private PrincipalView compile(String principal) {
      return new PrincipalView(principal, grants);
    }
  }

  private final LongSupplier nanoTime;
  private final Lease lease;
  private final Receipts receipts;
  private volatile Live live;

  GrantTable(LongSupplier nanoTime, Lease lease, Receipts receipts) {
    this.nanoTime = nanoTime;
    this.lease = lease;
    this.receipts = receipts;
  }

  /** Whether anything is live at all. */
  boolean anyLive() {
    return live != null;
  }

  int size() {
    Live now = live;
    return now == null ? 0 : now.grants.size();
  }

  /**
   * Whether a grant of this principal opens this value now; a true answer takes one reveal and goes
   * into the receipts.
   */
  boolean reveal(String principal, String sink, PiiType type, String field, String subject) {
    Live table = live;
    if (table == null) {
      return false;
    }
    long now = nanoTime.getAsLong();
    if (!lease.valid(now)) {
      return false;
    }
    LiveGrant used = table.views.get(principal, table.compile).use(sink, type, field, subject, now);
    if (used == null) {
      return false;
    }
    receipts.revealed(used.grant().id(), sink, type.id(), field);
    return true;
  }

  /** Replaces the table by what the service signed; what is missing there is revoked. */
  void apply(Snapshot snapshot) {
    long now = nanoTime.getAsLong();
    Map<String, LiveGrant> known = new HashMap<>();
    Live before = live;
    if (before != null) {
      before.grants.forEach(grant -> known.put(grant.grant().id(), grant));
    }
    List<LiveGrant> grants = new ArrayList<>();
    for (Grant grant : snapshot.grants()) {
      LiveGrant next = place(grant, snapshot, now, known.get(grant.id()));
      if (next.until() - now > 0) {
        grants.add(next);
      }
    }
    live = grants.isEmpty() ? null : new Live(grants);
  }

  /** Empties the table once nothing in it can open anything, so that checks are one read again. */
  void sweep() {
    Live table = live;
    if (table == null) {
      return;
    }
    long now = nanoTime.getAsLong();
    for (LiveGrant grant : table.grants) {
      if (lease.valid(now) && grant.until() - now > 0 && grant.left().get() > 0) {
        return;
      }
    }
    live = null;
  }

  /** The service's times are taken relative to when it signed: the host's clock does not count. */
  private LiveGrant place(Grant grant, Snapshot snapshot, long now, LiveGrant known) {
    long from = now + nanos(Duration.between(snapshot.issuedAt(), grant.notBefore()));
    long until = now + nanos(Duration.between(snapshot.issuedAt(), grant.expires()));
    if (known == null || !known.grant().equals(grant)) {
      AtomicLong left =
          known == null ? receipts.budget(grant.id(), grant.maxReveals()) : known.left();
      return new LiveGrant(grant, from, until, left);
    }
    // A token that was long under way must not make the window longer.
    return new LiveGrant(
        grant, known.from(), known.until() - until < 0 ? known.until() : until, known.left());
  }

  private static long nanos(Duration duration) {
    long limit = Duration.ofDays(366).toMillis();
    return Math.max(-limit, Math.min(limit, duration.toMillis())) * 1_000_000;
  }
}
