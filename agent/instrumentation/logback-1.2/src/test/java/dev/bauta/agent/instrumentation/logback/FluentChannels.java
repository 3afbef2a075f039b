package dev.bauta.agent.instrumentation.logback;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.event.KeyValuePair;

/** What came with SLF4J 2. */
final class FluentChannels {

  private FluentChannels() {}

  static void log(Logger logger) {
    logger
        .atInfo()
        .addKeyValue("who", "canary-pair@example.com")
        .addKeyValue("pin", 1234)
        .addKeyValue("nobody", (Object) null)
        .addKeyValue("failure", new IllegalStateException("canary-thrown@example.com"))
        .addKeyValue("person", new Channels.Person("canary-person@example.com"))
        .addArgument("canary-fluent@example.com")
        .log("fluent {}");
  }

  /** Through a pattern. */
  static final class Pattern implements Callable<String> {
    @Override
    public String call() {
      return new Scenario(Scenario.pattern("%msg %kvp%n"), false).written(FluentChannels::log);
    }
  }

  /** Everything, as Logback's own JSON. */
  static final class Json implements Callable<String> {
    @Override
    public String call() {
      JsonEncoder encoder = new JsonEncoder();
      return new Scenario(encoder, true)
          .written(
              logger -> {
                Channels.logAll(logger);
                Channels.logMarked(logger);
                log(logger);
                logger.info("pin={} user '{}'", "canary-label", "ada");
                logger.info("{}: {}", "pin", "canary-label");
              });
    }
  }

  /** The pairs of an event that an application made itself. */
  static final class OwnPairs implements Callable<String> {
    @Override
    public String call() {
      KeyValuePair mine = new KeyValuePair("who", "canary-mine@example.com");
      KeyValuePair fine = new KeyValuePair("order", 42);
      List<KeyValuePair> kept =
          new Scenario(Scenario.pattern("%msg"), false)
              .events(
                  logger -> {
                    var event =
                        new ch.qos.logback.classic.spi.LoggingEvent(
                            "x", logger, ch.qos.logback.classic.Level.INFO, "m", null, null);
                    event.addKeyValuePair(mine);
                    event.addKeyValuePair(fine);
                    logger.callAppenders(event);
                  })
              .get(0)
              .getKeyValuePairs();
      return mine.value + " " + kept.get(0).value + " " + kept.contains(fine);
    }
  }
}
