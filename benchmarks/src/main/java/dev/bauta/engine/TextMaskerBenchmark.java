package dev.bauta.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The engine on one log line, beside a sum over the line's bytes and beside regular expressions for
 * the same types. Every answer is proved before it is timed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TextMaskerBenchmark {

  /** Clean lines have exactly 120 characters. */
  @Param({"clean.txt", "one-hit.tsv", "dense.tsv"})
  public String input;

  private final TextMasker masker = RuleSet.builtIn().text();
  private final RegexPeer regex = new RegexPeer();
  private String[] lines;
  private byte[][] bytes;
  private int next;

  /** Reads the lines and proves that each peer finds in them what is there. */
  @Setup
  public void prove() {
    List<SampleLines.Sample> samples = SampleLines.read(input);
    lines = new String[samples.size()];
    bytes = new byte[samples.size()][];
    for (int i = 0; i < lines.length; i++) {
      SampleLines.Sample sample = samples.get(i);
      lines[i] = sample.text();
      bytes[i] = sample.text().getBytes(StandardCharsets.ISO_8859_1);
      same(sample.types(), masker.find(lines[i]).stream().map(f -> f.type().id()).toList());
      same(sample.types(), regex.types(lines[i]));
      same(sample.types().isEmpty(), mask(lines[i]) == lines[i]);
      same(lines[i].chars().sum(), sum(bytes[i]));
    }
  }

  /** The base of all ratios: every byte looked at once. */
  @Benchmark
  public int byteSum() {
    return sum(bytes[turn()]);
  }

  /** What a log call pays. */
  @Benchmark
  public String mask() {
    return mask(lines[turn()]);
  }

  /** Finding only: replacing would come on top. */
  @Benchmark
  public int regexFind() {
    return regex.count(lines[turn()]);
  }

  private String mask(String line) {
    return masker.mask(line, Disclosure.NOTHING, Tally.NONE);
  }

  private int turn() {
    next = next + 1 & lines.length - 1;
    return next;
  }

  private static int sum(byte[] bytes) {
    int sum = 0;
    for (byte b : bytes) {
      sum += b;
    }
    return sum;
  }

  private static void same(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected " + expected + " but got " + actual);
    }
  }
}
