package dev.bauta.cli;

import dev.bauta.engine.PiiType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A scan's report for code scanning: SARIF 2.1.0 (OASIS standard, 27 March 2020). A type is a rule,
 * a finding a result.
 */
final class SarifReport {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private SarifReport() {}

  static void write(List<FileReport> reports, Streams streams) {
    List<String> ids = ids(reports);
    JsonWriter json = new JsonWriter(streams.printUtf8());
    json.object();
    json.name("$schema").value(SCHEMA);
    json.name("version").value("2.1.0");
    json.name("runs").array().object();
    tool(json, ids);
    json.name("columnKind").value("utf16CodeUnits");
    json.name("results").array();
    for (FileReport report : reports) {
      results(json, report, ids);
    }
    json.endArray();
    // more than there are results, where --max-locations left some out
    json.name("properties").object();
    json.name("findings").value(reports.stream().mapToLong(FileReport::count).sum()).endObject();
    json.endObject().endArray().endObject().end();
  }

  private static List<String> ids(List<FileReport> reports) {
    TreeSet<String> ids = new TreeSet<>(Comparator.naturalOrder());
    for (FileReport report : reports) {
      report.types().forEach(found -> ids.add(found.type().id()));
    }
    return new ArrayList<>(ids);
  }

  private static void tool(JsonWriter json, List<String> ids) {
    json.name("tool").object().name("driver").object();
    json.name("name").value("Bauta");
    json.name("version").value(Version.number());
    json.name("rules").array();
    for (String id : ids) {
      json.object();
      json.name("id").value(id);
      json.name("shortDescription").object();
      json.name("text").value("Personal data in clear: " + id + ".").endObject();
      json.name("help").object();
      json.name("text")
          .value("Mask it where it is written, or list it under 'allow' in the rules.")
          .endObject();
      json.name("defaultConfiguration").object().name("level").value("warning").endObject();
      json.endObject();
    }
    json.endArray().endObject().endObject();
  }

  private static void results(JsonWriter json, FileReport report, List<String> ids) {
    for (FileReport.Found found : report.types()) {
      for (FileReport.Place place : found.places()) {
        json.object();
        json.name("ruleId").value(found.type().id());
        json.name("ruleIndex").value(ids.indexOf(found.type().id()));
        json.name("level").value("warning");
        json.name("message").object();
        json.name("text").value(message(found.type(), place)).endObject();
        json.name("locations").array();
        location(json, report.name(), place);
        json.endArray();
        json.endObject();
      }
    }
  }

  private static String message(PiiType type, FileReport.Place place) {
    return "Found " + type.id() + " in clear (" + place.rule() + ").";
  }

  private static void location(JsonWriter json, String file, FileReport.Place place) {
    json.object().name("physicalLocation").object();
    json.name("artifactLocation").object().name("uri").value(uri(file)).endObject();
    json.name("region").object();
    json.name("startLine").value(place.line());
    json.name("startColumn").value(place.column());
    json.name("endColumn").value(place.end());
    if (place.value() != null) {
      json.name("snippet").object().name("text").value(place.value()).endObject();
    }
    json.endObject().endObject().endObject();
  }

  /** As it was given, so that a report names files as the build does. */
  private static String uri(String file) {
    if (file.equals(Inputs.STANDARD_INPUT)) {
      return "stdin";
    }
    Path path = Path.of(file);
    if (path.isAbsolute()) {
      return path.toUri().toString();
    }
    String base = Path.of("").toUri().toString();
    String uri = path.toUri().toString();
    return uri.startsWith(base) ? uri.substring(base.length()) : uri;
  }
}
