package dev.bauta.engine;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * The benchmarks of {@link TextMaskerBenchmark} as ratios to the byte sum, for machines that do
 * other things besides: CPU time of the thread instead of the clock's, rounds of all peers in turn,
 * the least of them counts. {@code java -cp target/benchmarks.jar dev.bauta.engine.Ratios [rounds]}
 */
public final class Ratios {

  private static final int LINES = 1024;
  private static final long WARM_UP_NANOS = 10_000_000_000L;
  private static final String[] PEERS = {"byte sum", "mask", "java.util.regex"};

  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private int sink;

  private Ratios() {}

  /** Prints a table of Markdown. */
  public static void main(String[] args) {
    int rounds = args.length == 0 ? 200 : Integer.parseInt(args[0]);
    System.out.println("| lines | byte sum | mask | java.util.regex | bytes allocated by mask |");
    System.out.println("|---|---:|---:|---:|---:|");
    for (String input : new String[] {"clean.txt", "one-hit.tsv", "dense.tsv"}) {
      System.out.println(new Ratios().row(input, rounds));
    }
  }

  private String row(String input, int rounds) {
    TextMaskerBenchmark benchmark = new TextMaskerBenchmark();
    benchmark.input = input;
    benchmark.prove();
    double[] least = new double[PEERS.length];
    Arrays.fill(least, Double.MAX_VALUE);
    double allocated = 0;
    // by the clock: on a busy machine the compiler's threads are late
    long warm = System.nanoTime() + WARM_UP_NANOS;
    while (System.nanoTime() < warm) {
      run(benchmark, 0);
      run(benchmark, 1);
      run(benchmark, 1);
    }
    for (int round = 0; round < rounds; round++) {
      for (int peer = 0; peer < PEERS.length; peer++) {
        if (peer == 2 && round % 10 != 0) {
          continue; // a hundred times slower: every tenth round is enough of it
        }
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long start = threads.getCurrentThreadCpuTime();
        run(benchmark, peer);
        double nanos = (double) (threads.getCurrentThreadCpuTime() - start) / LINES;
        least[peer] = Math.min(least[peer], nanos);
        if (peer == 1) {
          allocated = (double) (threads.getCurrentThreadAllocatedBytes() - bytes) / LINES;
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "| %s | %.0f ns | %.0f ns, **%.1f** | %.0f ns, %.0f | %.0f |",
        input,
        least[0],
        least[1],
        least[1] / least[0],
        least[2],
        least[2] / least[0],
        allocated);
  }

  private void run(TextMaskerBenchmark benchmark, int peer) {
    for (int i = 0; i < LINES; i++) {
      sink +=
          switch (peer) {
            case 0 -> benchmark.byteSum();
            case 1 -> benchmark.mask().length();
            default -> benchmark.regexFind();
          };
    }
  }
}
