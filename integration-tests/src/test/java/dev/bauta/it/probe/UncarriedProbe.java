package dev.bauta.it.probe;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Uses pools in a JVM without a grant service, and says whether the agent rewrote them. */
public final class UncarriedProbe {

  private UncarriedProbe() {}

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    pool.submit(() -> {}).get();
    pool.shutdown();
    CompletableFuture.runAsync(() -> {}).get();
    Class<?> premain = ClassLoader.getSystemClassLoader().loadClass("dev.bauta.agent.AgentPremain");
    Function<?, ?> link = (Function<?, ?>) premain.getField("link").get(null);
    try {
      Looking.ask(link, "executors.place");
      System.out.println("executors: linked");
    } catch (IllegalStateException notRegistered) {
      System.out.println("executors: not linked");
    }
    System.out.println("probe done");
  }
}
