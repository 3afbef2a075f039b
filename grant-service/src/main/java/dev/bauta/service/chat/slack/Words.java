package dev.bauta.service.chat.slack;

import dev.bauta.service.chat.slack.SignatureCheck.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/** Turns of phrase that stand in more than one message. */
final class Words {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Words() {}

  static String help(String command) {
    return String.join(
        "\n",
        "`"
            + command
            + "` asks to see masked values for a while: fill in the form, and somebody else approves or denies it.",
        "`" + command + " orders` opens the form for one service.",
        "`"
            + command
            + " orders/production email,phone 15m for:4711 INC-42 reason` asks in one line; environment, `for:` and ticket may be left out.",
        "`" + command + " list` shows your requests and what waits for you.",
        "`" + command + " link` connects your Slack account with who you are.",
        "`" + command + " status req-abc` says what has become of one.",
        "`" + command + " extend req-abc 15m reason` asks to go on.",
        "`" + command + " revoke req-abc` takes a request or a grant back.",
        "`"
            + command
            + " break-glass orders email 15m reason` is for emergencies: at once, told to everybody, reviewed later.");
  }

  static String of(Verdict verdict) {
    return switch (verdict) {
      case GENUINE -> "genuine";
      case FORGED -> "forged signature";
      case STALE -> "stale time stamp";
      case FUTURE -> "time stamp in the future";
    };
  }

  /** A time each reader sees in their own time zone. */
  static String time(Instant at) {
    return "<!date^"
        + at.getEpochSecond()
        + "^{date_short_pretty} at {time_secs}|"
        + UTC.format(at)
        + ">";
  }

  static String list(Collection<String> names, int longest) {
    return SlackText.escaped(String.join(", ", new TreeSet<>(names)), longest);
  }

  static String many(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
