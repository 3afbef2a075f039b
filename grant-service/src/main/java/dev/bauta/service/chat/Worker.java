package dev.bauta.service.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off a {@link WorkQueue} in threads of its own: at once after {@link #wake}, otherwise every
 * second, with growing pauses after failures. {@link #close} lets what is under way end.
 *
 * @param <T> what is to be done
 */
public final class Worker<T> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration CLAIM = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  // a platform may be away for a day; a fault of ours does not go away by waiting
  private static final int MOST_ATTEMPTS_AT_A_PLATFORM = 300;
  private static final int MOST_ATTEMPTS = 20;

  /** Does one item. */
  @FunctionalInterface
  public interface Work<T> {
    void run(WorkQueue.Claim<T> claim) throws DeliveryException;
  }

  private final String name;
  private final WorkQueue<T> queue;
  private final Work<T> work;
  private final Clock clock;
  private final List<Thread> threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private long wakes; // guarded by lock
  private boolean closed; // guarded by lock

  public Worker(String name, WorkQueue<T> queue, Work<T> work, Clock clock, int threadCount) {
    this.name = name;
    this.queue = queue;
    this.work = work;
    this.clock = clock;
    this.threads =
        java.util.stream.IntStream.range(0, threadCount)
            .mapToObj(i -> thread(name + "-" + i))
            .toList();
  }

  public void start() {
    threads.forEach(Thread::start);
  }

  /** There is something new. Never blocks. */
  public void wake() {
    lock.lock();
    try {
      wakes++;
      woken.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      woken.signalAll();
    } finally {
      lock.unlock();
    }
    for (Thread thread : threads) {
      try {
        thread.join(5_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Does what is there now, in the caller's thread; returns how many items were claimed. */
  public int runOnce() {
    List<WorkQueue.Claim<T>> claims = queue.claim(clock.instant(), CLAIM, 1);
    claims.forEach(this::run);
    return claims.size();
  }

  private Thread thread(String threadName) {
    Thread thread = new Thread(this::loop, threadName);
    thread.setDaemon(true);
    return thread;
  }

  private void loop() {
    long seen = 0;
    while (true) {
      try {
        if (runOnce() > 0) continue;
      } catch (RuntimeException e) {
        // the database is away: nothing is lost, the items wait in it
        LOG.warn(
            "{}: cannot read the queue ({}); trying again", name, e.getClass().getSimpleName());
      }
      lock.lock();
      try {
        if (!closed && wakes == seen) {
          boolean signalled = woken.await(1, java.util.concurrent.TimeUnit.SECONDS);
          if (!signalled) LOG.trace("{}: looking again", name);
        }
        seen = wakes;
        if (closed) return;
      } catch (InterruptedException e) {
        return;
      } finally {
        lock.unlock();
      }
    }
  }

  private void run(WorkQueue.Claim<T> claim) {
    try {
      work.run(claim);
      queue.done(claim, clock.instant());
    } catch (DeliveryException e) {
      boolean over = e.hopeless() || claim.attempt() >= MOST_ATTEMPTS_AT_A_PLATFORM;
      failed(claim, e.getMessage(), over, e.pause().orElse(pause(claim.attempt())));
    } catch (RuntimeException | Error e) {
      // an error as well: a thread that ends leaves what is stored to the next start.
      // The exception's text may quote a payload: its type and place are enough to find it
      String place = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
      failed(
          claim,
          e.getClass().getSimpleName() + place,
          claim.attempt() >= MOST_ATTEMPTS,
          pause(claim.attempt()));
    }
  }

  private void failed(WorkQueue.Claim<T> claim, String fault, boolean over, Duration pause) {
    Instant now = clock.instant();
    if (over) {
      LOG.error("{}: gave up on {} after {} tries: {}", name, claim.key(), claim.attempt(), fault);
      queue.giveUp(claim, now, fault);
    } else {
      LOG.warn(
          "{}: {} failed (try {}), again in {} s: {}",
          name,
          claim.key(),
          claim.attempt(),
          pause.toSeconds(),
          fault);
      queue.again(claim, now.plus(pause), fault);
    }
  }

  private static Duration pause(int attempt) {
    long seconds = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(attempt - 1, 20));
    return Duration.ofMillis(
        seconds * 1000 + ThreadLocalRandom.current().nextLong(seconds * 250 + 1));
  }
}
