package dev.bauta.agent.core.tracked;

import dev.bauta.engine.Disclosure;
import dev.bauta.engine.RuleSet;
import dev.bauta.engine.Tally;
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
 * What it costs to look for tracked values in a line of 120 characters, beside the scan of the same
 * line for everything else, and in an argument that is one. Every answer is proved before it is
 * timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TrackedValuesBenchmark {

  private static final int NAME = 7;
  private static final String LINE =
      "2026-11-23 12:00:01,123 INFO [worker-3] c.a.orders.OrderService order accepted after two"
          + " retries, parts reserved, lane 7";

  /** Values that are known. */
  @Param({"50", "10000"})
  public int live;

  private TrackedValues values;
  private RuleSet rules;

  /** Notes the values and proves each answer. */
  @Setup
  public void prove() {
    values = new TrackedValues(1 << 17, 4_000);
    for (int i = 0; i < live; i++) {
      values.note(NAME, true, name(2 * i) + " " + name(2 * i + 1));
    }
    rules = RuleSet.builtIn();
    same(true, values.find(LINE, 0) == TrackedValues.NONE);
    same(true, rules.text().mask(LINE, Disclosure.NOTHING, Tally.NONE) == LINE);
    same(true, argument() != TrackedValues.NONE);
    same(true, other() == TrackedValues.NONE);
  }

  private static String name(int number) {
    StringBuilder name = new StringBuilder();
    for (int rest = number * 7919 + 17_576 * 26; rest > 0; rest /= 26) {
      name.append((char) ('a' + rest % 26));
    }
    return name.append("son").toString();
  }

  private static void same(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException(expected + " expected, got " + actual);
    }
  }

  /** A line without a value. */
  @Benchmark
  public long line() {
    return values.find(LINE, 0);
  }

  /** The same line, looked through for everything else. */
  @Benchmark
  public String plainScan() {
    return rules.text().mask(LINE, Disclosure.NOTHING, Tally.NONE);
  }

  /** An argument that is a tracked value. */
  @Benchmark
  public long argument() {
    return values.find(NAMED, 0);
  }

  private static final String NAMED = name(0) + " " + name(1);

  /** An argument that is none. */
  @Benchmark
  public long other() {
    return values.find("Great Yarmouth", 0);
  }

  /** A getter of an annotated member, the same value again. */
  @Benchmark
  public void note() {
    values.note(NAME, true, NAMED);
  }
}
