package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Reads what is done at each sink, and where it is reported. */
final class ModeOptions {

  private static final int LONGEST_SECONDS = 86_400;

  private final ConfigReader reader;

  ModeOptions(ConfigReader reader) {
    this.reader = reader;
  }

  Modes modes() {
    Modes modes = Modes.all(Mode.MASK);
    for (Sink sink : Sink.values()) {
      modes = modes.with(sink, mode(option(sink)));
    }
    return modes;
  }

  /**
   * The sinks whose mode does not change with the file: it is set elsewhere.
   *
   * @param outside what is set elsewhere
   */
  Set<Sink> settled(Set<Option> outside) {
    Set<Sink> settled = EnumSet.noneOf(Sink.class);
    for (Sink sink : Sink.values()) {
      if (outside.contains(option(sink))) {
        settled.add(sink);
      }
    }
    return settled;
  }

  ReportSettings report() {
    String path = reader.value(Option.OBSERVE_REPORT);
    int seconds = seconds();
    if (path.isEmpty()) {
      return null;
    }
    try {
      return new ReportSettings(
          Path.of(path.replace("%p", Long.toString(ProcessHandle.current().pid())))
              .toAbsolutePath(),
          Duration.ofSeconds(seconds),
          reader.value(Option.SERVICE),
          reader.value(Option.ENVIRONMENT));
    } catch (InvalidPathException wrong) {
      reader.fault(Option.OBSERVE_REPORT, "this is no path of this system; write another");
      return null;
    }
  }

  static Option option(Sink sink) {
    return switch (sink) {
      case LOG -> Option.SINK_LOG;
      case JDBC -> Option.SINK_JDBC;
      case JSON -> Option.SINK_JSON;
    };
  }

  private Mode mode(Option option) {
    Mode mode = Mode.of(reader.value(option));
    if (mode == null || (mode == Mode.TRACK && option != Option.SINK_JDBC)) {
      reader.fault(option, "'" + reader.value(option) + "' is not known; use " + known(option));
      return Mode.MASK;
    }
    return mode;
  }

  /** The modes that a sink can be in. */
  static String known(Option option) {
    return option == Option.SINK_JDBC ? "mask, track, observe or off" : "mask, observe or off";
  }

  private int seconds() {
    String value = reader.value(Option.OBSERVE_EVERY);
    try {
      int seconds = Integer.parseInt(value);
      if (seconds >= 1 && seconds <= LONGEST_SECONDS) {
        return seconds;
      }
    } catch (NumberFormatException notANumber) {
      // told below
    }
    reader.fault(
        Option.OBSERVE_EVERY,
        "'" + value + "' is not a number of seconds from 1 to " + LONGEST_SECONDS);
    return 1;
  }
}
