package dev.bauta.it.probe;

import java.util.List;
import org.apache.log4j.AsyncAppender;
import org.apache.log4j.ConsoleAppender;
import org.apache.log4j.FileAppender;
import org.apache.log4j.HTMLLayout;
import org.apache.log4j.Logger;
import org.apache.log4j.MDC;
import org.apache.log4j.NDC;
import org.apache.log4j.PatternLayout;
import org.apache.log4j.xml.XMLLayout;

/**
 * Log4j 1 through its layouts, at once and later, and through commons-logging where it is there.
 */
public final class Log4j1Probe {

  private static final Logger log = Logger.getLogger(Log4j1Probe.class);

  private Log4j1Probe() {}

  public static List<String> channels() {
    return List.of(
        "message", "object", "nested", "mdc", "throwable", "cause", "suppressed", "deep", "format");
  }

  /** The HTML layout leaves the context's map out. */
  public static List<String> htmlChannels() {
    return channels().stream().filter(channel -> !channel.equals("mdc")).toList();
  }

  /**
   * @param args the file for the asynchronous XML
   */
  public static void main(String[] args) throws Exception {
    Logger root = Logger.getRootLogger();
    root.addAppender(new ConsoleAppender(new PatternLayout("%d %p [%t] %c %x %X - %m%n")));
    HTMLLayout html = new HTMLLayout();
    root.addAppender(new FileAppender(html, args[0] + ".html"));
    XMLLayout xml = new XMLLayout();
    xml.setProperties(true);
    AsyncAppender later = new AsyncAppender();
    later.addAppender(new FileAppender(xml, args[0]));
    root.addAppender(later);

    log.info(text("message"));
    log.info(new StringBuilder(text("object")));
    NDC.push(text("nested"));
    log.info("nested context");
    NDC.remove();
    MDC.put("customer", text("mdc"));
    log.info("with context");
    MDC.remove("customer");
    log.error("thrown", Thrown.chain());
    log.warn(String.format("formatted %s", text("format")));
    org.apache.log4j.LogManager.shutdown();
    System.out.println("probe done");
  }

  private static String text(String channel) {
    return new Canary(channel).text();
  }
}
