package dev.bauta.agent.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says on standard error what is protected (once) and what is not (each time it gets worse). */
final class Announcer {

  private final SinkStatus status;
  private final boolean announce;
  private final Set<String> said = new HashSet<>();
  private boolean announced;

  Announcer(SinkStatus status, boolean announce) {
    this.status = status;
    this.announce = announce;
  }

  void announce() {
    List<SinkStatus.Line> lines = status.lines();
    if (announce && !announced) {
      StringBuilder summary = new StringBuilder("masking:");
      for (SinkStatus.Line line : lines) {
        if (line.state() == SinkStatus.State.HOOKED || line.state() == SinkStatus.State.PROVEN) {
          summary.append(' ').append(line.sink()).append('/').append(line.library());
          announced = true;
        }
      }
      if (announced) {
        say(summary.toString());
      }
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

  synchronized void say(String line) {
    System.err.println("[bauta] " + line);
  }

  private void sayOnce(String line) {
    if (said.add(line)) {
      say(line);
    }
  }
}
