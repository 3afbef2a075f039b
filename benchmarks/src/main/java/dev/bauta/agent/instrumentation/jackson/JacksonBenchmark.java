package dev.bauta.agent.instrumentation.jackson;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bauta.annotations.Pii;
import java.io.IOException;
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
 * One object with ten properties as JSON bytes. Run it twice, the second time with {@code
 * -jvmArgsAppend -javaagent:agent/dist/target/bauta-agent.jar}; the setup asks whether the agent is
 * there and expects the answer of that run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class JacksonBenchmark {

  /** No annotation and nothing to find; two annotated members; two values found by content. */
  @Param({"unmarked", "marked", "found"})
  public String properties;

  private final ObjectMapper mapper = new ObjectMapper();
  private Object value;

  /** An order as most are: identifiers, words, numbers. */
  public record Order(
      String id,
      String product,
      int quantity,
      String currency,
      long cents,
      String status,
      String contact,
      String person,
      List<String> tags,
      String note) {}

  /** The same with two marked members. */
  public record MarkedOrder(
      String id,
      String product,
      int quantity,
      String currency,
      long cents,
      String status,
      @Pii("email") String contact,
      @Pii("name") String person,
      List<String> tags,
      String note) {}

  @Setup
  public void prepare() throws IOException {
    List<String> tags = List.of("express", "gift");
    String note = "leave it with the neighbour";
    value =
        switch (properties) {
          case "unmarked" ->
              new Order("o-1", "lamp", 2, "EUR", 4990, "PAID", "desk", "nobody", tags, note);
          case "marked" ->
              new MarkedOrder(
                  "o-1", "lamp", 2, "EUR", 4990, "PAID", "desk", "Ada Lovelace", tags, note);
          case "found" ->
              new Order(
                  "o-1",
                  "lamp",
                  2,
                  "EUR",
                  4990,
                  "PAID",
                  "ada@example.com",
                  "x",
                  tags,
                  "or ask bob@example.com");
          default -> throw new IllegalArgumentException(properties);
        };
    String json = new String(write(), StandardCharsets.UTF_8);
    boolean raw = json.contains("Ada") || json.contains("ada@") || json.contains("bob@");
    boolean expected = !properties.equals("unmarked") && !agentIsThere();
    if (raw != expected || !json.contains("\"tags\":[\"express\",\"gift\"]")) {
      throw new IllegalStateException("unexpected answer: " + json);
    }
  }

  @Benchmark
  public byte[] write() throws IOException {
    return mapper.writeValueAsBytes(value);
  }

  private static boolean agentIsThere() {
    try {
      Class.forName("dev.bauta.agent.AgentPremain", false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException none) {
      return false;
    }
  }
}
