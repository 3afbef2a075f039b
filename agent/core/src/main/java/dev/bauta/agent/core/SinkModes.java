package dev.bauta.agent.core;

import dev.bauta.agent.api.Sink;

/**
 * The modes in use, which may change while the application runs. Safe for any number of threads.
 */
final class SinkModes {

  private volatile Modes modes;
  private volatile Thread proving;

  SinkModes(Modes modes) {
    this.modes = modes;
  }

  /** What is done at the sink, for this thread. */
  Mode of(Sink sink) {
    Mode mode = modes.of(sink);
    return mode == Mode.OBSERVE && isProving() ? Mode.MASK : mode;
  }

  /** Whether this thread sends a canary. */
  boolean isProving() {
    return proving == Thread.currentThread();
  }

  Modes current() {
    return modes;
  }

  void replace(Modes others) {
    modes = others;
  }

  /**
   * Lets this thread's values be masked, and not counted, where values are only looked at; so a
   * canary proves the hooks there too.
   *
   * @param thread null for none
   */
  void proving(Thread thread) {
    proving = thread;
  }
}
