package dev.bauta.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Logback configuration that writes every event through several encoders at once, each to a file
 * of its own, synchronously and through the asynchronous appender.
 */
final class LogbackFiles {

  private static final String PATTERN =
      "%d %-5level [%thread] %logger{0} %X - %msg %KVP%n%ex{full}";

  private final Path folder;
  private final Map<String, String> encoders = new LinkedHashMap<>();

  LogbackFiles(Path folder) {
    this.folder = folder;
  }

  /** The pattern encoder; {@code fluent} where the version knows key-value pairs. */
  LogbackFiles pattern(boolean fluent) {
    String pattern = PATTERN.replace("%KVP", fluent ? "%kvp" : "");
    return add("pattern", "ch.qos.logback.classic.encoder.PatternLayoutEncoder", pattern(pattern));
  }

  /** Logback's own JSON, from 1.3.8 and 1.4.8 on. */
  LogbackFiles json() {
    return add(
        "json",
        "ch.qos.logback.classic.encoder.JsonEncoder",
        "<withFormattedMessage>true</withFormattedMessage><withArguments>true</withArguments>");
  }

  LogbackFiles logstash() {
    return add(
        "logstash",
        "net.logstash.logback.encoder.LogstashEncoder",
        "<provider class=\"net.logstash.logback.composite.loggingevent.ArgumentsJsonProvider\">"
            + "<includeNonStructuredArguments>true</includeNonStructuredArguments></provider>"
            + "<provider class=\"net.logstash.logback.composite.loggingevent.RawMessageJsonProvider\"/>");
  }

  Path folder() {
    return folder;
  }

  /** Writes the configuration and returns its path. */
  Path write() {
    StringBuilder xml = new StringBuilder("<configuration>\n");
    StringBuilder root = new StringBuilder();
    encoders.forEach(
        (name, encoder) -> {
          xml.append(file(name, encoder)).append(file("async-" + name, encoder));
          xml.append("<appender name=\"q-").append(name);
          xml.append("\" class=\"ch.qos.logback.classic.AsyncAppender\">");
          xml.append("<discardingThreshold>0</discardingThreshold>");
          xml.append("<appender-ref ref=\"async-").append(name).append("\"/></appender>\n");
          root.append("<appender-ref ref=\"").append(name).append("\"/>");
          root.append("<appender-ref ref=\"q-").append(name).append("\"/>");
        });
    xml.append("<root level=\"INFO\">").append(root).append("</root>\n</configuration>\n");
    try {
      return Files.writeString(folder.resolve("logback.xml"), xml);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What was written, by encoder; the asynchronous ones are named {@code async-}. */
  Map<String, String> read() {
    Map<String, String> written = new LinkedHashMap<>();
    for (String name : encoders.keySet()) {
      written.put(name, text(name));
      written.put("async-" + name, text("async-" + name));
    }
    return written;
  }

  /** Takes the written files away, for another run with the same configuration. */
  void delete() {
    for (String name : encoders.keySet()) {
      try {
        Files.delete(folder.resolve(name + ".log"));
        Files.delete(folder.resolve("async-" + name + ".log"));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private LogbackFiles add(String name, String type, String body) {
    encoders.put(name, "<encoder class=\"" + type + "\">" + body + "</encoder>");
    return this;
  }

  private String file(String name, String encoder) {
    return "<appender name=\""
        + name
        + "\" class=\"ch.qos.logback.core.FileAppender\"><file>"
        + folder.resolve(name + ".log")
        + "</file>"
        + encoder
        + "</appender>\n";
  }

  private String text(String name) {
    try {
      return Files.readString(folder.resolve(name + ".log"), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String pattern(String pattern) {
    return "<pattern>" + pattern + "</pattern>";
  }
}
