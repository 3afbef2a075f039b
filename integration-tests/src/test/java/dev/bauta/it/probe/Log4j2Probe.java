package dev.bauta.it.probe;

import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.message.FormattedMessage;
import org.apache.logging.log4j.message.ObjectMessage;
import org.apache.logging.log4j.message.StringMapMessage;
import org.apache.logging.log4j.message.StructuredDataMessage;

/** Everything that Log4j 2.13 takes. The test's configuration says what it is written to. */
public final class Log4j2Probe {

  private Log4j2Probe() {}

  public static List<String> channels() {
    return List.of(
        "message",
        "argument",
        "second",
        "builder",
        "object",
        "supplied",
        "formatted",
        "parameter",
        "map",
        "data",
        "datatext",
        "entered",
        "fluent",
        "context",
        "nested",
        "throwable",
        "cause",
        "suppressed",
        "deep");
  }

  public static void main(String[] args) {
    Logger log = LogManager.getLogger(Log4j2Probe.class);
    texts(log);
    messages(log);
    ThreadContext.put("customer", text("context"));
    ThreadContext.push(text("nested"));
    log.info("in context");
    ThreadContext.clearAll();
    log.warn("thrown", Thrown.chain());
    LogManager.shutdown();
    System.out.println("probe done");
  }

  private static void texts(Logger log) {
    log.info(text("message"));
    log.info("one {}", text("argument"));
    log.info("two {} {}", 1, text("second"));
    log.info("characters {}", new StringBuilder(text("builder")));
    log.info(() -> "supplied " + text("supplied"));
    log.info(MarkerManager.getMarker("PROBE"), (Object) new Printed(text("object")));
    log.atInfo()
        .withThrowable(new IllegalStateException("plain"))
        .log("f {}", new Object[] {text("fluent")});
  }

  private static void messages(Logger log) {
    log.info(new FormattedMessage("formatted %s", text("formatted")));
    log.info(new ObjectMessage(Map.of("told", text("parameter"))));
    log.info(new StringMapMessage().with("note", text("map")));
    StructuredDataMessage data =
        new StructuredDataMessage("order@18060", text("datatext"), "audit");
    data.put("note", text("data"));
    log.info(data);
    log.traceExit(log.traceEntry("entered {}", text("entered")), 7);
  }

  private static String text(String channel) {
    return new Canary(channel).text();
  }

  /** An object that nobody has marked, which tells everything when printed. */
  private record Printed(String told) {
    @Override
    public String toString() {
      return "Printed " + told;
    }
  }
}
