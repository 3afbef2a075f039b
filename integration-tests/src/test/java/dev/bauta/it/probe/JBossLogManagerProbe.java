package dev.bauta.it.probe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.MDC;
import org.jboss.logmanager.NDC;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.AsyncHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.jboss.logmanager.handlers.FileHandler;

/** JBoss LogManager in the place of the JDK's, as text and as JSON, at once and later. */
public final class JBossLogManagerProbe {

  private JBossLogManagerProbe() {}

  /**
   * @param args the file of the asynchronous handler
   */
  public static void main(String[] args) throws Exception {
    System.out.println("manager " + java.util.logging.LogManager.getLogManager().getClass());
    org.jboss.logmanager.Logger root = LogContext.getLogContext().getLogger("");
    ConsoleHandler text = new ConsoleHandler(new PatternFormatter("TEXT %c %p %x %X - %m%n%e"));
    text.setTarget(ConsoleHandler.Target.SYSTEM_OUT);
    ConsoleHandler json = new ConsoleHandler(new JsonFormatter());
    json.setTarget(ConsoleHandler.Target.SYSTEM_OUT);
    Path file = Path.of(args[0]);
    AsyncHandler later = new AsyncHandler();
    later.addHandler(new FileHandler(new PatternFormatter("%c %x %X - %m%n%e"), file.toFile()));
    root.addHandler(text);
    root.addHandler(json);
    root.addHandler(later);

    Logger log = Logger.getLogger("probe");
    log.info(text("message"));
    log.log(Level.INFO, "parameter {0}", text("parameter"));
    ExtLogRecord printf =
        new ExtLogRecord(Level.INFO, "printf %s", ExtLogRecord.FormatStyle.PRINTF, "probe");
    printf.setLoggerName("probe");
    printf.setParameters(new Object[] {text("printf")});
    log.log(printf);
    NDC.push(text("nested"));
    MDC.put("customer", text("mdc"));
    log.info("with context");
    NDC.clear();
    MDC.clear();
    System.getLogger("probe").log(System.Logger.Level.INFO, text("platform"));
    log.log(Level.SEVERE, "thrown", Thrown.chain());
    log.info("last line");
    long end = System.nanoTime() + 30_000_000_000L;
    while (!Files.readString(file).contains("last line") && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    System.out.println("probe done");
  }

  private static String text(String channel) {
    return new Canary(channel).text();
  }
}
