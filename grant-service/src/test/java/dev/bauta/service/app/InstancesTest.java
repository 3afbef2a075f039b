package dev.bauta.service.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bauta.grants.Grant;
import dev.bauta.grants.Keys;
import dev.bauta.grants.Snapshot;
import dev.bauta.grants.TokenVerifier;
import dev.bauta.service.store.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three real processes on one PostgreSQL, killed one after the other while people ask and decide
 * through whichever answers.
 */
class InstancesTest {
  private static final int REQUESTS = 45;
  private static final int KILLS = 4;

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  @TempDir Path folder;

  private final List<Instance> instances = new ArrayList<>();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void anyInstanceKilled_nothingIsLost_nothingIsDoneTwice_andAgentsFollow() throws Exception {
    String url = Engine.newSchema();
    for (int i = 0; i < 3; i++) instances.add(new Instance(i, url));
    try {
      instances.get(0).start();
      for (Instance other : instances.subList(1, 3)) {
        other.copyKeys(instances.get(0));
        other.start();
      }
      Set<String> followed = ConcurrentHashMap.newKeySet();
      Thread agent = new Thread(() -> follow(followed), "agent");
      agent.setDaemon(true);
      agent.start();

      Thread killer = new Thread(this::killOneAfterTheOther, "killer");
      killer.start();
      ExecutorService people = Executors.newFixedThreadPool(6);
      List<CompletableFuture<String>> decided = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        String key = "key-" + i;
        decided.add(CompletableFuture.supplyAsync(() -> askAndApprove(key), people));
      }
      Set<String> approved = new TreeSet<>();
      for (CompletableFuture<String> one : decided) approved.add(one.get(180, TimeUnit.SECONDS));
      people.shutdown();
      killer.join();
      assertThat(approved).hasSize(REQUESTS);

      // each was asked once, although calls were repeated on other instances
      JsonNode all = send("GET", "ada", "/api/v1/requests?limit=500", null, null).path("requests");
      Set<String> stored = new TreeSet<>();
      for (JsonNode request : all) {
        stored.add(request.path("id").asText());
        assertThat(request.path("state").asText()).isEqualTo("APPROVED");
        assertThat(request.path("approvals")).hasSize(1);
      }
      assertThat(all).hasSize(REQUESTS);
      assertThat(stored).isEqualTo(approved);
      Set<String> grants = new TreeSet<>();
      approved.forEach(id -> grants.add("grant-" + id.substring(4)));
      await().atMost(Duration.ofSeconds(30)).until(() -> followed.containsAll(grants));
      over.set(true);
    } finally {
      over.set(true);
      for (Instance instance : instances) instance.kill();
    }
    // starts on the log that three processes wrote and were killed over, only if it is sound
    Path last = Files.createDirectory(folder.resolve("after"));
    RunningService.writeConfig(last, database(url));
    copyKeys(instances.get(0).folder, last);
    try (RunningService service = RunningService.again(last)) {
      assertThat(service.get("ada", "/api/v1/requests?limit=500").json().path("requests"))
          .hasSize(REQUESTS);
    }
  }

  private void killOneAfterTheOther() {
    Random random = new Random();
    try {
      for (int i = 0; i < KILLS; i++) {
        Thread.sleep(300 + random.nextInt(700));
        Instance one = instances.get(i % instances.size());
        one.kill();
        one.start();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String askAndApprove(String key) {
    JsonNode asked = send("POST", "grace", "/api/v1/requests", RunningService.ASK, key);
    String id = asked.path("id").asText();
    assertThat(id).as(asked.toString()).startsWith("req-");
    JsonNode answer = send("POST", "linus", "/api/v1/requests/" + id + "/approve", "{}", null);
    // the answer may have been lost with its instance: then it is decided already
    if (!answer.path("state").asText().equals("APPROVED"))
      assertThat(answer.path("detail").asText()).startsWith("Already approved by linus");
    return id;
  }

  /** Sends it to one after the other until one answers. */
  private JsonNode send(String method, String who, String path, String body, String key) {
    long end = System.nanoTime() + Duration.ofSeconds(150).toNanos();
    for (int i = new Random().nextInt(3); System.nanoTime() < end; i++) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(instances.get(i % 3).url() + path))
              .timeout(Duration.ofSeconds(20))
              .header("Authorization", "Bearer " + who + "-token")
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body));
      if (key != null) request.header("Idempotency-Key", key);
      try {
        HttpResponse<String> answer =
            CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        JsonNode json = new ObjectMapper().readTree(answer.body());
        boolean busy = json.path("type").asText().endsWith("key-busy");
        if (answer.statusCode() < 500 && !busy) return json;
        Thread.sleep(500);
      } catch (IOException gone) {
        pause();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("nobody answered");
  }

  /** An agent: listens to one instance, and to the next one when that is gone. */
  private void follow(Set<String> seen) {
    for (int i = 0; !over.get(); i++) {
      URI uri =
          URI.create(
              instances.get(i % 3).url()
                  + "/agent/v1/stream?service=desk&environment=production&agent=a1");
      HttpRequest request =
          HttpRequest.newBuilder(uri).header("Authorization", "Bearer desk-agents-token").build();
      try {
        InputStream in = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
        Path key = instances.get(0).folder.resolve("bauta-data/keys/grants.pub");
        PublicKey trust = Keys.readPublic(Files.readString(key));
        // an agent that trusts one key, and keeps what it knows, across all instances
        TokenVerifier verifier =
            new TokenVerifier(
                Map.of(Keys.kid(trust), trust), "desk", "production", Clock.systemUTC());
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("data: ")
              && verifier.verify(line.substring(6)) instanceof Snapshot snapshot)
            snapshot.grants().stream().map(Grant::id).forEach(seen::add);
        }
      } catch (Exception gone) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String database(String url) {
    return "limits: {pending-requests: 1000}\ndatabase: {url: '"
        + url
        + "', user: postgres, password: postgres}";
  }

  private static void copyKeys(Path from, Path to) throws IOException {
    Path keys = Files.createDirectories(to.resolve("bauta-data/keys"));
    try (var files = Files.list(from.resolve("bauta-data/keys"))) {
      for (Path file : files.toList())
        Files.copy(file, keys.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  /** One process of the three. */
  private final class Instance {
    private final Path folder;
    private final int port;
    private Process process;

    Instance(int number, String url) throws IOException {
      folder = Files.createDirectory(InstancesTest.this.folder.resolve("i" + number));
      try (ServerSocket socket = new ServerSocket(0)) {
        port = socket.getLocalPort();
      }
      RunningService.writeConfig(folder, database(url));
      Path config = folder.resolve("service.yaml");
      Files.writeString(
          config,
          Files.readString(config).replace("http: {port: 0}", "http: {port: " + port + "}"));
    }

    String url() {
      return "http://127.0.0.1:" + port;
    }

    void copyKeys(Instance from) throws IOException {
      InstancesTest.copyKeys(from.folder, folder);
    }

    void start() throws Exception {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Xmx256m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  "serve",
                  "--config",
                  folder.resolve("service.yaml").toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("out.txt").toFile()))
              .start();
      await().atMost(Duration.ofSeconds(90)).until(this::answers);
    }

    private boolean answers() throws InterruptedException {
      if (!process.isAlive()) throw new IllegalStateException("ended: " + folder + "/out.txt");
      try {
        HttpRequest health = HttpRequest.newBuilder(URI.create(url() + "/health")).build();
        return CLIENT.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException e) {
        return false;
      }
    }

    /** kill -9. */
    void kill() throws InterruptedException {
      if (process != null) process.destroyForcibly().waitFor();
    }
  }
}
