package dev.bauta.engine;

import java.nio.charset.StandardCharsets;
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
 * JSON by key and by content, beside a byte sum, json-masker (by key only) and
 * logstash-logback-encoder's masking (Jackson, and the patterns by content).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JsonMaskerBenchmark {

  /** What is in the document. */
  @Param({"clean", "key", "content"})
  public String kind;

  private final JsonMasker masker = new JsonMasker(RuleSet.builtIn());
  private final JsonPeers peers = new JsonPeers();
  private byte[] json;

  /** Proves that each peer hides what it can hide, and nothing where there is nothing. */
  @Setup
  public void prove() {
    json = JsonSamples.document(kind).getBytes(StandardCharsets.UTF_8);
    String personal = JsonSamples.personal(kind);
    byte[] masked = mask();
    if (personal == null) {
      require(masked == null, "something is found in the clean document");
      return;
    }
    require(masked != null && hides(new String(masked, StandardCharsets.UTF_8)), "mask");
    require(hides(logstash()), "logstash-logback-encoder");
    String byKey = new String(jsonMasker(), StandardCharsets.UTF_8);
    require(hides(byKey) == "key".equals(kind), "json-masker hides by key, and only by key");
  }

  @Benchmark
  public int byteSum() {
    int sum = 0;
    for (byte b : json) {
      sum += b;
    }
    return sum;
  }

  /** By key and by content; null where nothing is hidden. */
  @Benchmark
  public byte[] mask() {
    return masker.mask(json, 0, json.length, Disclosure.NOTHING, Tally.NONE);
  }

  /** By key only. */
  @Benchmark
  public byte[] jsonMasker() {
    return peers.jsonMasker(json);
  }

  /** By key and by content. */
  @Benchmark
  public String logstash() {
    return peers.logstash(json);
  }

  int length() {
    return json.length;
  }

  private boolean hides(String text) {
    return !text.contains(JsonSamples.personal(kind));
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
