package dev.bauta.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bauta.grants.Keys;
import dev.bauta.grants.Snapshot;
import dev.bauta.grants.TokenVerifier;
import dev.bauta.service.app.RunningService;
import dev.bauta.service.app.RunningService.Answer;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTest {
  @TempDir static Path folder;
  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start(folder);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void everyPersonsRoute_withoutAToken_orWithAnUnknownOne_orAnAgents_is401() {
    List<String> paths =
        List.of(
            "/api/v1/requests",
            "/api/v1/requests/req-1",
            "/api/v1/grants",
            "/api/v1/audit",
            "/api/v1/audit/checkpoint",
            "/api/v1/agents");
    for (String path : paths) {
      for (String who : new String[] {null, "nobody", "desk-agents"}) {
        Answer answer = service.get(who, path);
        assertThat(answer.status()).as(path).isEqualTo(401);
        assertThat(answer.headers().get("www-authenticate")).containsExactly("Bearer");
        assertThat(answer.headers().get("content-type"))
            .containsExactly("application/problem+json");
        assertThat(answer.text()).doesNotContain("nobody-token");
      }
    }
    assertThat(service.post(null, "/api/v1/requests", RunningService.ASK).status()).isEqualTo(401);
  }

  @Test
  void story_ask_refuseSelf_approve_decidedAlready_revoke() {
    String id = service.asked();
    Answer self = service.post("grace", "/api/v1/requests/" + id + "/approve", "{}");
    assertThat(self.status()).isEqualTo(403);
    assertThat(self.json().path("type").asText()).isEqualTo("urn:bauta:problem:self-decision");
    assertThat(service.post("mallory", "/api/v1/requests/" + id + "/approve", "{}").status())
        .isEqualTo(403);
    assertThat(
            service
                .post("linus", "/api/v1/requests/" + id + "/approve", "{\"minutes\":11}")
                .json()
                .path("type")
                .asText())
        .endsWith("widening");
    Answer approved =
        service.post(
            "linus",
            "/api/v1/requests/" + id + "/approve",
            "{\"minutes\":5,\"types\":[\"email\"]}");
    assertThat(approved.status()).isEqualTo(200);
    assertThat(approved.json().path("types")).hasSize(1);
    Answer late = service.post("alan", "/api/v1/requests/" + id + "/deny", "{\"reason\":\"no\"}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().path("detail").asText()).startsWith("Already approved by linus at 2");
    String grant = approved.json().path("grant").asText();
    assertThat(service.get("grace", "/api/v1/grants/" + grant).json().path("live").asBoolean())
        .isTrue();
    assertThat(
            service
                .post("mallory", "/api/v1/grants/" + grant + "/revoke", "{\"reason\":\"x\"}")
                .status())
        .isEqualTo(403);
    Answer revoked =
        service.post("grace", "/api/v1/grants/" + grant + "/revoke", "{\"reason\":\"done\"}");
    assertThat(revoked.json().path("state").asText()).isEqualTo("REVOKED");
    assertThat(service.get("grace", "/api/v1/grants/" + grant).json().path("live").asBoolean())
        .isFalse();
  }

  @Test
  void badRequests_sayWhichField_andRepeatNothing() {
    Map<String, String> bad =
        Map.of(
            "{",
            "body",
            "[1]",
            "body",
            "{\"service\":\"desk\",\"service\":\"desk\"}",
            "body",
            "{\"servise\":\"desk\"}",
            "body",
            RunningService.ASK.replace("\"desk\"", "\"ada@example.com\""),
            "service",
            RunningService.ASK.replace("\"minutes\":10", "\"minutes\":\"ten\""),
            "minutes",
            RunningService.ASK.replace("[\"email\",\"name\"]", "\"email\""),
            "types",
            RunningService.ASK.replace("\"*\"", "[]"),
            "fields",
            RunningService.ASK.replace("customer cannot be reached", "why not"),
            "reason",
            RunningService.ASK.replace("[\"json\",\"jdbc\"]", "[\"log\"]"),
            "sinks");
    bad.forEach(
        (body, field) -> {
          Answer answer = service.post("grace", "/api/v1/requests", body);
          assertThat(answer.status()).as(body).isEqualTo(400);
          assertThat(answer.json().path("faults").findValuesAsText("field"))
              .as(body)
              .contains(field);
          assertThat(answer.text())
              .doesNotContain("ada@example.com")
              .doesNotContain("servise")
              .doesNotContain("customer-4711");
        });
  }

  @Test
  void requests_areSeenByTheirRequester_theirApprovers_andAuditors_only() {
    String id = service.asked();
    for (String who : List.of("grace", "linus", "alan", "ada"))
      assertThat(service.get(who, "/api/v1/requests/" + id).status()).isEqualTo(200);
    assertThat(service.get("mallory", "/api/v1/requests/" + id).status()).isEqualTo(404);
    assertThat(service.get("mallory", "/api/v1/requests").text()).doesNotContain(id);
    assertThat(service.get("grace", "/api/v1/requests").text()).contains(id);
    assertThat(service.get("ada", "/api/v1/requests").text()).contains(id);
    String grant = "grant-" + service.approved().substring(4);
    for (String who : List.of("grace", "linus", "alan", "ada"))
      assertThat(service.get(who, "/api/v1/grants").text()).contains(grant);
    assertThat(service.get("mallory", "/api/v1/grants").text()).doesNotContain(grant);
    assertThat(service.get("mallory", "/api/v1/grants/" + grant).status()).isEqualTo(404);
    assertThat(service.get("linus", "/api/v1/requests?state=pending").text()).contains(id);
    assertThat(service.get("linus", "/api/v1/requests?state=gone").status()).isEqualTo(400);
    for (String path :
        List.of(
            "/api/v1/audit",
            "/api/v1/audit/checkpoint",
            "/api/v1/audit/inclusion?record=0",
            "/api/v1/audit/consistency?from=0")) {
      assertThat(service.get("grace", path).status()).isEqualTo(403);
      assertThat(service.get("ada", path).status()).isEqualTo(200);
    }
    assertThat(service.get("ada", "/api/v1/audit/inclusion?record=99999").status()).isEqualTo(400);
  }

  @Test
  void personalDataInAReason_isMaskedBeforeItIsStored() {
    Answer answer =
        service.post(
            "grace",
            "/api/v1/requests",
            RunningService.ASK.replace("customer cannot", "ada.lovelace@example.com cannot"));
    assertThat(answer.json().path("reason").asText())
        .isEqualTo("a***@example.com cannot be reached");
    assertThat(service.get("ada", "/api/v1/audit?after=0").text()).doesNotContain("ada.lovelace");
  }

  @Test
  void loneSurrogatesAndNul_areTakenWithoutHarm() {
    String ask =
        RunningService.ASK
            .replace("customer cannot", "\\ud800 customer \\u0000 cannot")
            .replace("customer-4711", "x\\udfff");
    assertThat(service.post("grace", "/api/v1/requests", ask).status()).isEqualTo(201);
  }

  @Test
  void snapshot_isSigned_andAnsweredWith304WhileNothingChanges() throws Exception {
    String path = "/agent/v1/grants?service=desk&environment=production";
    service.approved();
    Answer answer = service.get("desk-agents", path);
    String etag = answer.headers().get("etag").get(0);
    PublicKey trust = Keys.readPublic(Files.readString(service.data().resolve("keys/grants.pub")));
    TokenVerifier verifier =
        new TokenVerifier(Map.of(Keys.kid(trust), trust), "desk", "production", Clock.systemUTC());
    Snapshot snapshot = (Snapshot) verifier.verify(answer.text());
    assertThat(snapshot.grants()).anyMatch(g -> g.people().contains("grace"));
    assertThat(snapshot.lease()).hasSeconds(15);
    assertThat(service.get("desk-agents", path, "If-None-Match", etag).status()).isEqualTo(304);
    service.approved();
    assertThat(service.get("desk-agents", path, "If-None-Match", etag).status()).isEqualTo(200);
  }

  @Test
  void agents_receiveTheirOwnServicesGrantsOnly() {
    assertThat(
            service
                .get("desk-agents", "/agent/v1/grants?service=other&environment=production")
                .status())
        .isEqualTo(403);
    assertThat(
            service.get("desk-agents", "/agent/v1/grants?service=desk&environment=moon").status())
        .isEqualTo(404);
    assertThat(service.get("desk-agents", "/agent/v1/grants?service=desk").status()).isEqualTo(400);
    assertThat(
            service.get("grace", "/agent/v1/grants?service=desk&environment=production").status())
        .isEqualTo(401);
    assertThat(
            service
                .get("grace", "/agent/v1/stream?service=desk&environment=production&agent=a")
                .status())
        .isEqualTo(401);
    assertThat(
            service
                .get("desk-agents", "/agent/v1/stream?service=other&environment=production&agent=a")
                .status())
        .isEqualTo(403);
    assertThat(
            service
                .get(
                    "desk-agents",
                    "/agent/v1/stream?service=desk&environment=production&agent=a%20b")
                .status())
        .isEqualTo(400);
    String foreign =
        "{\"agent\":\"a\",\"service\":\"other\",\"environment\":\"production\",\"number\":1,\"applied\":{\"epoch\":1,\"version\":1},\"counts\":[]}";
    assertThat(service.post("desk-agents", "/agent/v1/receipts", foreign).status()).isEqualTo(403);
  }

  @Test
  void receipt_isTaken_repeated_andRefusedWhenItIsNone() {
    String id = service.approved();
    String grant = "grant-" + id.substring(4);
    String receipt =
        "{\"agent\":\"r1\",\"service\":\"desk\",\"environment\":\"production\",\"number\":1,\"applied\":{\"epoch\":1,\"version\":1},\"counts\":[{\"grant\":\""
            + grant
            + "\",\"sink\":\"json\",\"type\":\"email\",\"field\":null,\"count\":3}]}";
    assertThat(service.post("desk-agents", "/agent/v1/receipts", receipt).status()).isEqualTo(204);
    assertThat(service.post("desk-agents", "/agent/v1/receipts", receipt).status()).isEqualTo(204);
    assertThat(service.get("grace", "/api/v1/requests/" + id).json().path("revealed").asInt())
        .isEqualTo(3);
    assertThat(
            service
                .post("desk-agents", "/agent/v1/receipts", receipt.replace(":3", ":-3"))
                .status())
        .isEqualTo(400);
    assertThat(
            service
                .post(
                    "desk-agents",
                    "/agent/v1/receipts",
                    receipt.replace("\"number\":1", "\"number\":0"))
                .status())
        .isEqualTo(400);
    assertThat(service.get("ada", "/api/v1/agents").text()).contains("\"agent\":\"r1\"");
  }

  @Test
  void largeBody_is413_withAndWithoutADeclaredLength() throws Exception {
    byte[] large = "x".repeat(10_000_000).getBytes(StandardCharsets.US_ASCII);
    for (boolean declared : new boolean[] {true, false}) {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create(service.url() + "/api/v1/requests").toURL().openConnection();
      connection.setDoOutput(true);
      connection.setRequestProperty("Authorization", "Bearer grace-token");
      connection.setRequestProperty("Content-Type", "application/json");
      if (declared) connection.setFixedLengthStreamingMode(large.length);
      else connection.setChunkedStreamingMode(8192);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(large);
        assertThat(connection.getResponseCode()).isEqualTo(413);
      } catch (java.io.IOException closedWhileSending) {
        // the service answers and closes before all of it is sent, which is as good
        assertThat(service.get(null, "/health").status()).isEqualTo(200);
      }
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      String head =
          "POST /api/v1/requests HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer grace-token\r\nContent-Length: 10000000\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(10_000);
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void everyRefusal_isAProblem() throws Exception {
    problem(service.get("grace", "/nothing"), 404);
    problem(service.post("grace", "/api/v1/audit", "{}"), 405);
    problem(
        service.post("grace", "/api/v1/requests", "service=desk", "Content-Type", "text/plain"),
        415);
    assertThat(
            service
                .post(
                    "grace",
                    "/api/v1/requests",
                    RunningService.ASK,
                    "Content-Type",
                    "Application/JSON; charset=utf-8")
                .status())
        .isEqualTo(201);
    // before any of our code sees them
    assertThat(raw("GET /health HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431")
        .contains("application/problem+json")
        .contains("urn:bauta:problem:http-431")
        .doesNotContain("xxx");
    assertThat(raw("GET /he\u0001alth HTTP/1.1\r\nHost: a\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json");
  }

  private static void problem(Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().get("content-type")).containsExactly("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("type").asText()).startsWith("urn:bauta:problem:");
    assertThat(answer.json().path("detail").asText()).isNotBlank();
  }

  private static String raw(String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      StringBuilder text = new StringBuilder();
      byte[] part = new byte[4096];
      try {
        for (int n; (n = socket.getInputStream().read(part)) > 0; )
          text.append(new String(part, 0, n, StandardCharsets.US_ASCII));
      } catch (java.io.IOException reset) {
        // the server closes while the rest is still on its way
      }
      return text.toString();
    }
  }

  @Test
  void everyAnswer_hasTheSecurityHeaders_andNoServerVersion() {
    for (Answer answer :
        List.of(
            service.get(null, "/health"),
            service.get(null, "/nothing"),
            service.get("grace", "/api/v1/requests"),
            service.get(null, "/api/v1/audit"))) {
      assertThat(answer.headers()).containsEntry("x-content-type-options", List.of("nosniff"));
      assertThat(answer.headers()).containsEntry("cache-control", List.of("no-store"));
      assertThat(answer.headers())
          .containsKeys("content-security-policy", "x-frame-options", "referrer-policy");
      assertThat(answer.headers()).doesNotContainKey("server");
    }
  }

  @Test
  void health_metrics_keys_areOpen_andNameNobody() throws Exception {
    service.approved();
    assertThat(service.get(null, "/health").json().path("database").asText()).isEqualTo("up");
    String metrics = service.get(null, "/metrics").text();
    assertThat(metrics)
        .contains(
            "bauta_http_requests_total",
            "bauta_audit_records",
            "bauta_stream_clients",
            "jvm_memory_used_bytes");
    assertThat(metrics).doesNotContain("grace").doesNotContain("req-").doesNotContain("customer-");
    JsonNode key = service.get(null, "/.well-known/jwks.json").json().path("keys").path(0);
    PublicKey trust = Keys.readPublic(Files.readString(service.data().resolve("keys/grants.pub")));
    assertThat(key.path("kid").asText()).isEqualTo(Keys.kid(trust));
    assertThat(key.has("d")).isFalse();
  }
}
