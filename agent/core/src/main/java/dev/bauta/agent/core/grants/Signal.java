package dev.bauta.agent.core.grants;

import java.util.concurrent.locks.LockSupport;

/** Lets one thread rest for a while, unless another has something for it. */
final class Signal {

  private volatile Thread resting;

  /** Returns after that time, or at once where {@link #wake} was called since. */
  void rest(long nanos) {
    resting = Thread.currentThread();
    LockSupport.parkNanos(this, nanos);
  }

  void wake() {
    LockSupport.unpark(resting);
  }
}
