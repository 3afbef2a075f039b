package dev.bauta.it.probe;

import java.util.List;
import org.apache.commons.logging.LogFactory;
import org.slf4j.LoggerFactory;
import org.tinylog.Logger;
import org.tinylog.configuration.Configuration;

/** Loggers that print by themselves: one of them, as the first argument says. */
public final class SmallLoggersProbe {

  private SmallLoggersProbe() {}

  /** What a logger prints; tinylog leaves suppressed throwables out. */
  public static List<String> channels(String logger) {
    List<String> all = List.of("message", "argument", "throwable", "cause", "deep", "suppressed");
    return logger.equals("tinylog") ? all.subList(0, all.size() - 1) : all;
  }

  /**
   * @param args slf4j, commons or tinylog
   */
  public static void main(String[] args) {
    Throwable thrown = Thrown.chain();
    switch (args[0]) {
      case "slf4j" -> {
        var log = LoggerFactory.getLogger("probe");
        log.warn(text("message"));
        log.warn("argument {}", text("argument"));
        log.error("thrown", thrown);
      }
      case "commons" -> {
        var log = LogFactory.getLog("probe");
        System.out.println("logger " + log.getClass().getSimpleName());
        log.warn(text("message"));
        log.warn(new StringBuilder(text("argument")));
        log.error("thrown", thrown);
      }
      default -> {
        Configuration.set("writingthread", "true");
        Configuration.set("writer", "console");
        Logger.info(text("message"));
        Logger.info("argument {}", text("argument"));
        Logger.error(thrown, "thrown");
      }
    }
    System.out.println("probe done");
  }

  private static String text(String channel) {
    return new Canary(channel).text();
  }
}
