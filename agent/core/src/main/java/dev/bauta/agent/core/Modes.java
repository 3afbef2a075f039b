package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;
import java.util.Arrays;

/** The mode of each sink: one value, so that all of them change at once. Immutable. */
final class Modes {

  private final Mode[] bySink;

  private Modes(Mode[] bySink) {
    this.bySink = bySink;
  }

  /** The same mode for every sink. */
  static Modes all(Mode mode) {
    Mode[] bySink = new Mode[Sink.values().length];
    Arrays.fill(bySink, mode);
    return new Modes(bySink);
  }

  Modes with(Sink sink, Mode mode) {
    Mode[] others = bySink.clone();
    others[sink.ordinal()] = mode;
    return new Modes(others);
  }

  Mode of(Sink sink) {
    return bySink[sink.ordinal()];
  }

  /** Whether some sink is only looked at. */
  boolean anyObserved() {
    for (Mode mode : bySink) {
      if (mode == Mode.OBSERVE) {
        return true;
      }
    }
    return false;
  }
}
