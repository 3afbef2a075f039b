package dev.bauta.agent.core.grants;

import dev.bauta.engine.PiiType;
import dev.bauta.grants.TokenVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The grants of this JVM, from the wire to the check. Nothing runs and nothing is opened before
 * {@link #start}. Thread-safe. A check where nothing is live is one volatile read.
 */
public final class Grants {

  private final GrantSettings settings;
  private final Supplier<List<Masked>> masked;
  private final Receipts receipts = new Receipts();
  private final Lease lease;
  private final GrantTable table;

  /**
   * For the service of these settings.
   *
   * @param masked what was masked since the start; asked now and then, by a thread of ours
   */
  public Grants(GrantSettings settings, Supplier<List<Masked>> masked) {
    this.settings = settings;
    this.masked = masked;
    this.lease = new Lease(System::currentTimeMillis, settings.maxLease());
    this.table = new GrantTable(System::nanoTime, lease, receipts);
  }

  /** Whether any grant is live here: one volatile read. */
  public boolean anyLive() {
    return table.anyLive();
  }

  /**
   * Whether a value may be shown raw; a true answer is counted against the grant and in the
   * receipts. Takes no lock and touches no network.
   *
   * @param principal who looks; nothing is shown to null
   * @param sink {@code json} or {@code jdbc}
   * @param field column or key, or null
   * @param subject data subject, or null
   */
  public boolean reveal(String principal, String sink, PiiType type, String field, String subject) {
    return table.reveal(principal, sink, type, field, subject);
  }

  /** What is left of the lease, in seconds; 0 where it has ended or was never given. */
  public double leaseSeconds() {
    return lease.left(System.nanoTime()).toMillis() / 1000.0;
  }

  /** How many grants run here now. */
  public double liveGrants() {
    return table.running();
  }

  /**
   * Connects to the service, on two daemon threads that inherit nothing of the caller's. To be
   * called once.
   *
   * @param out takes sentences for the operator; they hold no values and no secrets. Called from
   *     these threads
   */
  public void start(Consumer<String> out) {
    Say say = new Say(out, System::nanoTime);
    Signal upkeepDue = new Signal();
    Signal serviceIsBack = new Signal();
    ServiceConnection service = new ServiceConnection(settings);
    ReceiptSender sender = new ReceiptSender(settings, service, receipts, say);
    Runnable heard =
        () -> {
          sender.heard();
          upkeepDue.wake();
        };
    TokenIntake intake =
        new TokenIntake(verifier(), System::nanoTime, table, lease, receipts, say, heard);
    Poller poller = new Poller(service, intake, lease, serviceIsBack, say);
    Duration maxLease = settings.maxLease();
    thread("bauta-grants", new GrantClient(service, intake, lease, maxLease, serviceIsBack, say))
        .start();
    thread(
            "bauta-grants-upkeep",
            new Upkeep(
                System::nanoTime,
                table,
                poller,
                sender,
                new MaskedSender(settings, service, masked),
                receipts,
                upkeepDue,
                say))
        .start();
    try {
      Runtime.getRuntime().addShutdownHook(thread("bauta-last-receipts", sender::sendLast));
    } catch (IllegalStateException ending) {
      // the application was short: it goes down already, and nothing was shown
    }
  }

  private TokenVerifier verifier() {
    return new TokenVerifier(
        settings.trustKeys(), settings.service(), settings.environment(), Clock.systemUTC());
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(Grants.class.getClassLoader());
    // the application's handler for the whole JVM is not for our failures
    thread.setUncaughtExceptionHandler((t, failure) -> {});
    return thread;
  }
}
