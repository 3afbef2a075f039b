package dev.bauta.it.probe;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Logs from many virtual threads at once, while they are parked and moved about. Needs JDK 21. */
public final class VirtualThreadsProbe {

  private static final Logger log = LoggerFactory.getLogger(VirtualThreadsProbe.class);

  private VirtualThreadsProbe() {}

  /** One channel for each way; thousands of threads use each. */
  public static List<String> channels() {
    return List.of("argument", "mdc", "thrown");
  }

  public static void main(String[] args) throws Exception {
    Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      threads.add((Thread) start.invoke(null, (Runnable) VirtualThreadsProbe::work));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("probe done");
    LogbackProbe.stop();
  }

  private static void work() {
    try {
      log.info("one {}", new Canary("argument").text());
      Thread.sleep(1);
      MDC.put("customer", new Canary("mdc").text());
      log.info("with context");
      MDC.remove("customer");
      log.warn("thrown", new IllegalStateException(new Canary("thrown").text()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
