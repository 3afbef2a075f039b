package dev.bauta.agent.instrumentation.log4j2;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.message.EntryMessage;
import org.apache.logging.log4j.message.FormattedMessage;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.MessageFormatMessage;
import org.apache.logging.log4j.message.ObjectArrayMessage;
import org.apache.logging.log4j.message.ObjectMessage;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.message.StringFormattedMessage;
import org.apache.logging.log4j.message.StringMapMessage;
import org.apache.logging.log4j.message.StructuredDataMessage;

/** Every way in which an application gives a value to Log4j. */
final class Channels {

  /** The values that a layout of any kind shows without the agent. */
  static final List<String> PLANTED =
      List.of(
          "param",
          "second",
          "extra",
          "lone",
          "simple",
          "chars",
          "object",
          "array",
          "supplied",
          "lazy",
          "printf",
          "fluent",
          "builder",
          "m-simple",
          "m-param",
          "m-format",
          "m-string",
          "m-message",
          "m-object",
          "m-array",
          "m-map",
          "m-data",
          "m-text",
          "m-own",
          "m-forms",
          "entry",
          "exit",
          "context",
          "stack",
          "marker",
          "top",
          "cause",
          "suppressed",
          "worded",
          "caught");

  private Channels() {}

  private static String mail(String channel) {
    return "canary-" + channel + "@example.com";
  }

  static void logAll(Logger logger) {
    texts(logger);
    messages(logger);
    context(logger);
    throwables(logger);
  }

  private static void texts(Logger logger) {
    logger.info("typed {}", mail("param"));
    logger.info("typed {} {} and {}", 1, mail("second"), "c");
    logger.info("typed {}", "clean", mail("extra"));
    logger.info("halves {}x{}", "a", new Person(mail("lone")));
    logger.info(mail("simple"));
    logger.info(new StringBuilder("chars ").append(mail("chars")));
    logger.info((Object) new Person(mail("object")));
    logger.info("array {}", (Object) new String[] {mail("array")});
    logger.info(() -> "supplied " + mail("supplied"));
    logger.info("lazily {}", () -> mail("lazy"));
    logger.printf(org.apache.logging.log4j.Level.INFO, "%s!", mail("printf"));
    logger.atInfo().withThrowable(new IllegalStateException(mail("fluent"))).log("fluent");
    logger.atInfo().log("built {}", new Object[] {mail("builder")});
    LogManager.getFormatterLogger("shop").info("card %d", 4111111111111111L);
  }

  private static void messages(Logger logger) {
    logger.info((Message) new SimpleMessage(mail("m-simple")));
    logger.info(new ParameterizedMessage("m {}", mail("m-param")));
    logger.info(new FormattedMessage("m %s", mail("m-format")));
    logger.info(new StringFormattedMessage("m %s", mail("m-string")));
    logger.info(new MessageFormatMessage("m {0}", mail("m-message")));
    logger.info(new ObjectMessage(Map.of("mail", mail("m-object"))));
    logger.info(new ObjectArrayMessage("m", mail("m-array")));
    logger.info(new StringMapMessage().with("mail", mail("m-map")).with("pin", "canary-7@pin"));
    StructuredDataMessage data =
        new StructuredDataMessage("order@18060", "text " + mail("m-text"), "audit");
    data.put("mail", mail("m-data"));
    logger.info(data);
    logger.info(new OwnMessage(mail("m-own")));
    logger.info(new OwnForms(mail("m-forms")));
    EntryMessage entry = logger.traceEntry("in {}", mail("entry"));
    logger.traceExit(entry, mail("exit"));
  }

  private static void context(Logger logger) {
    ThreadContext.put("mail", mail("context"));
    ThreadContext.put("secretKey", "canary-8@secret");
    ThreadContext.put("trace", "7");
    ThreadContext.push(mail("stack"));
    try {
      logger.info("in context");
      logger.info(MarkerManager.getMarker(mail("marker")), "marked");
    } finally {
      ThreadContext.clearAll();
    }
  }

  private static void throwables(Logger logger) {
    RuntimeException top =
        new IllegalArgumentException(mail("top"), new IllegalStateException(mail("cause")));
    top.addSuppressed(new RuntimeException(mail("suppressed")));
    logger.error("failed", top);
    logger.error("failed for {}", "x", new Worded(mail("worded")));
    logger.catching(new IllegalStateException(mail("caught")));
  }

  private static final class Person {
    private final String mail;

    Person(String mail) {
      this.mail = mail;
    }

    @Override
    public String toString() {
      return "Person[mail=" + mail + "]";
    }
  }

  private static final class Worded extends RuntimeException {
    private static final long serialVersionUID = 1;

    Worded(String message) {
      super(message);
    }

    @Override
    public String getLocalizedMessage() {
      return getMessage().toLowerCase(Locale.ROOT);
    }
  }

  private static class OwnMessage implements Message {
    private static final long serialVersionUID = 1;
    final String text;

    OwnMessage(String text) {
      this.text = text;
    }

    @Override
    public String getFormattedMessage() {
      return "own " + text;
    }

    @Override
    public String getFormat() {
      return text;
    }

    @Override
    public Object[] getParameters() {
      return new Object[] {text};
    }

    @Override
    public Throwable getThrowable() {
      return null;
    }
  }

  private static final class OwnForms extends OwnMessage
      implements org.apache.logging.log4j.message.MultiformatMessage {
    private static final long serialVersionUID = 1;

    OwnForms(String text) {
      super(text);
    }

    @Override
    public String getFormattedMessage() {
      return "nothing to see";
    }

    @Override
    public String getFormattedMessage(String[] formats) {
      return "{\"mail\":\"" + text + "\"}";
    }

    @Override
    public String[] getFormats() {
      return new String[] {"JSON"};
    }
  }

  static final class Sync extends Scenario {
    @Override
    void log(Logger logger) {
      logAll(logger);
    }
  }

  static final class Mixed extends Scenario {
    @Override
    void log(Logger logger) {
      logAll(logger);
    }

    @Override
    String loggers() {
      return "<Loggers><AsyncRoot level='TRACE' includeLocation='false'>%s</AsyncRoot></Loggers>";
    }
  }

  static final class AllAsync extends Scenario {
    @Override
    void log(Logger logger) {
      logAll(logger);
    }

    @Override
    String selector() {
      return "org.apache.logging.log4j.core.async.AsyncLoggerContextSelector";
    }
  }
}
