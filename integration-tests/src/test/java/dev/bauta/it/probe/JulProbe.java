package dev.bauta.it.probe;

import java.util.List;
import java.util.ResourceBundle;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.logging.XMLFormatter;

/** java.util.logging and System.Logger, to a console, an XML file and a handler of one's own. */
public final class JulProbe {

  private JulProbe() {}

  public static List<String> channels() {
    return List.of(
        "info",
        "supplier",
        "logp",
        "parameter",
        "parameters",
        "record",
        "thrown",
        "throwing",
        "cause",
        "suppressed",
        "deep",
        "throwable",
        "entering",
        "exiting",
        "bundle",
        "system",
        "systemformat",
        "systemsupplier",
        "systemobject",
        "systemthrown");
  }

  /** The XML formatter of most JDKs leaves causes and suppressed exceptions out. */
  public static List<String> xmlChannels() {
    return channels().stream()
        .filter(channel -> !List.of("cause", "deep", "suppressed").contains(channel))
        .toList();
  }

  public static void main(String[] args) throws Exception {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    Handler console = new ConsoleHandler();
    console.setFormatter(new SimpleFormatter());
    Handler file = new FileHandler(args[0]);
    file.setFormatter(new XMLFormatter());
    for (Handler handler : List.of(console, file, new OwnHandler())) {
      handler.setLevel(Level.ALL);
      root.addHandler(handler);
    }
    root.setLevel(Level.ALL);
    Logger other = Logger.getLogger("jdk.event"); // the JDK's own chatter is of no interest here
    other.setLevel(Level.OFF);
    send(Logger.getLogger("probe"));
    sendSystem(System.getLogger("probe.system"));
    file.close();
    System.out.println("probe done");
  }

  private static void send(Logger log) {
    log.info(text("info"));
    log.info(() -> text("supplier"));
    log.logp(Level.WARNING, "Desk", "open", text("logp"));
    log.log(Level.INFO, "one {0}", text("parameter"));
    log.log(Level.INFO, "many {0} {1}", new Object[] {1, text("parameters")});
    log.log(new LogRecord(Level.INFO, text("record")));
    log.log(Level.WARNING, "thrown", new IllegalStateException(text("thrown")));
    log.log(Level.WARNING, "thrown", Thrown.chain());
    log.throwing("Desk", "open", new IllegalStateException(text("throwing")));
    log.entering("Desk", "open", text("entering"));
    log.exiting("Desk", "open", text("exiting"));
    log.logrb(Level.INFO, (ResourceBundle) null, "bundle {0}", text("bundle"));
  }

  private static void sendSystem(System.Logger log) {
    log.log(System.Logger.Level.INFO, text("system"));
    log.log(System.Logger.Level.INFO, "system {0}", text("systemformat"));
    log.log(System.Logger.Level.INFO, () -> text("systemsupplier"));
    log.log(System.Logger.Level.INFO, new StringBuilder(text("systemobject")));
    log.log(System.Logger.Level.WARNING, "thrown", new IllegalStateException(text("systemthrown")));
  }

  private static String text(String channel) {
    return new Canary(channel).text();
  }

  /** A handler of the application: it reads the record itself, formatters are not asked. */
  private static final class OwnHandler extends StreamHandler {
    @Override
    public synchronized void publish(LogRecord logged) {
      StringBuilder line = new StringBuilder("own handler: ").append(logged.getMessage());
      if (logged.getParameters() != null) {
        for (Object parameter : logged.getParameters()) {
          line.append(" | ").append(parameter);
        }
      }
      for (Throwable t = logged.getThrown(); t != null; t = t.getCause()) {
        line.append(" | ").append(t.getClass().getName());
      }
      System.out.println(line);
    }
  }
}
