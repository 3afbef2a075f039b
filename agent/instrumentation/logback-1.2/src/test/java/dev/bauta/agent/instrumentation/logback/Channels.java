package dev.bauta.agent.instrumentation.logback;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.MDC;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

/**
 * Plants a different address in every way by which a value gets into an event. What the channels
 * are called is the local part of the address.
 */
final class Channels {

  private Channels() {}

  /** An exception whose {@code toString()} says more than its message. */
  static final class Chatty extends RuntimeException {
    private static final long serialVersionUID = 1;

    Chatty(String message, Throwable cause) {
      super(message, cause);
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString") // what is tried here
    public String toString() {
      return "Chatty: canary-overriding@example.com";
    }
  }

  record Person(String mail) {}

  static void logAll(Logger logger) {
    logger.info("message canary-message@example.com");
    logger.info("one {}", "canary-argument@example.com");
    logger.info("two {} {}", "fine", "canary-second@example.com");
    logger.info("three {} {} {}", "fine", 1, "canary-third@example.com");
    logger.info("chars {}", CharBuffer.wrap("canary-chars@example.com"));
    logger.info("card {}", 4111111111111111L);
    logger.info("list {}", List.of("canary-list@example.com"));
    logger.info("map {}", Map.of("k", "canary-map@example.com"));
    logger.info("array {}", (Object) new String[] {"canary-array@example.com"});
    logger.info("object {}", new Person("canary-object@example.com"));
    logger.info("left over", "canary-leftover@example.com", "x", "y");
    logger.info("typed {} {} {}", (Object[]) new String[] {"canary-typed@example.com", "a", "b"});
    logger.error("thrown", failure());
    logger.error("thrown {}", "canary-with@example.com", failure());
    logger.error("thrown without place", new Chatty("canary-chatty@example.com", failure()));
    MDC.put("mail", "canary-mdc@example.com");
    MDC.put("secretKey", "canary-secret-key");
    try {
      logger.info("with context");
      logger.info("with context {}", "canary-context@example.com");
    } finally {
      MDC.clear();
    }
    logger.info("done");
  }

  static void logMarked(Logger logger) {
    logger.warn(
        marker("canary-marker@example.com"), "marked {}", "canary-marked@example.com", "and more");
  }

  private static Marker marker(String name) {
    Marker marker = MarkerFactory.getDetachedMarker("M");
    marker.add(MarkerFactory.getDetachedMarker(name));
    return marker;
  }

  static Throwable failure() {
    Exception root = new IllegalStateException("root canary-root@example.com");
    Exception failure = new IllegalArgumentException("top canary-top@example.com", root);
    failure.addSuppressed(new RuntimeException("closing canary-suppressed@example.com"));
    return failure;
  }

  /** Everything, through a pattern. */
  static final class Pattern implements Callable<String> {
    @Override
    public String call() {
      return new Scenario(Scenario.pattern(Scenario.PATTERN), false)
          .written(
              logger -> {
                logMarked(logger);
                logAll(logger);
              });
    }
  }

  /** One message without arguments. */
  static final class Plain implements Callable<String> {
    @Override
    public String call() {
      return new Scenario(Scenario.pattern("%msg%mdc"), false).written(l -> l.info("plain"));
    }
  }

  /** Whether an event without findings holds the application's own objects. */
  static final class Clean implements Callable<String> {
    @Override
    public String call() {
      String message = "clean {} {} {}";
      Object[] arguments = {"a", 1, List.of("b")};
      Exception failure = new IllegalStateException("fine");
      var event =
          new Scenario(Scenario.pattern("%msg"), false)
              .events(
                  l -> {
                    l.error(message, arguments);
                    l.error("thrown", failure);
                  });
      boolean same =
          same(event.get(0).getMessage(), message)
              && same(event.get(0).getArgumentArray(), arguments)
              && same(
                  ((ThrowableProxy) event.get(1).getThrowableProxy()).getMessage(),
                  failure.getMessage());
      return same + " " + event.get(0).getFormattedMessage();
    }
  }

  /** What becomes of the application's array and map, and whether the event's map is mutable. */
  static final class Owned implements Callable<String> {
    @Override
    public String call() {
      Object[] arguments = {"canary-own@example.com", "b"};
      MDC.put("mail", "canary-own@example.com");
      try {
        var event =
            new Scenario(Scenario.pattern("%msg"), false)
                .events(l -> l.info("own {} {}", arguments))
                .get(0);
        event.getMDCPropertyMap().put("trace", "1");
        return arguments[0]
            + " "
            + MDC.get("mail")
            + " "
            + MDC.get("trace")
            + " "
            + event.getMDCPropertyMap().getClass().getSimpleName();
      } finally {
        MDC.clear();
      }
    }
  }

  private static boolean same(Object a, Object b) {
    return a == b;
  }

  /** Everything, through a queue. */
  static final class Async implements Callable<String> {
    @Override
    public String call() {
      return new Scenario(Scenario.pattern(Scenario.PATTERN), true).written(Channels::logAll);
    }
  }

  /** What the events themselves hold. */
  static final class Events implements Callable<String> {
    @Override
    public String call() {
      StringBuilder all = new StringBuilder();
      new Scenario(Scenario.pattern("%msg%n"), false)
          .events(Channels::logAll)
          .forEach(
              e ->
                  all.append(e.getMessage())
                      .append(' ')
                      .append(Arrays.deepToString(e.getArgumentArray()))
                      .append(' ')
                      .append(e.getMDCPropertyMap())
                      .append(' ')
                      .append(e.getFormattedMessage())
                      .append('\n'));
      return all.toString();
    }
  }
}
