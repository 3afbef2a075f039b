package dev.bauta.agent.instrumentation.commonslogging;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.Function;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.impl.SimpleLog;

/** Logs to what is standard error for as long. */
public final class CommonsLoggingProbe implements Function<Object, String> {

  @Override
  public String apply(Object ignored) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true));
    try {
      Log log = new SimpleLog("probe.log");
      log.info("plain ada@example.com");
      log.info(new StringBuilder("object ada@example.com opensesame"));
      log.error("thrown", new IllegalStateException("ada@example.com"));
      log.warn("clean 42");
    } finally {
      System.setErr(before);
    }
    return said.toString();
  }
}
