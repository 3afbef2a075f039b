package dev.bauta.service.app;

import dev.bauta.service.access.Sweep;
import dev.bauta.service.store.AuditLog;
import dev.bauta.service.store.IdempotencyRows;
import dev.bauta.service.store.JdbiStore;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be done from time to time. */
final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final long SWEEP_MILLIS = 500;
  private static final long FORGET_SECONDS = 600;
  private static final long CHECKPOINT_SECONDS = 60;
  private static final long POLICY_SECONDS = 1;

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "jobs");
            thread.setDaemon(true);
            return thread;
          });
  private final Runnable position;
  private final Runnable checkpoint;

  private Jobs(Runnable position, Runnable checkpoint) {
    this.position = position;
    this.checkpoint = checkpoint;
  }

  static Jobs start(
      Sweep sweep,
      AuditLog auditLog,
      CheckpointFile file,
      JdbiStore store,
      HighWater highWater,
      IdempotencyRows idempotency,
      Optional<PolicyWatch> policy) {
    Jobs jobs =
        new Jobs(() -> highWater.write(store.newest()), () -> file.append(auditLog.checkpoint()));
    jobs.every("sweep", SWEEP_MILLIS, TimeUnit.MILLISECONDS, sweep::run);
    jobs.every("complete rows", SWEEP_MILLIS, TimeUnit.MILLISECONDS, store::completeRows);
    jobs.every("position", SWEEP_MILLIS, TimeUnit.MILLISECONDS, jobs.position);
    jobs.every("checkpoint", CHECKPOINT_SECONDS, TimeUnit.SECONDS, jobs.checkpoint);
    jobs.every(
        "forget keys",
        FORGET_SECONDS,
        TimeUnit.SECONDS,
        () -> idempotency.forget(Main.clock().instant()));
    policy.ifPresent(watch -> jobs.every("policy", POLICY_SECONDS, TimeUnit.SECONDS, watch::look));
    return jobs;
  }

  private void every(String name, long period, TimeUnit unit, Runnable job) {
    var unused = executor.scheduleWithFixedDelay(() -> run(name, job), 0, period, unit);
  }

  private static void run(String name, Runnable job) {
    try {
      job.run();
    } catch (RuntimeException e) {
      LOG.warn("{} failed and will be tried again: {}", name, e.getMessage());
    }
  }

  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(5, TimeUnit.SECONDS)) LOG.warn("a job is still running");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    run("position", position);
    run("checkpoint", checkpoint);
  }
}
