package dev.bauta.agent.instrumentation.log4j2;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.Configurator;

/** Prints how many bytes a thread allocates for 100,000 lines in which nothing is found. */
final class GarbageFreeMain {

  private static final int LINES = 100_000;

  private GarbageFreeMain() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Files.createTempFile("log4j2", "log");
    String xml =
        "<Configuration status='OFF'><Appenders><RandomAccessFile name='f' fileName='"
            + file
            + "'><PatternLayout pattern='%p %c{1.} %m %X%n'/></RandomAccessFile></Appenders>"
            + "<Loggers><Root level='INFO'><AppenderRef ref='f'/></Root></Loggers></Configuration>";
    LoggerContext context =
        Configurator.initialize(
            null,
            new ConfigurationSource(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    Logger logger = LogManager.getLogger("shop.orders");
    ThreadContext.put("trace", "af31");
    lines(logger); // what is warmed up
    lines(logger);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    lines(logger);
    long after = threads.getThreadAllocatedBytes(id);
    logger.info("order for {}", "canary-shown@example.com");
    context.stop();
    String written = Files.readString(file);
    System.out.println(
        "allocated " + (after - before) + " shown " + written.contains("canary-shown"));
  }

  private static void lines(Logger logger) {
    for (int i = 0; i < LINES; i++) {
      logger.info("order placed for shop {} in {}", "north", "spring");
      logger.info("plain words");
    }
  }
}
