package dev.bauta.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.engine.AddressRange;
import dev.bauta.service.app.RunningService;
import dev.bauta.service.app.RunningService.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
  @TempDir Path folder;

  @Test
  void oneWhoCallsTooOften_is429_andOthersAreNot() {
    try (RunningService service = RunningService.start(folder, "limits: {calls-per-person: 5}")) {
      for (int i = 0; i < 5; i++)
        assertThat(service.get("grace", "/api/v1/requests").status()).isEqualTo(200);
      Answer refused = service.get("grace", "/api/v1/requests");
      tooMany(refused);
      assertThat(refused.json().path("detail").asText()).contains("limits.calls-per-person");
      // with a key it is not kept as the answer
      Answer keyed =
          service.post("grace", "/api/v1/requests", RunningService.ASK, "Idempotency-Key", "k");
      tooMany(keyed);
      assertThat(service.get("linus", "/api/v1/requests").status()).isEqualTo(200);
    }
  }

  @Test
  void aKeyedCall_countsOnce() {
    try (RunningService service = RunningService.start(folder, "limits: {calls-per-person: 2}")) {
      for (int i = 0; i < 2; i++)
        assertThat(
                service
                    .post(
                        "grace", "/api/v1/requests", RunningService.ASK, "Idempotency-Key", "k" + i)
                    .status())
            .isEqualTo(201);
    }
  }

  @Test
  void oneAddress_isHeldBack_alsoForWhatIsOpen_butNotItsAgents() {
    try (RunningService service = RunningService.start(folder, "limits: {calls-per-address: 3}")) {
      for (int i = 0; i < 3; i++) assertThat(service.get(null, "/health").status()).isEqualTo(200);
      tooMany(service.get(null, "/health"));
      tooMany(service.get(null, "/nothing"));
      tooMany(service.get("grace", "/api/v1/requests"));
      assertThat(
              service
                  .get("desk-agents", "/agent/v1/grants?service=desk&environment=production")
                  .status())
          .isEqualTo(200);
    }
  }

  @Test
  void guessedTokens_areNotLookedUpAnyMore_butWhoSignedInLatelyIsLetIn() {
    try (RunningService service = RunningService.start(folder, "limits: {failed-sign-ins: 3}")) {
      assertThat(service.get("grace", "/api/v1/requests").status()).isEqualTo(200);
      for (int i = 0; i < 3; i++)
        assertThat(service.get("guess-" + i, "/api/v1/requests").status()).isEqualTo(401);
      tooMany(service.get("guess-4", "/api/v1/requests"));
      tooMany(service.get("guess-5", "/agent/v1/grants?service=desk&environment=production"));
      tooMany(
          service.get("guess-6", "/agent/v1/stream?service=desk&environment=production&agent=a"));
      tooMany(service.get("linus", "/api/v1/requests")); // the price: a first sign-in has to wait
      assertThat(service.get("grace", "/api/v1/requests").status()).isEqualTo(200);
    }
  }

  @Test
  void streams_areCounted_andGivenBack() throws Exception {
    try (RunningService service = RunningService.start(folder, "limits: {streams: 2}")) {
      List<HttpResponse<java.io.InputStream>> open = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        open.add(stream(service, "a" + i));
        assertThat(open.get(i).statusCode()).isEqualTo(200);
      }
      HttpResponse<java.io.InputStream> refused = stream(service, "a2");
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).contains("5");
      open.get(0).body().close();
      org.awaitility.Awaitility.await()
          .atMost(java.time.Duration.ofSeconds(20))
          .until(
              () -> {
                HttpResponse<java.io.InputStream> again = stream(service, "a3");
                if (again.statusCode() == 200) again.body().close();
                return again.statusCode() == 200;
              });
      open.get(1).body().close();
    }
  }

  private static HttpResponse<java.io.InputStream> stream(RunningService service, String agent)
      throws Exception {
    URI uri =
        URI.create(
            service.url() + "/agent/v1/stream?service=desk&environment=production&agent=" + agent);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).header("Authorization", "Bearer desk-agents-token").build(),
            BodyHandlers.ofInputStream());
  }

  @Test
  void waitingRequests_areFewAPerson_andRoomComesBack() {
    try (RunningService service = RunningService.start(folder, "limits: {pending-requests: 2}")) {
      service.asked();
      String second = service.asked();
      Answer third = service.post("grace", "/api/v1/requests", RunningService.ASK);
      tooMany(third);
      assertThat(third.json().path("type").asText()).endsWith("too-many-pending");
      assertThat(service.post("linus", "/api/v1/requests", RunningService.ASK).status())
          .isEqualTo(201);
      service.post("grace", "/api/v1/requests/" + second + "/cancel", "{}");
      assertThat(service.post("grace", "/api/v1/requests", RunningService.ASK).status())
          .isEqualTo(201);
    }
  }

  @Test
  void address_isTakenFromTrustedProxiesOnly() {
    Gate gate =
        new Gate(
            new Limits(
                1, 1, 1, 1, List.of(AddressRange.of("10.0.0.0/8"), AddressRange.of("fd00::/8"))));
    assertThat(gate.address("203.0.113.5", "198.51.100.1")).isEqualTo("203.0.113.5");
    assertThat(gate.address("10.1.1.1", "198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(gate.address("10.1.1.1", "1.1.1.1, 198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(gate.address("10.1.1.1", "1.1.1.1, 198.51.100.1, fd00::7"))
        .isEqualTo("198.51.100.1");
    assertThat(gate.address("10.1.1.1", "10.2.2.2")).isEqualTo("10.2.2.2");
    for (String none : new String[] {null, "", " ", "unknown", "198.51.100.1,", "x".repeat(5000)})
      assertThat(gate.address("10.1.1.1", none)).isEqualTo("10.1.1.1");
    Gate nobodys = new Gate(new Limits(1, 1, 1, 1, List.of()));
    assertThat(nobodys.address("127.0.0.1", "198.51.100.1")).isEqualTo("127.0.0.1");
  }

  @Test
  void manyNames_costBoundedMemory_andEachHasItsOwnMinute() {
    Gate gate = new Gate(new Limits(1, 1, 1, 1, List.of()));
    for (int i = 0; i < 300_000; i++) {
      String address = "a" + i;
      assertThatCode(() -> gate.fromAddress(address)).doesNotThrowAnyException();
    }
    gate.fromAddress("last");
    assertThatThrownBy(() -> gate.fromAddress("last")).isInstanceOf(TooManyException.class);
    assertThat(gate.owner("x", Optional.of("good"), t -> Optional.of(t))).contains("good");
  }

  private static void tooMany(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(429);
    assertThat(answer.headers().get("content-type")).containsExactly("application/problem+json");
    assertThat(Integer.parseInt(answer.headers().get("retry-after").get(0))).isBetween(1, 61);
  }
}
