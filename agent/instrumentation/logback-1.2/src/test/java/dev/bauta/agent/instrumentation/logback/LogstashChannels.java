package dev.bauta.agent.instrumentation.logback;

import java.util.concurrent.Callable;
import net.logstash.logback.argument.StructuredArguments;
import net.logstash.logback.encoder.LogstashEncoder;

/** The encoder most services use for JSON. */
final class LogstashChannels {

  private LogstashChannels() {}

  /** Everything, as logstash writes it. */
  static final class All implements Callable<String> {
    @Override
    public String call() {
      return new Scenario(new LogstashEncoder(), true).written(Channels::logAll);
    }
  }

  /** A structured argument in the event and in the text. */
  static final class Structured implements Callable<String> {
    @Override
    public String call() {
      Object argument = StructuredArguments.kv("who", "canary-structured@example.com");
      var event =
          new Scenario(Scenario.pattern("%msg"), false)
              .events(logger -> logger.info("seen {}", argument))
              .get(0);
      return (event.getArgumentArray()[0] == argument) + " " + event.getFormattedMessage();
    }
  }
}
