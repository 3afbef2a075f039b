package dev.bauta.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bauta.service.app.RunningService;
import dev.bauta.service.app.RunningService.Answer;
import dev.bauta.service.store.Engine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagingTest {
  @TempDir Path folder;

  private RunningService start(Engine engine) {
    return engine == Engine.SQLITE
        ? RunningService.start(folder)
        : RunningService.start(
            folder,
            "database: {url: '" + Engine.newSchema() + "', user: postgres, password: postgres}");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void pages_giveEverythingOnce_alsoWhileOthersAsk(Engine engine) {
    try (RunningService service = start(engine)) {
      List<String> asked = new ArrayList<>();
      for (int i = 0; i < 11; i++) asked.add(0, service.asked());
      List<String> read = new ArrayList<>();
      String next = "";
      do {
        JsonNode page =
            service
                .get(
                    "linus", "/api/v1/requests?limit=3" + (next.isEmpty() ? "" : "&cursor=" + next))
                .json();
        assertThat(page.path("requests").size()).isBetween(1, 3);
        page.path("requests").forEach(r -> read.add(r.path("id").asText()));
        next = page.path("next").asText();
        service.asked(); // before the first page: never seen, and moves nothing
      } while (!next.isEmpty());
      assertThat(read).containsExactlyElementsOf(asked);

      List<String> grants = new ArrayList<>();
      for (int i = 0; i < 5; i++) grants.add(0, "grant-" + service.approved().substring(4));
      List<String> readGrants = new ArrayList<>();
      next = "";
      do {
        JsonNode page =
            service
                .get("grace", "/api/v1/grants?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next))
                .json();
        page.path("grants").forEach(g -> readGrants.add(g.path("id").asText()));
        next = page.path("next").asText();
        if (!next.isEmpty()) service.approved();
      } while (!next.isEmpty());
      assertThat(readGrants).containsExactlyElementsOf(grants);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void filters_leaveWhatTheySay(Engine engine) {
    try (RunningService service = start(engine)) {
      String first = service.approved();
      String second = service.asked();
      String asked =
          service.get("ada", "/api/v1/requests/" + second).json().path("askedAt").asText();
      assertThat(ids(service, "?state=approved")).containsExactly(first);
      assertThat(ids(service, "?state=pending")).containsExactly(second);
      assertThat(ids(service, "?requester=grace")).containsExactly(second, first);
      assertThat(ids(service, "?requester=linus")).isEmpty();
      assertThat(ids(service, "?service=other")).isEmpty();
      assertThat(ids(service, "?service=desk&state=pending")).containsExactly(second);
      assertThat(ids(service, "?from=" + asked)).containsExactly(second);
      assertThat(ids(service, "?to=" + asked)).containsExactly(first);
      assertThat(service.get("ada", "/api/v1/grants?service=desk").json().path("grants"))
          .hasSize(1);
      assertThat(service.get("ada", "/api/v1/grants?service=other").json().path("grants"))
          .isEmpty();
      // a filter never shows what its caller may not see
      assertThat(service.get("mallory", "/api/v1/requests?requester=grace").json().path("requests"))
          .isEmpty();
      JsonNode audit = service.get("ada", "/api/v1/audit?limit=1").json();
      assertThat(audit.path("records")).hasSize(1);
      assertThat(
              service
                  .get("ada", "/api/v1/audit?limit=1&after=" + audit.path("next").asText())
                  .json()
                  .path("records")
                  .path(0)
                  .path("number")
                  .asInt())
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void whatIsNoPage_is400_withTheField(Engine engine) {
    try (RunningService service = start(engine)) {
      for (String list : List.of("requests", "grants", "agents")) {
        for (String bad : List.of("limit=0", "limit=501", "limit=x", "limit=-1")) {
          fault(service.get("ada", "/api/v1/" + list + "?" + bad), "limit");
        }
        fault(service.get("ada", "/api/v1/" + list + "?cursor=!"), "cursor");
      }
      for (String bad : List.of("eA", "MjAyNg", "AA", "", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5"))
        fault(service.get("ada", "/api/v1/requests?cursor=" + bad), "cursor");
      fault(service.get("ada", "/api/v1/grants?cursor=eA"), "cursor");
      fault(service.get("ada", "/api/v1/requests?from=yesterday"), "from");
      fault(service.get("ada", "/api/v1/requests?to=%2B999999999-01-01T00:00:00Z"), "to");
      fault(service.get("ada", "/api/v1/requests?service=%00"), "service");
    }
  }

  private static void fault(Answer answer, String field) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.json().path("faults").findValuesAsText("field")).containsExactly(field);
  }

  private static List<String> ids(RunningService service, String query) {
    List<String> ids = new ArrayList<>();
    service
        .get("ada", "/api/v1/requests" + query)
        .json()
        .path("requests")
        .forEach(r -> ids.add(r.path("id").asText()));
    return ids;
  }
}
