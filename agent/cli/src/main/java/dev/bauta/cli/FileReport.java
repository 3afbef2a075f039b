package dev.bauta.cli;

import dev.bauta.engine.PiiType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found in one file. Keeps the first places of each type, and counts the rest. */
final class FileReport {

  /**
   * A place where something was found.
   *
   * @param line from 1
   * @param column of its first character, in UTF-16 units from 1
   * @param end the column behind its last character
   * @param rule what found it
   * @param value null unless values are asked for
   */
  record Place(long line, long column, long end, String rule, String value) {}

  /** One type's findings. */
  static final class Found {
    private final PiiType type;
    private final List<Place> places = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private long count;

    private Found(PiiType type) {
      this.type = type;
    }

    PiiType type() {
      return type;
    }

    /** All findings, also those whose places were not kept. */
    long count() {
      return count;
    }

    /** The first of them. */
    List<Place> places() {
      return places;
    }

    /** The first lines, each once. */
    List<Long> lines() {
      return lines;
    }
  }

  private final String name;
  private final int mostPlaces;
  private final Map<PiiType, Found> types = new HashMap<>();
  private long lines;
  private long linesWithFindings;
  private long lastLine;
  private long count;

  /**
   * @param mostPlaces kept of each type
   */
  FileReport(String name, int mostPlaces) {
    this.name = name;
    this.mostPlaces = mostPlaces;
  }

  void add(PiiType type, Place place) {
    Found found = types.computeIfAbsent(type, Found::new);
    found.count++;
    count++;
    if (place.line() != lastLine) {
      lastLine = place.line();
      linesWithFindings++;
    }
    if (found.places.size() < mostPlaces) {
      found.places.add(place);
    }
    List<Long> of = found.lines;
    if (of.size() <= mostPlaces && (of.isEmpty() || of.get(of.size() - 1) != place.line())) {
      of.add(place.line());
    }
  }

  void end(long allLines) {
    lines = allLines;
  }

  String name() {
    return name;
  }

  long lines() {
    return lines;
  }

  long linesWithFindings() {
    return linesWithFindings;
  }

  long count() {
    return count;
  }

  int mostPlaces() {
    return mostPlaces;
  }

  /** The types found, the most frequent first. */
  List<Found> types() {
    List<Found> all = new ArrayList<>(types.values());
    all.sort(
        Comparator.comparingLong((Found found) -> -found.count)
            .thenComparing(found -> found.type.id()));
    return all;
  }
}
