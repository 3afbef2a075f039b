package dev.bauta.agent.instrumentation.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEventVO;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
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

  /** Events as a socket appender sends them. */
  static final class Serialised implements Callable<String> {
    @Override
    public String call() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      var events =
          new Scenario(Scenario.pattern("%msg"), false)
              .events(
                  logger -> {
                    Channels.logAll(logger);
                    logger.info(
                        "seen {}", StructuredArguments.kv("who", "canary-structured@example.com"));
                  });
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        for (ILoggingEvent event : events) {
          out.writeObject(LoggingEventVO.build(event));
        }
      }
      return bytes.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
