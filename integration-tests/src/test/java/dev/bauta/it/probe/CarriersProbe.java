package dev.bauta.it.probe;

import dev.bauta.annotations.Viewer;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Hands work over in every way the JDK has, and says who is looking where it runs. */
public final class CarriersProbe {

  private static final List<Callable<String>> LOOK = List.of(Looking::said);

  private CarriersProbe() {}

  public static void main(String[] args) throws Exception {
    CarriersHammer.awaitGrants();
    pools();
    queueOfAPool();
    scheduled();
    forkAndJoin();
    stages();
    threads();
    if (Runtime.version().feature() >= 21) {
      VirtualCarriers.run();
    }
    System.out.println("probe done");
  }

  static void say(String what, Object who) {
    System.out.println(what + ": " + who);
  }

  static String grace(Callable<String> code) throws Exception {
    return Viewer.call("grace", code);
  }

  static String ran(Executor executor) throws Exception {
    CompletableFuture<String> said = new CompletableFuture<>();
    executor.execute(() -> said.complete(Looking.said()));
    return said.get();
  }

  private static void pools() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    say("execute", grace(() -> ran(pool)));
    say("submit", grace(() -> pool.submit(Looking::said).get()));
    say("invokeAll", grace(() -> pool.invokeAll(LOOK).get(0).get()));
    say("invokeAny", grace(() -> pool.invokeAny(LOOK)));
    say("from nobody", ran(pool) + " " + pool.submit(Looking::said).get());
    say("nested", grace(() -> pool.submit(() -> ran(pool)).get()));
    say("after a fault", grace(() -> afterFault(pool)));
    say("of another in grace", grace(() -> Viewer.call("linus", () -> ran(pool))));
    pool.shutdown();
    FutureTask<String> task = Viewer.call("grace", () -> new FutureTask<>(Looking::said));
    new Thread(task).start();
    say("future task in a thread", task.get());
  }

  private static String afterFault(ExecutorService pool) throws Exception {
    ThreadPoolExecutor one = (ThreadPoolExecutor) Executors.newFixedThreadPool(1, quiet());
    one.execute(
        () -> {
          throw new IllegalStateException("a fault of the application");
        });
    String[] said = new String[1];
    Viewer.run(
        null,
        () -> {
          try {
            said[0] = ran(one);
          } catch (Exception e) {
            said[0] = e.toString();
          }
        });
    one.shutdown();
    return said[0];
  }

  private static ThreadFactory quiet() {
    return task -> {
      Thread thread = new Thread(task);
      thread.setUncaughtExceptionHandler((t, failure) -> {});
      return thread;
    };
  }

  private static final class Seeing extends ThreadPoolExecutor {
    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private Runnable expected;

    Seeing() {
      super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(2));
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
      seen.add("before " + (task == expected ? "itself" : "another"));
    }

    @Override
    protected void afterExecute(Runnable task, Throwable failure) {
      seen.add("after " + (task == expected ? "itself" : "another"));
    }
  }

  private static void queueOfAPool() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    Seeing pool = new Seeing();
    Runnable waiting = () -> await(busy);
    Runnable first = () -> {};
    Runnable second = () -> {};
    boolean[] rejected = new boolean[1];
    Runnable third = () -> {};
    pool.setRejectedExecutionHandler((task, of) -> rejected[0] = task == third);
    Viewer.run(
        "grace",
        () -> {
          pool.expected = waiting;
          pool.execute(waiting);
          pool.execute(first);
          pool.execute(second);
          pool.execute(third);
        });
    say("rejected is the task", rejected[0]);
    say("removed", pool.remove(first) + " " + pool.remove(first) + " " + pool.getQueue().size());
    say("left over is the task", pool.shutdownNow().equals(List.of(second)));
    busy.countDown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
    say("hooks of the pool", pool.seen);
    ordered();
  }

  private record Ordered(int order, StringBuilder ran) implements Runnable, Comparable<Ordered> {
    @Override
    public void run() {
      ran.append(order).append(Looking.said().charAt(0));
    }

    @Override
    public int compareTo(Ordered other) {
      return Integer.compare(order, other.order);
    }
  }

  private static void ordered() throws Exception {
    PriorityBlockingQueue<Runnable> queue = new PriorityBlockingQueue<>();
    ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, queue);
    CountDownLatch busy = new CountDownLatch(1);
    StringBuilder ran = new StringBuilder();
    pool.execute(() -> await(busy));
    Viewer.run(
        "grace",
        () -> {
          for (int i : new PriorityQueue<>(List.of(3, 1, 2))) {
            pool.execute(new Ordered(10 - i, ran));
          }
        });
    busy.countDown();
    pool.shutdown();
    pool.awaitTermination(10, TimeUnit.SECONDS);
    say("by priority", ran);
  }

  private static void await(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException goOn) {
        // shutdownNow
      }
    }
  }

  private static void scheduled() throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    say("scheduled pool, execute", grace(() -> ran(pool)));
    say("scheduled pool, submit", grace(() -> pool.submit(Looking::said).get()));
    say("schedule", grace(() -> pool.schedule(Looking::said, 1, TimeUnit.MILLISECONDS).get()));
    Set<String> seen = new ConcurrentSkipListSet<>();
    CountDownLatch twice = new CountDownLatch(2);
    Runnable periodic =
        () -> {
          seen.add(Looking.said());
          twice.countDown();
        };
    ScheduledFuture<?> every =
        Viewer.call("grace", () -> pool.scheduleAtFixedRate(periodic, 1, 1, TimeUnit.MILLISECONDS));
    twice.await();
    every.cancel(false);
    say("periodic", seen);
    pool.shutdown();
  }

  private static final class Tree extends RecursiveTask<Set<String>> {
    private static final long serialVersionUID = 1;
    private final int depth;

    Tree(int depth) {
      this.depth = depth;
    }

    @Override
    protected Set<String> compute() {
      Set<String> seen = new TreeSet<>(Set.of(Looking.said()));
      if (depth > 0) {
        Tree left = new Tree(depth - 1);
        Tree right = new Tree(depth - 1);
        if (depth % 2 == 0) {
          left.fork();
          seen.addAll(right.invoke());
          seen.addAll(left.join());
        } else {
          invokeAll(left, right);
          seen.addAll(left.join());
          seen.addAll(right.join());
        }
      }
      return seen;
    }
  }

  private static void forkAndJoin() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(4);
    say("fork join, execute", grace(() -> ran(pool)));
    say("fork join, submit", grace(() -> pool.submit(Looking::said).get()));
    say("fork join, invoke", grace(() -> pool.invoke(new Tree(8)).toString()));
    say("fork join from nobody", pool.invoke(new Tree(8)));
    say("invoked on the caller", grace(() -> new Tree(8).invoke().toString()));
    say("fork join, invokeAll", grace(() -> pool.invokeAll(LOOK).get(0).get()));
    pool.shutdown();
    say("parallel stream", grace(() -> parallel().toString()));
    say("parallel stream of nobody", parallel());
  }

  private static Set<String> parallel() {
    Set<String> seen = new ConcurrentSkipListSet<>();
    IntStream.range(0, 50_000).parallel().forEach(i -> seen.add(Looking.said()));
    return seen;
  }

  private static void stages() throws Exception {
    say("supplyAsync", grace(() -> CompletableFuture.supplyAsync(Looking::said).get()));
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> ofGrace =
        Viewer.call("grace", () -> first.thenApply(x -> Looking.said()));
    CompletableFuture<String> ofNobody = first.thenApply(x -> Looking.said());
    CompletableFuture<String> async =
        Viewer.call("grace", () -> first.thenApplyAsync(x -> Looking.said()));
    CompletableFuture<String> both =
        Viewer.call("grace", () -> first.thenCombine(ofNobody, (x, y) -> Looking.said()));
    StringBuilder done = new StringBuilder();
    CompletableFuture<String> last =
        Viewer.call("grace", () -> first.whenComplete((x, e) -> done.append(Looking.said())));
    Viewer.call("linus", () -> first.complete("by linus"));
    last.get();
    say("stage of grace", ofGrace.get());
    say("stage of nobody, completed by linus", ofNobody.get());
    say("async stage", async.get());
    say("of two", both.get());
    say("when complete", done);
    CompletableFuture<String> later = new CompletableFuture<>();
    Viewer.call("grace", () -> later.completeAsync(Looking::said));
    say("completeAsync", later.get());
  }

  private static void threads() throws Exception {
    String[] said = new String[1];
    Thread thread = Viewer.call("grace", () -> started(() -> said[0] = Looking.said()));
    thread.join();
    say("thread", said[0]);
  }

  private static Thread started(Runnable code) {
    Thread thread = new Thread(code);
    thread.start();
    return thread;
  }
}
