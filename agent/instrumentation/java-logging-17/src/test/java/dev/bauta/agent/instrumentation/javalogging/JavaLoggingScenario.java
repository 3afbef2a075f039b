package dev.bauta.agent.instrumentation.javalogging;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.MemoryHandler;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.logging.XMLFormatter;

/** Logs a different address in every way; run in a JVM of its own, with the agent and without. */
final class JavaLoggingScenario {

  private JavaLoggingScenario() {}

  private static final class RawFormatter extends Formatter {
    @Override
    public String format(LogRecord record) {
      StringBuilder all = new StringBuilder(record.getMessage());
      for (Object parameter :
          record.getParameters() == null ? new Object[0] : record.getParameters()) {
        all.append(' ').append(parameter);
      }
      return all.append('\n').toString();
    }
  }

  public static void main(String[] arguments) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    for (Formatter formatter :
        List.of(new SimpleFormatter(), new XMLFormatter(), new RawFormatter())) {
      StreamHandler handler = new StreamHandler(output, formatter);
      handler.setLevel(Level.ALL);
      root.addHandler(handler);
    }
    root.addHandler(new ConsoleHandler());
    root.setLevel(Level.ALL);

    logAll(Logger.getLogger("shop"));
    logTwice(Logger.getLogger("shop"));
    System.getLogger("platform")
        .log(System.Logger.Level.INFO, "system {0}", "canary-system@example.com");
    System.getLogger("platform")
        .log(System.Logger.Level.INFO, () -> "lazy canary-systemlazy@example.com");
    System.getLogger("platform").log(System.Logger.Level.ERROR, "thrown", failure("platform"));
    publishDirectly(root);

    for (Handler handler : root.getHandlers()) {
      handler.flush();
    }
    System.out.println(output.toString(StandardCharsets.UTF_8));
    System.out.println("finished");
  }

  private static void logAll(Logger logger) {
    logger.info("message canary-message@example.com");
    logger.info(() -> "supplied canary-supplied@example.com");
    logger.log(Level.INFO, "one {0}", "canary-one@example.com");
    logger.log(Level.INFO, "two {0} {1}", new Object[] {"fine", "canary-two@example.com"});
    logger.log(Level.INFO, "card {0}", 4111111111111111L);
    logger.log(Level.INFO, "list {0}", List.of("canary-list@example.com"));
    logger.log(Level.INFO, "map {0}", Map.of("k", "canary-map@example.com"));
    logger.log(Level.INFO, "array {0}", new Object[] {new Object[] {"canary-array@example.com"}});
    logger.logp(Level.INFO, "C", "m", "logp {0}", "canary-logp@example.com");
    logger.entering("C", "m", "canary-entering@example.com");
    logger.exiting("C", "m", "canary-exiting@example.com");
    logger.throwing("C", "m", failure("throwing"));
    logger.log(Level.SEVERE, "thrown", failure("thrown"));
    logger.log(Level.SEVERE, failure("only"), () -> "thrown lazily");
    logger.log(Level.SEVERE, "harmless", new IllegalStateException("harmless trouble"));
  }

  /** The application keeps the record and logs it again. */
  private static void logTwice(Logger logger) {
    LogRecord record = new LogRecord(Level.INFO, "twice {0}");
    record.setLoggerName("shop");
    Object[] parameters = {"canary-twice@example.com"};
    record.setParameters(parameters);
    record.setThrown(failure("twice"));
    logger.log(record);
    Throwable masked = record.getThrown();
    logger.log(record);
    System.out.println("same thrown: " + (record.getThrown() == masked));
    System.out.println("application's array: " + parameters[0].toString().startsWith("canary"));
  }

  /** Round the logger: a handler is given the record. */
  private static void publishDirectly(Handler to) {
    LogRecord record = new LogRecord(Level.INFO, "direct {0}");
    record.setParameters(new Object[] {"canary-direct@example.com"});
    record.setThrown(failure("direct"));
    to.publish(record);
  }

  private static void publishDirectly(Logger root) {
    for (Handler handler : root.getHandlers()) {
      publishDirectly(handler);
      MemoryHandler memory = new MemoryHandler(handler, 10, Level.OFF);
      publishDirectly(memory);
      memory.push();
    }
  }

  private static Throwable failure(String name) {
    Exception root = new IllegalStateException("canary-" + name + "-root@example.com");
    Exception failure = new IllegalArgumentException("canary-" + name + "@example.com", root);
    failure.addSuppressed(new RuntimeException("canary-" + name + "-closing@example.com"));
    return failure;
  }
}
