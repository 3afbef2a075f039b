package dev.bauta.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * What an agent costs a real application to start: CPU time and memory (at its peak, which the JIT
 * compiler makes, and at the end) of the sample application from its first instruction to its fifth
 * answer, as ratios to a run without agent.
 *
 * <p>Variants run in turn, in random order within a round, so that a machine whose speed drifts
 * drifts for all of them. Each run proves its answers first: masked with Bauta, raw without. Linux
 * only, because the figures come from {@code /proc}.
 */
public final class StartUp {

  private static final String AUTHORIZATION =
      "Basic "
          + Base64.getEncoder()
              .encodeToString("grace:grace-at-the-desk".getBytes(StandardCharsets.UTF_8));
  private static final int ANSWERS = 5;

  private record Figures(double cpuSeconds, double peakMegabytes, double residentMegabytes) {}

  private final String java;
  private final String application;
  private final HttpClient http = HttpClient.newHttpClient();

  private StartUp(String java, String application) {
    this.java = java;
    this.application = application;
  }

  /**
   * @param arguments {@code JAVA SAMPLE_APP_JAR ROUNDS NAME=AGENT_JAR...}; the variant {@code none}
   *     is always there
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 3) {
      System.err.println("use: StartUp JAVA SAMPLE_APP_JAR ROUNDS [NAME=AGENT_JAR]...");
      System.exit(2);
    }
    Map<String, String> agents = new LinkedHashMap<>();
    agents.put("none", null);
    for (String agent : Arrays.asList(arguments).subList(3, arguments.length)) {
      String jar = agent.substring(agent.indexOf('=') + 1);
      if (!new File(jar).isFile()) {
        throw new IllegalArgumentException("no such agent: " + jar);
      }
      agents.put(agent.substring(0, agent.indexOf('=')), jar);
    }
    new StartUp(arguments[0], arguments[1]).compare(agents, Integer.parseInt(arguments[2]));
  }

  private void compare(Map<String, String> agents, int rounds) throws Exception {
    Map<String, List<Figures>> all = new LinkedHashMap<>();
    agents.keySet().forEach(name -> all.put(name, new ArrayList<>()));
    Random random = new Random(1);
    for (int round = -1; round < rounds; round++) {
      List<String> order = new ArrayList<>(agents.keySet());
      Collections.shuffle(order, random);
      for (String name : order) {
        Figures figures = run(name, agents.get(name));
        if (round >= 0) { // the first round warms the disk
          all.get(name).add(figures);
        }
      }
    }
    List<Figures> base = all.get("none");
    double baseCpu = median(base, Figures::cpuSeconds);
    double basePeak = median(base, Figures::peakMegabytes);
    double baseResident = median(base, Figures::residentMegabytes);
    System.out.println(
        "| agent | CPU s | CPU ratio | RSS at the end, MB | ratio | peak RSS, MB | ratio |");
    System.out.println("|---|---:|---:|---:|---:|---:|---:|");
    all.forEach(
        (name, figures) -> {
          double cpu = median(figures, Figures::cpuSeconds);
          double resident = median(figures, Figures::residentMegabytes);
          double peak = median(figures, Figures::peakMegabytes);
          System.out.printf(
              Locale.ROOT,
              "| %s | %.2f | %.2f | %.0f | %.2f | %.0f | %.2f |%n",
              name,
              cpu,
              cpu / baseCpu,
              resident,
              resident / baseResident,
              peak,
              peak / basePeak);
        });
  }

  private Figures run(String name, String agent) throws Exception {
    List<String> command = new ArrayList<>(List.of(java));
    if (agent != null) {
      command.add("-javaagent:" + agent);
    }
    Path log = Files.createTempFile("start-up", ".log");
    command.addAll(
        List.of(
            "-Ddesk.port=0",
            "-Ddesk.log.file=" + log,
            "-Dotel.traces.exporter=none",
            "-Dotel.metrics.exporter=none",
            "-Dotel.logs.exporter=none",
            "-jar",
            application));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader out = process.inputReader()) {
      String url = readyUrl(out);
      for (int i = 0; i < ANSWERS; i++) {
        prove(name, answer(url + "/customers/" + (7 + i)));
      }
      return new Figures(
          cpu(process.pid()), memory(process.pid(), "VmHWM:"), memory(process.pid(), "VmRSS:"));
    } finally {
      process.destroyForcibly().waitFor();
      Files.deleteIfExists(log);
    }
  }

  private static String readyUrl(BufferedReader out) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      int at = line.indexOf("ready: ");
      if (at >= 0) {
        return line.substring(at + "ready: ".length()).trim();
      }
    }
    throw new IOException("the sample application ended before it was ready");
  }

  private String answer(String url) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", AUTHORIZATION)
            .timeout(Duration.ofSeconds(30))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static void prove(String name, String answer) {
    boolean masked = answer.contains("***@");
    if (masked != name.startsWith("bauta") || !answer.contains("@")) {
      throw new IllegalStateException(name + " answered something else than expected");
    }
  }

  private static double cpu(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0; // USER_HZ
  }

  private static double memory(long pid, String figure) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith(figure)) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("no " + figure + " in /proc");
  }

  private static double median(List<Figures> figures, ToDoubleFunction<Figures> figure) {
    double[] values = figures.stream().mapToDouble(figure).sorted().toArray();
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
