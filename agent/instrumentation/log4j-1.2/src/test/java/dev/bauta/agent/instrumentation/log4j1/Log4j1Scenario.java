package dev.bauta.agent.instrumentation.log4j1;

import java.io.StringWriter;
import org.apache.log4j.AsyncAppender;
import org.apache.log4j.Logger;
import org.apache.log4j.MDC;
import org.apache.log4j.NDC;
import org.apache.log4j.PatternLayout;
import org.apache.log4j.WriterAppender;
import org.apache.log4j.xml.XMLLayout;

/** Logs a different address in every way; run in a JVM of its own, with the agent and without. */
final class Log4j1Scenario {

  private Log4j1Scenario() {}

  public static void main(String[] arguments) {
    StringWriter output = new StringWriter();
    Logger root = Logger.getRootLogger();
    root.addAppender(new WriterAppender(new PatternLayout("%m %x %X %X{who} %M%n"), output));
    XMLLayout xml = new XMLLayout();
    xml.setProperties(true);
    AsyncAppender later = new AsyncAppender();
    later.addAppender(new WriterAppender(xml, output));
    root.addAppender(later);

    MDC.put("who", "canary-mdc@example.com");
    NDC.push("canary-ndc@example.com");
    root.info("message canary-message@example.com");
    root.info(new StringBuilder("object canary-object@example.com"));
    Exception cause = new IllegalStateException("canary-cause@example.com");
    root.error("thrown", new IllegalArgumentException("canary-thrown@example.com", cause));
    later.close();
    System.out.println(output);
    System.out.println("finished");
  }
}
