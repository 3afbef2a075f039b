package dev.bauta.it.probe;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * Everything SLF4J 1.7 can send to Logback. The test's configuration says what it is written to.
 */
public final class LogbackProbe {

  private static final Logger log = LoggerFactory.getLogger(LogbackProbe.class);
  private static final Marker MARKER = MarkerFactory.getMarker("PROBE");

  private LogbackProbe() {}

  public static List<String> channels() {
    return List.of(
        "message",
        "argument",
        "second",
        "array",
        "builder",
        "object",
        "marked",
        "mdc",
        "throwable",
        "cause",
        "suppressed",
        "deep",
        "lastargument",
        "error");
  }

  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("fluent")) {
      FluentProbe.send();
    }
    send();
    System.out.println("probe done");
    stop();
  }

  private static void send() {
    log.info(text("message"));
    log.info("one {}", text("argument"));
    log.info("two {} {}", 1, text("second"));
    log.info("many {} {} {}", new Object[] {1, text("array"), 3});
    log.info("characters {}", new StringBuilder(text("builder")));
    log.info("object {}", new Printed(text("object")));
    log.warn(MARKER, "marked {}", text("marked"));
    MDC.put("customer", text("mdc"));
    log.info("with MDC");
    MDC.remove("customer");
    log.warn("thrown", Thrown.chain());
    log.warn("thrown by {} {}", "x", new IllegalStateException(text("lastargument")));
    log.error(text("error"));
  }

  static String text(String channel) {
    return new Canary(channel).text();
  }

  // The asynchronous appender writes what it holds when the context stops.
  static void stop() throws ReflectiveOperationException {
    Object context = LoggerFactory.getILoggerFactory();
    context.getClass().getMethod("stop").invoke(context);
  }

  /** An object that nobody has marked, which tells everything when printed. */
  private record Printed(String told) {
    @Override
    public String toString() {
      return "Printed " + told;
    }
  }
}
