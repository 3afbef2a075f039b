package dev.bauta.service.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a service in a JVM of its own while decisions are on their way, and looks at what is there
 * after the restart.
 */
class CrashTest {
  private static final int ROUNDS = 3;

  @TempDir Path folder;

  @Test
  void killedBetweenClickAndAnswer_everyAnswerStands_andTheLogTellsTheStoredStates()
      throws Exception {
    RunningService.writeConfig(folder, "limits: {pending-requests: 1000}");
    Random random = new Random();
    List<String> answered = new CopyOnWriteArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      Process process = fork();
      try {
        String url = url(process);
        List<String> pending = new ArrayList<>();
        for (int i = 0; i < 60; i++) pending.add(ask(url));
        List<CompletableFuture<Void>> clicks = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        for (String id : pending) {
          HttpRequest approve =
              HttpRequest.newBuilder(URI.create(url + "/api/v1/requests/" + id + "/approve"))
                  .header("Authorization", "Bearer linus-token")
                  .POST(HttpRequest.BodyPublishers.ofString("{}"))
                  .build();
          clicks.add(
              client
                  .sendAsync(approve, HttpResponse.BodyHandlers.ofString())
                  .handle(
                      (answer, lost) -> {
                        if (lost == null && answer.statusCode() == 200) answered.add(id);
                        return null;
                      }));
        }
        int wanted = answered.size() + 1 + random.nextInt(20);
        while (answered.size() < wanted && !clicks.stream().allMatch(CompletableFuture::isDone))
          Thread.onSpinWait();
        process.destroyForcibly().waitFor(); // kill -9
        CompletableFuture.allOf(clicks.toArray(new CompletableFuture<?>[0])).join();
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
    try (RunningService after =
        RunningService.again(folder)) { // refuses to start on a log that is not sound
      Set<String> approved = new HashSet<>();
      for (JsonNode request :
          after.get("ada", "/api/v1/requests?limit=500").json().path("requests")) {
        String state = request.path("state").asText();
        assertThat(state).isIn("PENDING", "APPROVED");
        if (state.equals("APPROVED")) approved.add(request.path("id").asText());
      }
      assertThat(approved).containsAll(answered);
      assertThat(answered).isNotEmpty();
      Set<String> granted = new HashSet<>();
      after
          .get("ada", "/api/v1/grants?limit=500")
          .json()
          .path("grants")
          .forEach(g -> granted.add(g.path("request").asText()));
      assertThat(granted).isEqualTo(approved);
      Set<String> recorded = new HashSet<>();
      for (int next = -1, size = 1; next < size - 1; ) {
        JsonNode page =
            after.get("ada", "/api/v1/audit" + (next < 0 ? "" : "?after=" + next)).json();
        size = page.path("size").asInt();
        for (JsonNode entry : page.path("records")) {
          next = entry.path("number").asInt();
          String text = entry.path("record").asText();
          if (text.contains("\"action\":\"request.approved\"")
              && text.contains("\"outcome\":\"done\""))
            recorded.add(text.replaceAll(".*\"request\":\"([^\"]+)\".*", "$1"));
        }
      }
      assertThat(recorded).isEqualTo(approved);
    }
  }

  private Process fork() throws IOException {
    Files.deleteIfExists(folder.resolve("out.txt"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "serve",
            "--config",
            folder.resolve("service.yaml").toString())
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out.txt").toFile())
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }

  private String url(Process process) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      String out =
          Files.exists(folder.resolve("out.txt"))
              ? Files.readString(folder.resolve("out.txt"))
              : "";
      if (out.contains("trust key")) return out.replaceAll("(?s).*URL\\s+(http://[^\\s]+).*", "$1");
      Thread.sleep(50);
    }
    throw new AssertionError(
        "the service did not start: " + Files.readString(folder.resolve("err.txt")));
  }

  private static String ask(String url) throws Exception {
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/requests"))
            .header("Authorization", "Bearer grace-token")
            .POST(HttpRequest.BodyPublishers.ofString(RunningService.ASK))
            .build();
    String body = HttpClient.newHttpClient().send(ask, HttpResponse.BodyHandlers.ofString()).body();
    return body.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
  }
}
