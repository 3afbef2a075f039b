package dev.bauta.agent.core.grants;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What has to be done a few times a second: tidy the table, ask, tell. */
final class Upkeep implements Runnable {

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private static final long FORGET_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier nanoTime;
  private final GrantTable table;
  private final Poller poller;
  private final ReceiptSender sender;
  private final MaskedSender masked;
  private final Receipts receipts;
  private final Say say;
  private final Signal signal;
  private long forgetDue;

  Upkeep(
      LongSupplier nanoTime,
      GrantTable table,
      Poller poller,
      ReceiptSender sender,
      MaskedSender masked,
      Receipts receipts,
      Signal signal,
      Say say) {
    this.nanoTime = nanoTime;
    this.table = table;
    this.poller = poller;
    this.sender = sender;
    this.masked = masked;
    this.receipts = receipts;
    this.signal = signal;
    this.say = say;
  }

  @Override
  public void run() {
    forgetDue = nanoTime.getAsLong();
    while (!Thread.currentThread().isInterrupted()) {
      signal.rest(TICK_NANOS);
      try {
        long now = nanoTime.getAsLong();
        table.sweep();
        sender.tick(now);
        poller.tick(now);
        masked.tick(now);
        if (now - forgetDue >= 0) {
          receipts.forgetEnded(now);
          forgetDue = now + FORGET_NANOS;
        }
      } catch (Throwable failure) { // this thread must outlive whatever it meets
        say.say("the upkeep of grants failed", failure);
      }
    }
  }
}
