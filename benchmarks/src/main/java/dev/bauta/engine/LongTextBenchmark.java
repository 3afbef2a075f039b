package dev.bauta.engine;

import java.util.Random;
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

/** One line of hostile characters: the time for a kilobyte, times a thousand, is that of 1 MB. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class LongTextBenchmark {

  static final String[] HOSTILE = {
    "1", ":", "@", "+", "=", "1-", "a@", "1.", "1:", "token=", "4111 ", "base64"
  };

  @Param({"1000", "1000000"})
  public int length;

  /** What is repeated; base64 is random. */
  @Param({"1", ":", "@", "+", "=", "1-", "a@", "1.", "1:", "token=", "4111 ", "base64"})
  public String of;

  private final TextMasker masker = RuleSet.builtIn().text();
  private String text;

  /** Makes the text and proves that the engine comes through it. */
  @Setup
  public void prove() {
    text = "base64".equals(of) ? base64(length) : of.repeat(length / of.length());
    if (mask().equals(TextMasker.FAILED)) {
      throw new AssertionError(of);
    }
  }

  @Benchmark
  public String mask() {
    return masker.mask(text, Disclosure.NOTHING, Tally.NONE);
  }

  private static String base64(int length) {
    byte[] random = new byte[length * 3 / 4];
    new Random(42).nextBytes(random);
    return java.util.Base64.getEncoder().encodeToString(random);
  }
}
