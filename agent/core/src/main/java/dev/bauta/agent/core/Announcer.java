package dev.bauta.agent.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says on standard error what is protected and what is not, each once. */
final class Announcer {

  private final SinkStatus status;
  private final boolean announce;
  private final Set<String> said = new HashSet<>();

  Announcer(SinkStatus status, boolean announce) {
    this.status = status;
    this.announce = announce;
  }

  void announce() {
    List<SinkStatus.Line> lines = status.lines();
    if (announce) {
      announceNew(lines);
    }
    for (SinkStatus.Line line : lines) {
      if (line.state() == SinkStatus.State.UNPROTECTED) {
        sayOnce("UNPROTECTED: " + line.sink() + " of " + line.library() + ": " + line.detail());
      }
    }
    for (String failure : status.strayFailures()) {
      sayOnce("UNPROTECTED: " + failure);
    }
  }

  private void announceNew(List<SinkStatus.Line> lines) {
    StringBuilder summary = new StringBuilder();
    Mode last = null;
    for (Mode mode : Mode.values()) {
      for (SinkStatus.Line line : lines) {
        boolean works =
            line.state() == SinkStatus.State.HOOKED || line.state() == SinkStatus.State.PROVEN;
        if (works && line.mode() == mode && said.add(told(line))) {
          String verb = mode == last ? "" : verb(mode);
          summary.append(summary.length() == 0 ? "" : ", ").append(verb).append(name(line));
          last = mode;
        }
      }
    }
    if (summary.length() > 0) {
      say(summary.toString());
    }
  }

  private static String told(SinkStatus.Line line) {
    return line.mode().id() + " " + name(line);
  }

  private static String name(SinkStatus.Line line) {
    boolean proven = line.state() == SinkStatus.State.PROVEN;
    return line.sink() + "/" + line.library() + (proven ? " (proven)" : "");
  }

  private static String verb(Mode mode) {
    return switch (mode) {
      case MASK -> "masking ";
      case TRACK -> "tracking ";
      case OBSERVE -> "observing ";
      case OFF -> "leaving alone ";
    };
  }

  synchronized void say(String line) {
    System.err.println("[bauta] " + line);
  }

  private void sayOnce(String line) {
    if (said.add(line)) {
      say(line);
    }
  }
}
