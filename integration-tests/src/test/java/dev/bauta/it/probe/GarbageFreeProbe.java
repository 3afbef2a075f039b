package dev.bauta.it.probe;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;

/** Prints how many bytes a thread allocates for lines in which nothing is found. */
public final class GarbageFreeProbe {

  public static final int LINES = 200_000;

  private GarbageFreeProbe() {}

  public static void main(String[] args) {
    Logger log = LogManager.getLogger(GarbageFreeProbe.class);
    ThreadContext.put("trace", "af31");
    log(log); // until it is compiled
    log(log);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    log(log);
    System.out.println("allocated " + (threads.getThreadAllocatedBytes(thread) - before) + ".");
    log.info("last {}", new Canary("last").text());
    LogManager.shutdown();
  }

  private static void log(Logger log) {
    for (int i = 0; i < LINES / 2; i++) {
      log.info("order placed at {} in {}", "north", "spring");
      log.info("plain words");
    }
  }
}
