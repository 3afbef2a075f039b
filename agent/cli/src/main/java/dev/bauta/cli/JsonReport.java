package dev.bauta.cli;

import java.util.List;

/** A scan's report for programs. */
final class JsonReport {

  private JsonReport() {}

  static void write(List<FileReport> reports, Streams streams) {
    JsonWriter json = new JsonWriter(streams.printUtf8());
    json.object();
    json.name("findings").value(reports.stream().mapToLong(FileReport::count).sum());
    json.name("files").array();
    for (FileReport report : reports) {
      write(report, json);
    }
    json.endArray().endObject().end();
  }

  private static void write(FileReport report, JsonWriter json) {
    json.object();
    json.name("file").value(report.name());
    json.name("lines").value(report.lines());
    json.name("linesWithFindings").value(report.linesWithFindings());
    json.name("findings").value(report.count());
    json.name("types").array();
    for (FileReport.Found found : report.types()) {
      json.object();
      json.name("type").value(found.type().id());
      json.name("count").value(found.count());
      json.name("locations").array();
      for (FileReport.Place place : found.places()) {
        json.object();
        json.name("line").value(place.line());
        json.name("column").value(place.column());
        json.name("endColumn").value(place.end());
        json.name("rule").value(place.rule());
        json.optional("value", place.value());
        json.endObject();
      }
      json.endArray().endObject();
    }
    json.endArray().endObject();
  }
}
