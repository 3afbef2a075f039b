package dev.bauta.agent.core.grants;

import dev.bauta.engine.PiiType;
import dev.bauta.grants.TokenVerifier;
import java.time.Clock;
import java.util.function.Consumer;

/**
 * The grants of this JVM, from the wire to the check. Nothing runs and nothing is opened before
 * {@link #start}. Thread-safe.
 */
public final class Grants {

  /** Several heartbeats long: a stream that is silent for so long is broken. */
  private static final long LONGEST_SILENCE_MILLIS = 20_000;

  private final GrantSettings settings;
  private final Receipts receipts = new Receipts();
  private final Lease lease;
  private final GrantTable table;

  /** For the service of these settings. */
  public Grants(GrantSettings settings) {
    this.settings = settings;
    this.lease = new Lease(System::nanoTime, settings.maxLease());
    this.table = new GrantTable(System::nanoTime, lease, receipts);
  }

  /** Whether any grant is live here: one volatile read. */
  public boolean anyLive() {
    return table.anyLive();
  }

  /**
   * Whether a value may be shown raw; a true answer is counted against the grant and in the
   * receipts.
   *
   * @param field column or key, or null
   * @param subject data subject, or null
   */
  public boolean reveal(String principal, String sink, PiiType type, String field, String subject) {
    return table.reveal(principal, sink, type, field, subject);
  }

  /** What is left of the lease, in seconds. */
  public double leaseSeconds() {
    return lease.left().toMillis() / 1000.0;
  }

  /** How many grants are live here. */
  public double liveGrants() {
    return table.size();
  }

  /**
   * Connects to the service, on daemon threads.
   *
   * @param say takes sentences for the operator; they hold no values and no secrets
   */
  public void start(Consumer<String> say) {
    ServiceConnection service = new ServiceConnection(settings);
    TokenVerifier verifier =
        new TokenVerifier(
            settings.trustKeys(), settings.service(), settings.environment(), Clock.systemUTC());
    int readMillis = (int) Math.min(settings.maxLease().toMillis(), LONGEST_SILENCE_MILLIS);
    GrantClient client =
        new GrantClient(service, verifier, table, lease, receipts, readMillis, say);
    ReceiptSender sender = new ReceiptSender(settings, service, table, receipts);
    thread("bauta-grants", client).start();
    thread("bauta-receipts", sender).start();
    Runtime.getRuntime().addShutdownHook(thread("bauta-last-receipts", sender::send));
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(Grants.class.getClassLoader());
    return thread;
  }
}
