package dev.bauta.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.app.RunningService;
import dev.bauta.service.app.RunningService.Answer;
import dev.bauta.service.app.Tokens;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that call the API: they may ask and read, and a person decides. */
class ServiceAccountTest {
  @TempDir private static Path folder;
  private static RunningService service;

  @BeforeAll
  static void start() {
    service =
        RunningService.start(
            folder,
            "service-accounts:",
            account("incident-tool", "requests:ask"),
            account("console", "requests:read"),
            account("kill-switch", "grants:revoke"),
            account("siem", "audit:read"),
            account("idle", ""));
  }

  private static String account(String name, String scopes) {
    return "  - {name: "
        + name
        + ", scopes: ["
        + scopes
        + "], api-token-sha256: "
        + Tokens.hash(name + "-token")
        + "}";
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void account_asks_andAPersonDecides() {
    Answer asked = service.post("incident-tool", "/api/v1/requests", RunningService.ASK);
    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.json().path("requester").asText()).isEqualTo("incident-tool");
    String path = "/api/v1/requests/" + asked.json().path("id").asText();
    assertThat(service.get("incident-tool", path).status()).isEqualTo(200);
    assertThat(service.get("siem", path).status()).isEqualTo(403);
    for (String account : new String[] {"incident-tool", "console", "kill-switch", "siem"}) {
      Answer decided = service.post(account, path + "/approve", "{}");
      assertThat(decided.status()).isEqualTo(403);
      assertThat(decided.json().path("detail").asText()).contains("This is for people");
    }
    assertThat(service.post("linus", path + "/approve", "{}").status()).isEqualTo(200);
  }

  @Test
  void account_seesItsOwn_unlessItMayReadAll() {
    String graces = service.asked();
    assertThat(service.get("incident-tool", "/api/v1/requests").text()).doesNotContain(graces);
    assertThat(service.get("incident-tool", "/api/v1/requests/" + graces).status()).isEqualTo(404);
    assertThat(service.get("console", "/api/v1/requests").text()).contains(graces);
    assertThat(service.get("console", "/api/v1/audit").status()).isEqualTo(403);
    assertThat(service.get("siem", "/api/v1/audit").status()).isEqualTo(200);
    assertThat(service.post("console", "/api/v1/requests", RunningService.ASK).status())
        .isEqualTo(403);
  }

  @Test
  void killSwitch_endsAnyGrant_andReadsNone() {
    String id = service.approved();
    String grant = "/api/v1/grants/" + id.replace("req-", "grant-");
    assertThat(service.get("kill-switch", grant).status()).isEqualTo(403);
    assertThat(service.post("incident-tool", grant + "/revoke", "{\"reason\":\"x\"}").status())
        .isEqualTo(403);
    Answer revoked = service.post("kill-switch", grant + "/revoke", "{\"reason\":\"incident\"}");
    assertThat(revoked.json().path("state").asText()).isEqualTo("REVOKED");
    assertThat(service.get("siem", "/api/v1/audit").text())
        .contains("kill-switch", "service-account");
  }

  @Test
  void breakingTheGlass_reviewing_delegating_areForPeople() {
    for (String path :
        new String[] {
          "/api/v1/break-glass", "/api/v1/requests/req-1/review", "/api/v1/delegations"
        }) {
      assertThat(service.post("incident-tool", path, "{}").json().path("detail").asText())
          .as(path)
          .contains("This is for people");
    }
  }

  @Test
  void accountWithoutAScope_mayNothing_andIsToldWhichItLacks() {
    Answer answer = service.get("idle", "/api/v1/requests");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().path("detail").asText())
        .contains("lacks the scope requests:ask or requests:read", "service-accounts:");
  }

  @Test
  void description_namesTheScopes() {
    assertThat(
            service
                .get(null, "/openapi.json")
                .json()
                .at("/paths/~1api~1v1~1grants~1{id}~1revoke/post/security/1/accountToken")
                .toString())
        .isEqualTo("[\"grants:revoke\",\"requests:ask\"]");
  }
}
