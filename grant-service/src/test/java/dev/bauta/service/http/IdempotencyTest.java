package dev.bauta.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.app.RunningService;
import dev.bauta.service.app.RunningService.Answer;
import dev.bauta.service.store.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdempotencyTest {
  private static final String REQUESTS = "/api/v1/requests";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Engine.class)
  void sameKey_sameCall_isDoneOnce_andAnsweredAlike(Engine engine) {
    try (RunningService service = start(engine)) {
      Answer first = ask(service, "k1");
      Answer again = ask(service, "k1");
      assertThat(first.status()).isEqualTo(201);
      assertThat(again.status()).isEqualTo(201);
      assertThat(again.text()).isEqualTo(first.text());
      assertThat(again.headers().get("location")).isEqualTo(first.headers().get("location"));
      assertThat(again.headers()).containsKey("idempotency-replayed");
      assertThat(first.headers()).doesNotContainKey("idempotency-replayed");
      assertThat(ask(service, "k2").text()).isNotEqualTo(first.text());
      assertThat(service.get("ada", REQUESTS).json().path("requests")).hasSize(2);

      String approve = REQUESTS + "/" + first.json().path("id").asText() + "/approve";
      Answer yes = service.post("linus", approve, "{}", "Idempotency-Key", "k1"); // another caller
      Answer yesAgain = service.post("linus", approve, "{}", "Idempotency-Key", "k1");
      assertThat(yes.status()).isEqualTo(200);
      assertThat(yesAgain.text()).isEqualTo(yes.text());
      assertThat(service.post("linus", approve, "{}").status()).isEqualTo(409);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void sameKey_otherCall_is422_andDoesNothing(Engine engine) {
    try (RunningService service = start(engine)) {
      String id = ask(service, "k").json().path("id").asText();
      String other = RunningService.ASK.replace("\"minutes\":10", "\"minutes\":11");
      Answer otherBody = service.post("grace", REQUESTS, other, "Idempotency-Key", "k");
      Answer otherPath =
          service.post("grace", REQUESTS + "/" + id + "/cancel", "", "Idempotency-Key", "k");
      assertThat(otherBody.status()).isEqualTo(422);
      assertThat(otherPath.status()).isEqualTo(422);
      assertThat(otherBody.json().path("type").asText()).isEqualTo("urn:bauta:problem:key-reused");
      assertThat(service.get("ada", REQUESTS + "?state=pending").json().path("requests"))
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void refusals_areRepeated_andRecordedOnce(Engine engine) {
    try (RunningService service = start(engine)) {
      String bad = RunningService.ASK.replace("\"minutes\":10", "\"minutes\":9999");
      Answer first = service.post("grace", REQUESTS, bad, "Idempotency-Key", "k");
      long size = service.get("ada", "/api/v1/audit").json().path("size").asLong();
      Answer again = service.post("grace", REQUESTS, bad, "Idempotency-Key", "k");
      assertThat(first.status()).isEqualTo(400);
      assertThat(again.text()).isEqualTo(first.text());
      assertThat(again.headers().get("content-type")).containsExactly("application/problem+json");
      assertThat(service.get("ada", "/api/v1/audit").json().path("size").asLong()).isEqualTo(size);
      for (String key : List.of("", "a b", "x".repeat(201)))
        assertThat(
                service
                    .post("grace", REQUESTS, RunningService.ASK, "Idempotency-Key", key)
                    .status())
            .as(key)
            .isEqualTo(400);
      assertThat(service.post(null, REQUESTS, bad, "Idempotency-Key", "k").status()).isEqualTo(401);
    }
  }

  @Test
  void concurrentCalls_onTwoInstances_haveOneWinner() throws Exception {
    String database =
        "database: {url: '" + Engine.newSchema() + "', user: postgres, password: postgres}";
    Path one = Files.createDirectory(folder.resolve("one"));
    Path two = Files.createDirectory(folder.resolve("two"));
    try (RunningService first = RunningService.start(one, database)) {
      copyKeys(one, two);
      try (RunningService second = RunningService.start(two, database)) {
        for (int round = 0; round < 10; round++)
          concurrent(List.of(first, second), "round-" + round);
        assertThat(first.get("ada", REQUESTS).json().path("requests")).hasSize(10);
      }
    }
  }

  private static void concurrent(List<RunningService> services, String key) {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        RunningService service = services.get(i % 2);
        answers.add(CompletableFuture.supplyAsync(() -> ask(service, key), threads));
      }
      Set<String> made = new HashSet<>();
      for (CompletableFuture<Answer> future : answers) {
        Answer answer = future.join();
        assertThat(answer.status()).as(answer.text()).isIn(201, 409);
        if (answer.status() == 201) made.add(answer.text());
        else assertThat(answer.headers().get("retry-after")).containsExactly("1");
      }
      assertThat(made).hasSize(1);
      assertThat(ask(services.get(0), key).text()).isEqualTo(made.iterator().next());
    } finally {
      threads.shutdown();
    }
  }

  static void copyKeys(Path from, Path to) throws IOException {
    Path keys = Files.createDirectories(to.resolve("bauta-data/keys"));
    try (var files = Files.list(from.resolve("bauta-data/keys"))) {
      for (Path file : files.toList())
        Files.copy(
            file,
            keys.resolve(file.getFileName()),
            java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private RunningService start(Engine engine) {
    return engine == Engine.SQLITE
        ? RunningService.start(folder)
        : RunningService.start(
            folder,
            "database: {url: '" + Engine.newSchema() + "', user: postgres, password: postgres}");
  }

  private static Answer ask(RunningService service, String key) {
    return service.post("grace", REQUESTS, RunningService.ASK, "Idempotency-Key", key);
  }
}
