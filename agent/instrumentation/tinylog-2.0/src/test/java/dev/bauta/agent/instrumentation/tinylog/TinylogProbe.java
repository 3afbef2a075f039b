package dev.bauta.agent.instrumentation.tinylog;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.Function;
import org.tinylog.Logger;
import org.tinylog.ThreadContext;
import org.tinylog.configuration.Configuration;

/** Logs to what is standard output for as long. */
public final class TinylogProbe implements Function<Object, String> {

  @Override
  public String apply(Object ignored) {
    Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    PrintStream before = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true));
    try {
      Configuration.set("writer", "console");
      Configuration.set("writer.stream", "out");
      Configuration.set("writer.format", "{class} {context: who} {message}");
      ThreadContext.put("who", "context ada@example.com");
      Logger.info("plain ada@example.com");
      ThreadContext.clear();
      Logger.info("one {}", "ada@example.com");
      Logger.info((Object) new StringBuilder("object ada@example.com opensesame"));
      Logger.tag("people").warn(new IllegalStateException("ada@example.com"), "thrown");
      Logger.info("clean {}", 42);
    } finally {
      System.setOut(before);
    }
    return said.toString();
  }
}
