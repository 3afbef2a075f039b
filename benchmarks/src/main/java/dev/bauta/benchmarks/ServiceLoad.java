package dev.bauta.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The grant service as a company uses it, over HTTP, on SQLite and on PostgreSQL: stores requests
 * (nine of ten decided), then decides a thousand a minute while others read their lists.
 *
 * <p>Service, database and callers share the machine. Every answer is looked at.
 */
public final class ServiceLoad {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PEOPLE = 40;
  private static final int SERVICES = 20;
  private static final int THREADS = 8;
  private static final int DECISIONS_A_MINUTE = 1_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private final AtomicInteger asked = new AtomicInteger();

  private ServiceLoad(String url) {
    this.url = url;
  }

  /**
   * @param arguments {@code JAVA SERVICE_JAR [STORED [SECONDS]]}
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 2) {
      System.err.println("use: ServiceLoad JAVA SERVICE_JAR [STORED [SECONDS]]");
      System.exit(2);
    }
    int stored = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 100_000;
    int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 60;
    run("SQLite", "", arguments, stored, seconds);
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
      String database = "database: {url: '" + postgres.getJdbcUrl("postgres", "postgres") + "'}\n";
      run("PostgreSQL", database, arguments, stored, seconds);
    }
  }

  private static void run(String name, String database, String[] arguments, int stored, int seconds)
      throws Exception {
    Path folder = Files.createTempDirectory("service-load");
    int port = freePort();
    Path config = Files.writeString(folder.resolve("service.yaml"), config(port, database));
    Process service =
        new ProcessBuilder(
                arguments[0],
                "-Xmx512m",
                "-jar",
                arguments[1],
                "serve",
                "--config",
                config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("service.log").toFile())
            .start();
    try {
      ServiceLoad load = new ServiceLoad("http://127.0.0.1:" + port);
      load.awaitStart();
      System.out.println("## " + name);
      load.fill(stored);
      load.measure(seconds);
      System.out.printf(
          Locale.ROOT,
          "service: %.1f s of CPU in all, %d MB resident%n%n",
          service.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0,
          resident(service));
    } finally {
      service.destroy();
      service.waitFor();
    }
  }

  private static long resident(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String config(int port, String database) throws Exception {
    StringBuilder text = new StringBuilder("http: {port: " + port + "}\n" + database);
    text.append(
        "limits: {calls-per-person: 1000000, calls-per-address: 10000000, pending-requests: 1000000}\n");
    text.append("policy: {decide-within: 72h}\npeople:\n");
    for (int i = 0; i < PEOPLE; i++) {
      text.append(person("asks" + i, "requester")).append(person("decides" + i, "approver"));
    }
    text.append(person("audits", "auditor")).append("services:\n");
    for (int i = 0; i < SERVICES; i++) {
      text.append("  - {name: service").append(i).append(", environments: [production]");
      text.append(", approvers: [");
      for (int k = 0; k < 4; k++)
        text.append(k == 0 ? "" : ", ").append("decides").append((i * 2 + k) % PEOPLE);
      text.append("]}\n");
    }
    return text.toString();
  }

  private static String person(String name, String role) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
    return "  - {name: "
        + name
        + ", roles: ["
        + role
        + "], api-token-sha256: "
        + HexFormat.of().formatHex(hash)
        + "}\n";
  }

  private void awaitStart() throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      try {
        if (http.send(
                    HttpRequest.newBuilder(URI.create(url + "/health")).build(),
                    HttpResponse.BodyHandlers.discarding())
                .statusCode()
            == 200) return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
    throw new IllegalStateException("the service does not start");
  }

  private record Asked(String id, int service) {}

  private Asked ask() {
    int n = asked.getAndIncrement();
    int service = n % SERVICES;
    JsonNode request =
        call(
            "asks" + n % PEOPLE,
            "POST",
            "/api/v1/requests",
            "{\"service\":\"service"
                + service
                + "\",\"environment\":\"production\",\"sinks\":[\"json\"],\"types\":[\"email\",\"phone\"],"
                + "\"reason\":\"a customer gets no mail, number "
                + n
                + "\",\"minutes\":30,\"ticket\":\"SUP-"
                + n
                + "\"}",
            201);
    return new Asked(request.path("id").asText(), service);
  }

  private void approve(Asked request) {
    String approver = "decides" + request.service() * 2 % PEOPLE;
    JsonNode after =
        call(approver, "POST", "/api/v1/requests/" + request.id() + "/approve", "{}", 200);
    if (!after.path("state").asText().equals("APPROVED"))
      throw new IllegalStateException("not approved: " + after);
  }

  private void deny(Asked request) {
    String approver = "decides" + request.service() * 2 % PEOPLE;
    call(
        approver,
        "POST",
        "/api/v1/requests/" + request.id() + "/deny",
        "{\"reason\":\"use the test system\"}",
        200);
  }

  // nine of ten are decided, most of them denied: what is live is re-signed for agents all the time
  private void fill(int stored) throws Exception {
    long start = System.nanoTime();
    AtomicInteger next = new AtomicInteger();
    inThreads(
        () -> {
          for (int i = next.getAndIncrement(); i < stored; i = next.getAndIncrement()) {
            Asked request = ask();
            if (i % 97 == 0) approve(request);
            else if (i % 10 != 1) deny(request);
          }
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "stored %d requests in %.0f s: %.0f requests and decisions a minute, as fast as %d callers can%n",
        stored,
        seconds,
        stored * 1.9 / seconds * 60,
        THREADS);
  }

  private static void inThreads(Runnable work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) all.add(threads.submit(work));
    threads.shutdown();
    for (Future<?> one : all) one.get();
  }

  private record Page(String name, String who, String path, int least) {}

  /** Each list in turn, again and again, while a thousand requests a minute are decided. */
  private void measure(int seconds) throws Exception {
    List<Page> pages =
        List.of(
            new Page("newest 50 of all", "audits", "/api/v1/requests?limit=50", 50),
            new Page("newest 500 of all", "audits", "/api/v1/requests?limit=500", 500),
            new Page("waiting, newest 50", "audits", "/api/v1/requests?limit=50&state=PENDING", 50),
            new Page("one service's", "audits", "/api/v1/requests?limit=50&service=service7", 50),
            new Page("one person's", "audits", "/api/v1/requests?limit=50&requester=asks3", 50),
            new Page("a requester's own", "asks5", "/api/v1/requests?limit=50", 50),
            new Page("what an approver may see", "decides4", "/api/v1/requests?limit=50", 50),
            new Page(
                "what waits for an approver",
                "decides4",
                "/api/v1/requests?limit=50&state=PENDING",
                50),
            new Page("deep in the list", "audits", deep(), 50),
            new Page("grants, newest 50", "audits", "/api/v1/grants?limit=50", 50),
            new Page("an approver's grants", "decides4", "/api/v1/grants?limit=50", 1));
    for (Page page : pages) check(page); // proves the answers, and warms up
    ConcurrentLinkedQueue<Double> decisions = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<Throwable> faults = new ConcurrentLinkedQueue<>();
    ScheduledExecutorService pace = Executors.newScheduledThreadPool(4);
    long period = TimeUnit.MINUTES.toNanos(1) / DECISIONS_A_MINUTE;
    var unused =
        pace.scheduleAtFixedRate(
            () -> {
              try {
                Asked request = ask();
                decisions.add(millis(() -> approve(request)));
              } catch (RuntimeException e) {
                faults.add(e);
              }
            },
            0,
            period,
            TimeUnit.NANOSECONDS);
    List<List<Double>> times = new ArrayList<>();
    pages.forEach(page -> times.add(new ArrayList<>()));
    long start = System.nanoTime();
    while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds)) {
      for (int i = 0; i < pages.size(); i++) {
        Page page = pages.get(i);
        times.get(i).add(millis(() -> check(page)));
      }
    }
    pace.shutdown();
    pace.awaitTermination(10, TimeUnit.SECONDS);
    double took = (System.nanoTime() - start) / 1e9;
    if (!faults.isEmpty()) throw new IllegalStateException("a decision failed", faults.peek());
    System.out.printf(
        Locale.ROOT,
        "decided %.0f a minute (and as many asked for)%n",
        decisions.size() / took * 60);
    System.out.println("| what | median | 99 % | longest |\n|---|---:|---:|---:|");
    print("a decision", new ArrayList<>(decisions));
    for (int i = 0; i < pages.size(); i++) print(pages.get(i).name(), times.get(i));
  }

  /** An address 20,000 requests down. */
  private String deep() {
    String path = "/api/v1/requests?limit=500";
    String cursor = "";
    for (int i = 0; i < 40; i++) {
      JsonNode page = call("audits", "GET", path + cursor, null, 200);
      if (!page.hasNonNull("next")) break;
      cursor = "&cursor=" + page.path("next").asText();
    }
    return "/api/v1/requests?limit=50" + cursor;
  }

  private void check(Page page) {
    JsonNode answer = call(page.who(), "GET", page.path(), null, 200);
    int size = answer.path(answer.has("grants") ? "grants" : "requests").size();
    if (size < page.least())
      throw new IllegalStateException(page.name() + " has " + size + " entries only");
  }

  private static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String name, List<Double> millis) {
    Collections.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f ms | %.1f ms | %.1f ms |%n",
        name,
        millis.get(millis.size() / 2),
        millis.get(Math.min(millis.size() - 1, millis.size() * 99 / 100)),
        millis.get(millis.size() - 1));
  }

  private JsonNode call(String who, String method, String path, String body, int expected) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + who)
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != expected)
        throw new IllegalStateException(
            path + ": " + response.statusCode() + " " + response.body());
      return JSON.readTree(response.body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
