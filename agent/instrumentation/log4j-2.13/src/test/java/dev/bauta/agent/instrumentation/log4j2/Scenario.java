package dev.bauta.agent.instrumentation.log4j2;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.Configurator;

/** Logging as an application does it, into one file a layout; loaded beside each version. */
abstract class Scenario implements Callable<Map<String, String>> {

  private static final String SELECTOR = "Log4jContextSelector";

  private static final Map<String, String> LAYOUTS = new TreeMap<>();

  static {
    LAYOUTS.put(
        "pattern",
        "<PatternLayout pattern='%c %m %X{mail} %X %x %marker %markerSimpleName %K{mail} %K{pin}"
            + " $${ctx:mail}%n%ex%n'/>");
    LAYOUTS.put("short", "<PatternLayout pattern='%m %ex{short.message} %ex{short}%n'/>");
    LAYOUTS.put("xEx", "<PatternLayout pattern='%msg %xEx%n'/>");
    LAYOUTS.put("rEx", "<PatternLayout pattern='%message %rEx%n'/>");
    LAYOUTS.put("json", "<JsonLayout compact='true' eventEol='true' properties='true'/>");
    LAYOUTS.put("xml", "<XmlLayout compact='true' properties='true'/>");
    LAYOUTS.put("gelf", "<GelfLayout compressionType='OFF'/>");
    LAYOUTS.put("html", "<HtmlLayout/>");
    LAYOUTS.put(
        "rfc5424",
        "<Rfc5424Layout appName='app' enterpriseNumber='18060' includeMDC='true' mdcId='mdc'"
            + " newLine='true' exceptionPattern='%ex'/>");
    LAYOUTS.put("ecs", "<EcsLayout serviceName='shop' includeMarkers='true'/>");
    LAYOUTS.put("ecsArray", "<EcsLayout stackTraceAsArray='true'/>");
  }

  private static final String TEMPLATE =
      """
      {"message": {"$resolver": "message", "stringified": true},
       "object": {"$resolver": "message"},
       "parameters": {"$resolver": "messageParameter"},
       "printed": {"$resolver": "messageParameter", "stringified": true},
       "mdc": {"$resolver": "mdc"}, "ndc": {"$resolver": "ndc"},
       "marker": {"$resolver": "marker", "field": "name"},
       "map": {"$resolver": "map", "key": "mail"},
       "error": {"$resolver": "exception", "field": "message"},
       "trace": {"$resolver": "exception", "field": "stackTrace", "stringified": true,
                 "stackTrace": {"stringified": true}}}
      """;

  /** Logs through the logger. */
  abstract void log(Logger logger);

  /** How loggers are declared; {@code %s} takes the references. */
  String loggers() {
    return "<Loggers><Root level='TRACE'>%s</Root></Loggers>";
  }

  /** The class that selects contexts, or null for Log4j's own choice. */
  String selector() {
    return null;
  }

  /** What each layout wrote. */
  @Override
  public Map<String, String> call() throws IOException {
    Path folder = Files.createTempDirectory("log4j2");
    if (selector() != null) {
      System.setProperty(SELECTOR, selector());
    }
    try {
      LoggerContext context = start(folder);
      log(LogManager.getLogger("shop"));
      LogManager.getLogger("shop").info("done");
      context.stop();
      return read(folder);
    } finally {
      System.clearProperty(SELECTOR);
    }
  }

  private LoggerContext start(Path folder) throws IOException {
    StringBuilder appenders = new StringBuilder();
    StringBuilder references = new StringBuilder();
    layouts()
        .forEach(
            (name, layout) -> {
              appenders.append(
                  "<File name='%s' fileName='%s'>%s</File>"
                      .formatted(name, folder.resolve(name), layout));
              references.append("<AppenderRef ref='%s'/>".formatted(name));
            });
    String xml =
        "<Configuration status='OFF'><Appenders>"
            + appenders
            + "</Appenders>"
            + loggers().formatted(references)
            + "</Configuration>";
    var source =
        new ConfigurationSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    return Configurator.initialize(Scenario.class.getClassLoader(), source);
  }

  private static Map<String, String> layouts() {
    Map<String, String> layouts = new TreeMap<>(LAYOUTS);
    try {
      Class.forName("org.apache.logging.log4j.layout.template.json.JsonTemplateLayout");
      layouts.put(
          "template",
          "<JsonTemplateLayout><EventTemplate><![CDATA[%s]]></EventTemplate></JsonTemplateLayout>"
              .formatted(TEMPLATE));
      layouts.put(
          "templateEcs", "<JsonTemplateLayout eventTemplateUri='classpath:EcsLayout.json'/>");
    } catch (ClassNotFoundException before214) {
      // came later
    }
    return layouts;
  }

  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> written = new TreeMap<>();
    try (var files = Files.list(folder)) {
      files.forEach(
          file -> {
            try {
              written.put(file.getFileName().toString(), Files.readString(file));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return written;
  }
}
