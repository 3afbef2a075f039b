package dev.bauta.agent.instrumentation.logback;

import ch.qos.logback.classic.html.HTMLLayout;
import ch.qos.logback.classic.log4j.XMLLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Layout;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;

/** Layouts that read the event by themselves. */
final class LayoutChannels {

  private LayoutChannels() {}

  static final class Html implements Callable<String> {
    @Override
    public String call() {
      HTMLLayout layout = new HTMLLayout();
      layout.setPattern("%level%msg%mdc%marker");
      return written(layout);
    }
  }

  static final class Xml implements Callable<String> {
    @Override
    public String call() {
      XMLLayout layout = new XMLLayout();
      layout.setProperties(true);
      return written(layout);
    }
  }

  private static String written(Layout<ILoggingEvent> layout) {
    layout.setContext((ch.qos.logback.core.Context) LoggerFactory.getILoggerFactory());
    layout.start();
    LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
    encoder.setLayout(layout);
    return new Scenario(encoder, false)
        .written(
            logger -> {
              Channels.logMarked(logger);
              Channels.logAll(logger);
            });
  }
}
