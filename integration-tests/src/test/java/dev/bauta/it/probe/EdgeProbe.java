package dev.bauta.it.probe;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Arguments that nobody expects: ten megabytes, halves of characters, odd objects. */
public final class EdgeProbe {

  private static final Logger log = LoggerFactory.getLogger(EdgeProbe.class);
  private static final char HIGH = '\ud83d';
  private static final char LOW = '\udc00';

  private EdgeProbe() {}

  public static List<String> channels() {
    return List.of("large", "high", "low", "between", "zero", "loud");
  }

  public static void main(String[] args) {
    String filler = "a quiet line of text, ".repeat(480_000);
    log.info("large {}", filler + text("large"));
    log.info("high {}", HIGH + text("high"));
    log.info("low {}", text("low") + LOW);
    log.info("between {}", HIGH + " " + text("between") + " " + HIGH);
    log.info("zero {}", "\0" + text("zero") + "\0");
    log.info("empty {} {}", "", null);
    log.info("loud {}", new Loud());
    log.info("recursive {}", (Object) recursive());
    System.out.println("probe done");
  }

  private static Object[] recursive() {
    Object[] array = new Object[1];
    array[0] = array;
    return array;
  }

  private static String text(String channel) {
    return new Canary(channel).text();
  }

  /** Its toString() throws, and says why. */
  private static final class Loud {
    @Override
    public String toString() {
      throw new IllegalStateException("cannot print " + text("loud"));
    }
  }
}
