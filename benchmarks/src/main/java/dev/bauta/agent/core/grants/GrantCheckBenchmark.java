package dev.bauta.agent.core.grants;

import dev.bauta.engine.PiiType;
import dev.bauta.grants.Grant;
import dev.bauta.grants.Selection;
import dev.bauta.grants.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * What a sink pays to ask whether a value may be shown: with nothing live, and with 10,000 grants
 * live for as many people. Every answer is proved before it is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GrantCheckBenchmark {

  private static final Duration DAY = Duration.ofDays(1);

  /** Grants in the table. */
  @Param({"0", "10000"})
  public int live;

  private GrantTable table;

  /** Fills the table and proves each answer. */
  @Setup
  public void prove() {
    Lease lease = new Lease(System::currentTimeMillis, DAY);
    table = new GrantTable(System::nanoTime, lease, new Receipts());
    Instant issued = Instant.now();
    ServiceClock clock = new ServiceClock();
    clock.saw(issued, System.nanoTime());
    List<Grant> grants = new ArrayList<>();
    for (int i = 0; i < live; i++) {
      grants.add(grant(i, issued));
    }
    same(
        0,
        table.apply(
            new Snapshot("b", "desk", "test", 1, 1, issued, issued.plus(DAY), DAY, grants), clock));
    lease.renew(System.nanoTime(), DAY, System.nanoTime());
    same(live > 0, anyLive());
    same(false, principalWithoutGrants());
    same(false, typeNotGranted());
    same(live > 0, granted());
  }

  /** What every value pays at every sink. */
  @Benchmark
  public boolean anyLive() {
    return table.anyLive();
  }

  /** A viewer who holds nothing, while others do. */
  @Benchmark
  public boolean principalWithoutGrants() {
    return table.reveal("somebody", "json", PiiType.EMAIL, "email", null);
  }

  /** A viewer who holds a grant for another type. */
  @Benchmark
  public boolean typeNotGranted() {
    return table.reveal("person-77", "json", PiiType.PHONE, "phone", null);
  }

  /** A value shown, taken off the budget, and counted. */
  @Benchmark
  public boolean granted() {
    return table.reveal("person-77", "json", PiiType.EMAIL, "email", null);
  }

  private static Grant grant(int i, Instant issued) {
    return new Grant(
        "grant-" + i,
        Set.of("person-" + i),
        new dev.bauta.grants.Scope(
            "desk",
            "test",
            Set.of("json", "jdbc"),
            Set.of("email", "us-ssn"),
            Selection.any(),
            Optional.empty()),
        issued,
        issued.plus(DAY),
        Long.MAX_VALUE,
        "h",
        Set.of("ada"),
        "1");
  }

  private static void same(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new IllegalStateException("expected " + expected + " but got " + actual);
    }
  }
}
