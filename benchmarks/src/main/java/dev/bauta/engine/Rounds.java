package dev.bauta.engine;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * Times peers in turn by the CPU time of the thread, and keeps the least of all rounds: what other
 * processes do then touches every peer, and no figure.
 */
abstract class Rounds {

  private static final long WARM_UP_NANOS = 10_000_000_000L;
  private static final long DEAR_NANOS = 5_000;

  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final int calls;
  private final double[] least;
  private final double[] allocated;
  private int sink;

  /**
   * @param peers how many
   * @param calls of each peer in a round
   */
  Rounds(int peers, int calls) {
    this.calls = calls;
    least = new double[peers];
    allocated = new double[peers];
    Arrays.fill(least, Double.MAX_VALUE);
  }

  /** Calls a peer once; what it answers is only there so that the call is not left out. */
  abstract int call(int peer);

  void run(int rounds, long warmUpMillis) {
    // by the clock: on a busy machine the compiler's threads are late
    long warm = System.nanoTime() + Math.min(WARM_UP_NANOS, warmUpMillis * 1_000_000);
    do {
      for (int peer = 0; peer < least.length; peer++) {
        round(peer);
      }
    } while (System.nanoTime() < warm);
    Arrays.fill(least, Double.MAX_VALUE);
    for (int round = 0; round < rounds; round++) {
      for (int peer = 0; peer < least.length; peer++) {
        // what is a hundred times slower gets every tenth round
        if (round % 10 == 0 || least[peer] < DEAR_NANOS) {
          round(peer);
        }
      }
    }
  }

  /** Nanoseconds a call. */
  double nanos(int peer) {
    return least[peer];
  }

  /** Bytes a call. */
  double allocated(int peer) {
    return allocated[peer];
  }

  private void round(int peer) {
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long start = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < calls; i++) {
      sink += call(peer);
    }
    double nanos = (double) (threads.getCurrentThreadCpuTime() - start) / calls;
    least[peer] = Math.min(least[peer], nanos);
    allocated[peer] = (double) (threads.getCurrentThreadAllocatedBytes() - bytes) / calls;
  }
}
