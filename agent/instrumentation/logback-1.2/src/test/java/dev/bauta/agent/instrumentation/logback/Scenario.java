package dev.bauta.agent.instrumentation.logback;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Logging as an application does it; loaded beside each version of Logback. */
final class Scenario {

  static final String PATTERN =
      "%level %marker msg=%msg mdc=%mdc one=%X{mail} %n%ex{full}%rootException%n%xEx%n";

  private final LoggerContext context;
  private final Logger logger;
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();
  private final CountingAppender appender = new CountingAppender();

  Scenario(Encoder<ILoggingEvent> encoder, boolean async) {
    context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    logger = context.getLogger("shop");
    logger.setLevel(Level.TRACE);
    logger.setAdditive(false);
    encoder.setContext(context);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(output);
    appender.start();
    events.setContext(context);
    events.start();
    logger.addAppender(events);
    if (async) {
      AsyncAppender queue = new AsyncAppender();
      queue.setContext(context);
      queue.addAppender(appender);
      queue.start();
      logger.addAppender(queue);
    } else {
      logger.addAppender(appender);
    }
  }

  static Encoder<ILoggingEvent> pattern(String pattern) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setPattern(pattern);
    return encoder;
  }

  /** What the encoder wrote while the code logged. */
  String written(Consumer<Logger> code) {
    code.accept(logger);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (appender.written.get() < events.list.size() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000); // not stop(): it loses events of an async appender
    }
    context.stop();
    return output.toString(StandardCharsets.UTF_8);
  }

  /** The events themselves, as appenders get them. */
  List<ILoggingEvent> events(Consumer<Logger> code) {
    code.accept(logger);
    return events.list;
  }

  private static final class CountingAppender extends OutputStreamAppender<ILoggingEvent> {
    private final AtomicInteger written = new AtomicInteger();

    @Override
    protected void append(ILoggingEvent event) {
      super.append(event);
      written.incrementAndGet();
    }
  }
}
