package dev.bauta.agent.core;

/** Reads how values are tracked. */
final class TrackingOptions {

  private static final int MAX_SECONDS = 4_000;
  private static final int MIN_ENTRIES = 64;
  private static final int MAX_ENTRIES = 1 << 24;

  private final ConfigReader reader;

  TrackingOptions(ConfigReader reader) {
    this.reader = reader;
  }

  /** The settings, or null where nothing is tracked. */
  TrackingSettings read() {
    int seconds = number(Option.TRACKED_SECONDS, 1, MAX_SECONDS);
    int entries = number(Option.TRACKED_ENTRIES, MIN_ENTRIES, MAX_ENTRIES);
    boolean parts = reader.oneOf(Option.TRACKED_PARTS, "on", "off").equals("on");
    return reader.oneOf(Option.TRACKED, "on", "off").equals("on")
        ? new TrackingSettings(entries, seconds, parts)
        : null;
  }

  private int number(Option option, int least, int most) {
    String value = reader.value(option);
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below
    }
    reader.fault(option, "'" + value + "' is not a number from " + least + " to " + most);
    return least;
  }
}
