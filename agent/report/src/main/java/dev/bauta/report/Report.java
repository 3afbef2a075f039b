package dev.bauta.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen in one process, or in several. docs/observe.md describes it as JSON. Immutable.
 *
 * @param schema {@value #SCHEMA}
 */
public record Report(String schema, List<Jvm> jvms, List<Seen> seen) {

  /** The name and version of this form. */
  public static final String SCHEMA = "bauta-report/1";

  private static final Comparator<Seen> MOST_FIRST =
      Comparator.comparingLong(Seen::count)
          .reversed()
          .thenComparing(Seen::sink)
          .thenComparing(Seen::place)
          .thenComparing(Seen::type);

  /** A report of this form, its places in order. */
  public static Report of(List<Jvm> jvms, List<Seen> seen) {
    List<Seen> sorted = new ArrayList<>(seen);
    sorted.sort(MOST_FIRST);
    return new Report(SCHEMA, List.copyOf(jvms), List.copyOf(sorted));
  }

  /** All in one; what was seen at the same place of the same service is added up. */
  public static Report merged(List<Report> reports) {
    List<Jvm> jvms = new ArrayList<>();
    Map<Seen, Long> counts = new LinkedHashMap<>();
    for (Report report : reports) {
      jvms.addAll(report.jvms);
      for (Seen seen : report.seen) {
        counts.merge(seen.with(0), seen.count(), Long::sum);
      }
    }
    List<Seen> all = new ArrayList<>();
    counts.forEach((place, count) -> all.add(place.with(count)));
    return of(jvms, all);
  }

  /**
   * A report that was written as JSON.
   *
   * @throws IllegalArgumentException where it is none; the message holds nothing of it
   */
  public static Report parse(String json) {
    try {
      Report report = mapper().readValue(json, Report.class);
      if (report == null || !SCHEMA.equals(report.schema)) {
        throw new IllegalArgumentException("it is no report of the form " + SCHEMA);
      }
      return of(
          report.jvms == null ? List.of() : report.jvms,
          report.seen == null ? List.of() : report.seen);
    } catch (JsonProcessingException wrong) {
      String at = wrong.getLocation() == null ? "" : " at line " + wrong.getLocation().getLineNr();
      throw new IllegalArgumentException("it is no report as JSON" + at);
    }
  }

  /** As JSON. */
  public String toJson() {
    try {
      return mapper().writeValueAsString(this) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ObjectMapper mapper() {
    return new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }
}
