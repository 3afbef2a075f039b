package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import dev.bauta.report.HtmlPage;
import dev.bauta.report.Jvm;
import dev.bauta.report.Library;
import dev.bauta.report.Report;
import dev.bauta.report.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes what was seen to two files, for programs and for people, now and then and once more when
 * the JVM ends. Whoever reads finds a whole report or the one before: each is written aside and
 * moved into place.
 */
final class ReportFile {

  private final ReportSettings settings;
  private final SinkModes modes;
  private final SinkStatus status;
  private final Sightings sightings;
  private final Counters counters;
  private final String started = now();
  private long due = System.nanoTime();
  private String lastFault = "";

  ReportFile(
      ReportSettings settings,
      SinkModes modes,
      SinkStatus status,
      Sightings sightings,
      Counters counters) {
    this.settings = settings;
    this.modes = modes;
    this.status = status;
    this.sightings = sightings;
    this.counters = counters;
  }

  /** Writes a last time when the JVM ends. Not before main: this is no work for the start. */
  void writeAtEnd() {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(null, this::writeQuietly, "bauta-report", 0));
    } catch (IllegalStateException ending) {
      writeQuietly();
    }
  }

  /** Writes if it is time to; a fault is told once. */
  void writeWhenDue(Consumer<String> say) {
    if (System.nanoTime() - due < 0) {
      return;
    }
    due = System.nanoTime() + settings.every().toNanos();
    try {
      write();
      lastFault = "";
    } catch (IOException | RuntimeException failure) {
      String fault =
          "cannot write the report " + settings.path() + ".json: " + failure.getClass().getName();
      if (!fault.equals(lastFault)) {
        say.accept(fault + "; check the path and its permissions");
      }
      lastFault = fault;
    }
  }

  private void writeQuietly() {
    try {
      write();
    } catch (IOException | RuntimeException failure) {
      // told before, if there was time; the application's end is not for our messages
    }
  }

  synchronized void write() throws IOException {
    Report report = report();
    put(".json", report.toJson());
    put(".html", HtmlPage.of(report));
  }

  private Report report() {
    List<Seen> seen = new ArrayList<>();
    for (Sightings.Count count : sightings.counts()) {
      Spot spot = count.spot();
      seen.add(
          new Seen(
              settings.service(),
              settings.environment(),
              spot.sink().id(),
              spot.logger(),
              spot.column(),
              spot.key(),
              spot.owner(),
              count.type(),
              count.by(),
              count.count()));
    }
    return Report.of(List.of(jvm()), seen);
  }

  private Jvm jvm() {
    Map<String, String> bySink = new LinkedHashMap<>();
    for (Sink sink : Sink.values()) {
      bySink.put(sink.id(), modes.current().of(sink).id());
    }
    List<Library> libraries = new ArrayList<>();
    for (SinkStatus.Line line : status.lines()) {
      if (line.state() != SinkStatus.State.ABSENT) {
        libraries.add(
            new Library(
                line.library(), line.sink(), line.mode().id(), line.state().name(), line.detail()));
      }
    }
    return new Jvm(
        settings.service(),
        settings.environment(),
        Long.toString(ProcessHandle.current().pid()),
        started,
        now(),
        bySink,
        libraries,
        counters.failures());
  }

  private void put(String ending, String text) throws IOException {
    Path target = Path.of(settings.path() + ending);
    Path folder = target.getParent();
    Files.createDirectories(folder);
    Path aside = Files.createTempFile(folder, ".bauta-report", ending);
    try {
      Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
      move(aside, target);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static void move(Path aside, Path target) throws IOException {
    try {
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherwise) {
      Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
