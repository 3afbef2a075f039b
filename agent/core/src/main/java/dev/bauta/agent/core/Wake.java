package dev.bauta.agent.core;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Wakes the agent's thread from whichever thread loads a class: takes no lock there, and loads
 * nothing.
 */
final class Wake {

  private volatile boolean pending;
  private volatile Thread sleeper;

  /** There is something to look at. */
  void up() {
    pending = true;
    LockSupport.unpark(sleeper);
  }

  /** Sleeps for so long, or until there is something to look at; true for the latter. */
  boolean sleep(long millis) throws InterruptedException {
    sleeper = Thread.currentThread();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long left = end - System.nanoTime();
        left > 0 && !pending;
        left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    boolean woken = pending;
    pending = false;
    return woken;
  }
}
