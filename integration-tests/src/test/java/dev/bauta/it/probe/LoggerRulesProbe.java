package dev.bauta.it.probe;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The same by two loggers of Logback and two of java.util.logging, of which rules name one each;
 * and values that are whole in the printed line only.
 */
public final class LoggerRulesProbe {

  private LoggerRulesProbe() {}

  /** The places of an event in which each logger puts an address. */
  public static List<String> places() {
    return List.of("message", "argument", "pair", "mdc", "thrown", "cause");
  }

  public static void main(String[] args) throws ReflectiveOperationException {
    for (String name : List.of("audit", "web")) {
      logback(LoggerFactory.getLogger(name), name);
      jul(java.util.logging.Logger.getLogger(name), name);
    }
    split();
    System.out.println("probe done");
    Object context = LoggerFactory.getILoggerFactory();
    context.getClass().getMethod("stop").invoke(context);
  }

  private static void logback(Logger log, String name) {
    log.info(address(name, "message"));
    log.info("one {}", address(name, "argument"));
    log.atInfo().addKeyValue("customer", address(name, "pair")).log("pair");
    MDC.put("customer", address(name, "mdc"));
    log.info("context");
    MDC.clear();
    log.warn("thrown", failure(name));
  }

  private static void jul(java.util.logging.Logger log, String name) {
    log.setUseParentHandlers(false);
    log.addHandler(new Parts());
    log.info(address(name, "message"));
    log.log(Level.INFO, "one {0}", address(name, "argument"));
    log.log(Level.WARNING, "thrown", failure(name));
  }

  private static void split() {
    Logger log = LoggerFactory.getLogger("split");
    log.info("two {}{} {}", "41111111", "11111111", "behind");
    log.info("three {} {} {}", "4111 1111", "1111", 1111);
    log.info("mine 4111 1111 {}", "1111 1111");
    log.info("{}@split-channel.com", "nobody");
    log.info("{}@{}", "nobody", "split-channel.com");
    java.util.logging.Logger jul = java.util.logging.Logger.getLogger("split");
    jul.setUseParentHandlers(false);
    jul.addHandler(new Parts());
    jul.log(Level.INFO, "two {0}{1} {2}", new Object[] {"41111111", "11111111", "behind"});
    jul.log(Level.INFO, "mine 4111 1111 {0}", "1111 1111");
    jul.log(Level.INFO, "{1}@{0}", new Object[] {"split-channel.com", "nobody"});
  }

  private static Throwable failure(String name) {
    return new IllegalStateException(
        address(name, "thrown"), new IllegalArgumentException(address(name, "cause")));
  }

  private static String address(String logger, String place) {
    return "nobody@" + logger + "-" + place + ".com";
  }

  /** A handler of the application that formats by itself, and shows each part alone. */
  private static final class Parts extends Handler {
    @Override
    public void publish(LogRecord logged) {
      StringBuilder line = new StringBuilder("jul ").append(logged.getLoggerName()).append(": ");
      line.append(logged.getMessage());
      if (logged.getParameters() != null) {
        for (Object parameter : logged.getParameters()) {
          line.append(" | ").append(parameter);
        }
      }
      for (Throwable t = logged.getThrown(); t != null; t = t.getCause()) {
        line.append(" | ").append(t.getMessage());
      }
      System.out.println(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
