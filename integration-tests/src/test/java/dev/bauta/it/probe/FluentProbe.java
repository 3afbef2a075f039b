package dev.bauta.it.probe;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What only SLF4J 2 can send: the fluent calls and key-value pairs. */
public final class FluentProbe {

  private static final Logger log = LoggerFactory.getLogger(FluentProbe.class);

  private FluentProbe() {}

  public static List<String> channels() {
    return List.of(
        "fluentmessage",
        "fluentargument",
        "fluentsupplied",
        "keyvalue",
        "keyobject",
        "fluentcause",
        "fluentplain");
  }

  static void send() {
    log.atInfo().log(LogbackProbe.text("fluentplain"));
    log.atInfo().setMessage(LogbackProbe.text("fluentmessage")).log();
    log.atInfo().addArgument(LogbackProbe.text("fluentargument")).log("fluent {}");
    log.atInfo().addArgument(() -> LogbackProbe.text("fluentsupplied")).log("supplied {}");
    log.atInfo().addKeyValue("customer", LogbackProbe.text("keyvalue")).log("pair");
    log.atInfo()
        .addKeyValue("builder", new StringBuilder(LogbackProbe.text("keyobject")))
        .log("pair with characters");
    log.atWarn()
        .setCause(new IllegalStateException(LogbackProbe.text("fluentcause")))
        .log("fluent cause");
  }
}
