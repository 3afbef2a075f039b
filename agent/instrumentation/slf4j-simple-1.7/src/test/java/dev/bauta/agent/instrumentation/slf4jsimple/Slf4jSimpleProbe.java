package dev.bauta.agent.instrumentation.slf4jsimple;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs to what is standard error for as long. */
public final class Slf4jSimpleProbe implements Function<Object, String> {

  @Override
  public String apply(Object ignored) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true));
    try {
      Logger log = LoggerFactory.getLogger("probe.log");
      log.info("plain ada@example.com");
      log.info("one {}", "ada@example.com");
      log.info("two {} {}", "ada@example.com", 42);
      log.info("more {} {} {}", "opensesame", "ada@example.com", 42);
      log.error("thrown", new IllegalStateException("ada@example.com"));
      log.warn("clean {}", 42);
    } finally {
      System.setErr(before);
    }
    return said.toString();
  }
}
