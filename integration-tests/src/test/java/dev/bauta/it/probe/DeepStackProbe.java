package dev.bauta.it.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Logs until the stack is full, so that masking itself fails in the middle. What was logged is kept
 * in memory and printed at the end.
 */
public final class DeepStackProbe {

  private static final List<String> LOGGED = new ArrayList<>(200_000);
  private static final Logger LOG = Logger.getLogger("probe.deep");

  private DeepStackProbe() {}

  public static void main(String[] args) throws InterruptedException {
    LOG.setUseParentHandlers(false);
    LOG.addHandler(new Keeping());
    LOG.info(text());
    for (int stack = 64; stack <= 256; stack += 16) {
      Thread thread = new Thread(null, DeepStackProbe::descend, "deep", stack * 1024L);
      thread.start();
      thread.join();
    }
    LOGGED.stream().distinct().forEach(System.out::println);
    System.out.println("logged: " + (LOGGED.size() > 100));
    System.out.println("probe done");
  }

  @SuppressWarnings("InfiniteRecursion") // to the end of the stack, on purpose
  private static void descend() {
    try {
      LOG.info(text());
      descend();
    } catch (StackOverflowError full) {
      // the way back up
    }
  }

  private static String text() {
    return new Canary("deepstack").text();
  }

  private static final class Keeping extends Handler {
    @Override
    public void publish(LogRecord logged) {
      LOGGED.add(logged.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
