package dev.bauta.it.probe;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does without a logger for a while, then uses Logback for the first time, and goes on. */
public final class LateLogbackProbe {

  private LateLogbackProbe() {}

  public static void main(String[] args) throws InterruptedException {
    Thread.sleep(3_000);
    System.err.println("first use");
    Late.say();
    Thread.sleep(1_500); // less than a round of the agent
    System.err.println("a moment later");
    Thread.sleep(500);
    System.out.println("probe done");
  }

  private static final class Late {
    private static final Logger LOG = LoggerFactory.getLogger("late");

    static void say() {
      LOG.info(new Canary("late").text());
    }
  }
}
