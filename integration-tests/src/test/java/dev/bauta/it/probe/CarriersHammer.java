package dev.bauta.it.probe;

import dev.bauta.annotations.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * Hammers pools with the tasks of four people and of nobody, and counts the tasks that ran as
 * somebody else than the one who handed them over.
 */
public final class CarriersHammer {

  private static final String[] PEOPLE = {"grace", "linus", "ada", "margaret", null};

  private static final LongAdder CHECKS = new LongAdder();
  private static final LongAdder WRONG = new LongAdder();
  private static final AtomicReference<String> FIRST_WRONG = new AtomicReference<>();

  private CarriersHammer() {}

  /**
   * @param args how many checks
   */
  public static void main(String[] args) throws Exception {
    long checks = Long.parseLong(args[0]);
    awaitGrants();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            4,
            4,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(2_000),
            new ThreadPoolExecutor.CallerRunsPolicy());
    ForkJoinPool forks = new ForkJoinPool(4);
    long share = checks / PEOPLE.length;
    List<Thread> people = new ArrayList<>();
    for (String person : PEOPLE) {
      Thread thread = new Thread(() -> Viewer.run(person, () -> work(person, pool, forks, share)));
      thread.start();
      people.add(thread);
    }
    for (Thread thread : people) {
      thread.join();
    }
    pool.shutdown();
    forks.shutdown();
    pool.awaitTermination(60, TimeUnit.SECONDS);
    forks.awaitTermination(60, TimeUnit.SECONDS);
    System.out.println("checks: " + (CHECKS.sum() >= checks ? "all" : CHECKS.sum()));
    System.out.println("wrong: " + WRONG.sum() + " " + FIRST_WRONG.get());
    System.out.println("probe done");
  }

  /** Nothing is handed over before the first grant is live. */
  static void awaitGrants() throws Exception {
    ForkJoinPool one = new ForkJoinPool(1);
    Callable<String> who = Looking::who;
    for (int i = 0; i < 300; i++) {
      if ("grace".equals(Viewer.call("grace", () -> one.submit(who).get()))) {
        break;
      }
      Thread.sleep(100);
    }
    one.shutdown();
  }

  private static void check(String expected, String way) {
    CHECKS.increment();
    String who = Looking.who();
    if (!Objects.equals(expected, who)) {
      WRONG.increment();
      FIRST_WRONG.compareAndSet(null, way + ": " + who + " instead of " + expected);
    }
  }

  /** Of every ten checks: five by execute, one by submit, three by fork, one by a stage. */
  private static void work(String person, ExecutorService pool, ForkJoinPool forks, long share) {
    CompletableFuture<Void> gate = new CompletableFuture<>();
    for (long done = 0; done < share; done += 1_000) {
      for (int i = 0; i < 500; i++) {
        pool.execute(() -> check(person, "execute"));
      }
      for (int i = 0; i < 100; i++) {
        pool.submit(() -> check(person, "submit"));
        gate.thenRun(() -> check(person, "stage"));
      }
      CompletableFuture<Void> open = gate;
      pool.execute(() -> open.complete(null)); // whoever's thread this is
      forks.invoke(new Tree(person, 300));
      gate = new CompletableFuture<>();
      check(person, "caller");
    }
  }

  private static final class Tree extends RecursiveAction {
    private static final long serialVersionUID = 1;
    private final String person;
    private final int size;

    Tree(String person, int size) {
      this.person = person;
      this.size = size;
    }

    @Override
    protected void compute() {
      check(person, "fork");
      int rest = size - 1;
      if (rest > 1) {
        invokeAll(new Tree(person, rest / 2), new Tree(person, rest - rest / 2));
      } else if (rest == 1) {
        new Tree(person, 1).fork().join();
      }
      if (size % 7 == 0) {
        check(person, "after a join");
      }
    }
  }
}
