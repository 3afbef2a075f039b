package dev.bauta.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
 * eight types. Every answer is proved before it is timed.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TextMaskerBenchmark {

  /** A resource of ours, or the path of any text file, of which the types are not known. */
  @Param({"clean.txt", "one-hit.tsv", "dense.tsv", "system.tsv"})
  public String input;

  /** Whether to leave out the lines in which the engine finds something. */
  boolean cleanOnly;

  private final TextMasker masker = RuleSet.builtIn().text();
  // Without a memory of shapes: each line is a new one to it.
  private final TextMasker newcomer = RuleSet.builtIn().on("jdbc").text();
  private final LinePeer regex = new RegexPeer();
  private final LinePeer re2 = new Re2Peer();
  private final LinePeer hyperscan = new HyperscanPeer();
  private String[] lines;
  private byte[][] bytes;
  private int next;

  /** Reads the lines and proves that each peer finds in them what is there. */
  @Setup
  public void prove() {
    List<SampleLines.Sample> samples = new ArrayList<>(SampleLines.read(input));
    if (cleanOnly) {
      samples.removeIf(sample -> !masker.find(sample.text()).isEmpty());
    }
    lines = new String[samples.size()];
    bytes = new byte[samples.size()][];
    for (int i = 0; i < lines.length; i++) {
      // In the order they are visited in, one array after the other: else the caches are measured.
      lines[i] = new String(samples.get(i).text().toCharArray());
    }
    for (int i = 0; i < lines.length; i++) {
      bytes[i] = lines[i].getBytes(StandardCharsets.ISO_8859_1);
    }
    for (int i = 0; i < lines.length; i++) {
      same(sum(lines[i]), sum(bytes[i]));
      if (samples.get(i).types() != null) {
        proveTypes(lines[i], samples.get(i).types());
      }
    }
  }

  private void proveTypes(String line, List<String> types) {
    same(types, masker.find(line).stream().map(f -> f.type().id()).toList());
    same(types.isEmpty(), mask(line) == line);
    same(mask(line), newcomer.mask(line, Disclosure.NOTHING, Tally.NONE));
    List<String> asked = types.stream().map(TextMaskerBenchmark::asPattern).toList();
    same(asked, regex.types(line));
    same(asked, re2.types(line));
    same(asked, hyperscan.types(line));
  }

  // one pattern for both kinds of address
  private static String asPattern(String type) {
    return type.startsWith("ipv") ? "ip-address" : type;
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

  /** The same where no line of its shape was met before. */
  @Benchmark
  public String maskNewShape() {
    return newcomer.mask(lines[turn()], Disclosure.NOTHING, Tally.NONE);
  }

  /** Finding only: replacing would come on top. */
  @Benchmark
  public int regexFind() {
    return regex.count(lines[turn()]);
  }

  /** Finding only. */
  @Benchmark
  public int re2Find() {
    return re2.count(lines[turn()]);
  }

  /** Finding only. */
  @Benchmark
  public int hyperscanFind() {
    return hyperscan.count(lines[turn()]);
  }

  int count() {
    return lines.length;
  }

  private String mask(String line) {
    return masker.mask(line, Disclosure.NOTHING, Tally.NONE);
  }

  private int turn() {
    next = next + 1 == lines.length ? 0 : next + 1;
    return next;
  }

  private static int sum(byte[] bytes) {
    int sum = 0;
    for (byte b : bytes) {
      sum += b;
    }
    return sum;
  }

  private static int sum(String text) {
    return text.chars().map(c -> (byte) c).sum();
  }

  private static void same(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected " + expected + " but got " + actual);
    }
  }
}
