package dev.bauta.agent.core.grants;

import java.util.concurrent.locks.LockSupport;

/** Lets one thread rest for a while, unless another has something for it. */
final class Signal {

  private volatile Thread resting;

  /** Returns after that time, or when {@link #wake} is called meanwhile. */
  void rest(long nanos) {
    resting = Thread.currentThread();
    LockSupport.parkNanos(this, nanos);
    resting = null;
  }

  /** Ends the rest; nothing where nobody rests. */
  void wake() {
    Thread thread = resting;
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }
}
