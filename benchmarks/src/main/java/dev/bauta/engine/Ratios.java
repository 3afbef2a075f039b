package dev.bauta.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The benchmarks as ratios to the byte sum, for machines that do other things besides. {@code java
 * [-Drounds=200] [-Dwarm-up=10000] -cp target/benchmarks.jar dev.bauta.engine.Ratios [/file ...]}:
 * each file's first 1,024 lines make two more rows, all of them and the clean ones.
 */
public final class Ratios {

  private static final int ROUNDS = Integer.getInteger("rounds", 200);
  private static final long WARM_UP_MILLIS = Long.getLong("warm-up", 10_000);
  private static final String[] LINE_PEERS = {
    "mask", "mask, new shape", "java.util.regex", "RE2/J", "Hyperscan"
  };
  private static final String[] JSON_PEERS = {
    "mask", "json-masker (keys)", "logstash-logback-encoder"
  };

  private Ratios() {}

  /** Prints tables of Markdown. */
  public static void main(String[] args) {
    head("lines", LINE_PEERS);
    List<String> inputs =
        new ArrayList<>(List.of("clean.txt", "one-hit.tsv", "dense.tsv", "system.tsv"));
    inputs.addAll(Arrays.asList(args));
    for (String input : inputs) {
      lines(input, false);
      if (input.indexOf('/') >= 0 || "system.tsv".equals(input)) {
        lines(input, true);
      }
    }
    System.out.println();
    head("JSON", JSON_PEERS);
    for (String kind : new String[] {"clean", "key", "content"}) {
      json(kind);
    }
    System.out.println(
        "\n| hostile line, of | ns a byte, 1 kB | ns a byte, 1 MB |\n|---|---:|---:|");
    for (String of : LongTextBenchmark.HOSTILE) {
      System.out.printf(
          Locale.ROOT, "| `%s` | %.2f | %.2f |%n", of, hostile(of, 1000), hostile(of, 1_000_000));
    }
  }

  private static void lines(String input, boolean cleanOnly) {
    TextMaskerBenchmark benchmark = new TextMaskerBenchmark();
    benchmark.input = input;
    benchmark.cleanOnly = cleanOnly;
    benchmark.prove();
    Rounds rounds =
        new Rounds(LINE_PEERS.length + 1, benchmark.count()) {
          @Override
          int call(int peer) {
            return switch (peer) {
              case 0 -> benchmark.byteSum();
              case 1 -> benchmark.mask().length();
              case 2 -> benchmark.maskNewShape().length();
              case 3 -> benchmark.regexFind();
              case 4 -> benchmark.re2Find();
              default -> benchmark.hyperscanFind();
            };
          }
        };
    rounds.run(ROUNDS, WARM_UP_MILLIS);
    String name = input.substring(input.lastIndexOf('/') + 1);
    row(name + (cleanOnly ? ", clean lines" : ""), LINE_PEERS.length, rounds);
  }

  private static void json(String kind) {
    JsonMaskerBenchmark benchmark = new JsonMaskerBenchmark();
    benchmark.kind = kind;
    benchmark.prove();
    Rounds rounds =
        new Rounds(JSON_PEERS.length + 1, 256) {
          @Override
          int call(int peer) {
            return switch (peer) {
              case 0 -> benchmark.byteSum();
              case 1 -> benchmark.mask() == null ? 0 : 1;
              case 2 -> benchmark.jsonMasker().length;
              default -> benchmark.logstash().length();
            };
          }
        };
    rounds.run(ROUNDS, WARM_UP_MILLIS);
    row(kind + ", " + benchmark.length() + " B", JSON_PEERS.length, rounds);
  }

  private static double hostile(String of, int length) {
    LongTextBenchmark benchmark = new LongTextBenchmark();
    benchmark.of = of;
    benchmark.length = length;
    benchmark.prove();
    Rounds rounds =
        new Rounds(1, 2_000_000 / length) {
          @Override
          int call(int peer) {
            return benchmark.mask().length();
          }
        };
    rounds.run(20, WARM_UP_MILLIS / 10);
    return rounds.nanos(0) / length;
  }

  private static void head(String what, String[] peers) {
    System.out.printf("| %s | byte sum |", what);
    for (String peer : peers) {
      System.out.printf(" %s |", peer);
    }
    System.out.printf(" bytes allocated by mask |%n|---|%s%n", "---:|".repeat(peers.length + 2));
  }

  private static void row(String name, int peers, Rounds rounds) {
    double base = rounds.nanos(0);
    System.out.printf(Locale.ROOT, "| %s | %.0f ns |", name, base);
    for (int peer = 1; peer <= peers; peer++) {
      double nanos = rounds.nanos(peer);
      System.out.printf(Locale.ROOT, " %.0f ns, **%.1f** |", nanos, nanos / base);
    }
    System.out.printf(Locale.ROOT, " %.0f |%n", rounds.allocated(1));
  }
}
