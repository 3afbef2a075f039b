package dev.bauta.it.probe;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Logger;

/** Uses pools in a JVM without a grant service, long enough for the status line. */
public final class UncarriedProbe {

  private UncarriedProbe() {}

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    pool.submit(() -> {}).get();
    pool.shutdown();
    CompletableFuture.runAsync(() -> {}).get();
    Logger.getLogger("probe").info("pools were used"); // something to be told of
    Thread.sleep(3_000); // the status line names what was rewritten
    System.out.println("probe done");
  }
}
