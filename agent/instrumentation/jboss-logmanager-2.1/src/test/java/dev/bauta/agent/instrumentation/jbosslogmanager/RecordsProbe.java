package dev.bauta.agent.instrumentation.jbosslogmanager;

import java.util.function.Function;
import java.util.logging.Level;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.Logger;
import org.jboss.logmanager.MDC;
import org.jboss.logmanager.NDC;

/** Logs with a log context of its own, and says what a handler gets. */
public final class RecordsProbe implements Function<Object, String> {

  private final StringBuilder said = new StringBuilder();

  private final class Saying extends ExtHandler {
    @Override
    protected void doPublish(ExtLogRecord record) {
      said.append(record.getFormattedMessage())
          .append(" style ")
          .append(record.getFormatStyle())
          .append(" mdc ")
          .append(record.getMdcCopy())
          .append(' ')
          .append(record.getMdc("who"))
          .append(" ndc ")
          .append(record.getNdc())
          .append(" thrown ")
          .append(record.getThrown())
          .append('\n');
    }
  }

  @Override
  public String apply(Object ignored) {
    LogContext context = LogContext.create();
    Logger logger = context.getLogger("probe.log");
    logger.setLevel(Level.ALL);
    logger.addHandler(new Saying());
    MDC.put("who", "mdc ada@example.com");
    MDC.put("token", "opensesame");
    NDC.push("ndc ada@example.com");
    logger.info("plain ada@example.com");
    MDC.clear();
    NDC.clear();
    logger.log(Level.INFO, "numbered {0} it''s", new Object[] {"ada@example.com"});
    logger.logRaw(printf("printf %s and %05d, braces {0}", "ada@example.com", 7));
    logger.logRaw(printf("clean printf %s and %05d, braces {0}", "nobody", 7));
    logger.logRaw(raw("raw ada@example.com {0} %s"));
    logger.log(Level.WARNING, "thrown", new IllegalStateException("ada@example.com"));
    logger.log(Level.INFO, "clean {0}", 42);
    return said.toString();
  }

  private static ExtLogRecord printf(String message, Object... parameters) {
    ExtLogRecord record =
        new ExtLogRecord(Level.INFO, message, ExtLogRecord.FormatStyle.PRINTF, "probe");
    record.setParameters(parameters);
    return record;
  }

  private static ExtLogRecord raw(String message) {
    return new ExtLogRecord(Level.INFO, message, ExtLogRecord.FormatStyle.NO_FORMAT, "probe");
  }
}
