package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.bauta.demo.AuditRow;
import dev.bauta.demo.Desk;
import dev.bauta.demo.GrantService;
import dev.bauta.demo.Http;
import dev.bauta.demo.Look;
import dev.bauta.demo.Requests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The grant service and the customer desk together: a grant shows what it names, and no more. */
class UnmaskStoryIT {

  private static final int CUSTOMER = 7;
  private static final List<String> ALL =
      List.of("name", "email", "phone", "date-of-birth", "us-ssn", "iban", "address");

  private static GrantService service;
  private static Desk desk;
  private static Requests requests;

  @BeforeAll
  static void start() {
    Path folder = Layout.scratch("unmask story");
    service = GrantService.start(Installed.on(Jdks.oldest()), folder);
    requests = new Requests(service);
    Map<String, String> properties = new TreeMap<>(service.agentProperties());
    properties.put("bauta.config", ConfigFile.write(folder, Installed.deskRules()).toString());
    desk = Desk.start(Installed.on(Jdks.oldest()), folder, properties);
  }

  @AfterAll
  static void stop() {
    desk.close();
    service.close();
  }

  @Test
  void approvedGrant_showsRawToThatPerson_andMasksToEverybodyElse_untilItIsRevoked() {
    String id = requests.asked("grace", ALL, Map.of());
    assertThat(requests.approve("grace", id).status()).isEqualTo(403);
    assertThat(look("grace").masked()).isTrue();

    requests.approve("ada", id).expect(200, "approval");
    until(() -> look("grace").raw());
    Look grace = look("grace");
    for (String other : List.of("linus", "ada", "margaret")) {
      Look masked = look(other);
      assertThat(masked.masked()).as(other).isTrue();
      assertThat(masked.card() + masked.json()).doesNotContain(grace.values());
    }
    assertThat(grace.logHides(grace)).isTrue();

    requests.revoke("ada", id).expect(200, "revocation");
    until(() -> look("grace").masked());
    assertThat(requests.state(id)).isEqualTo("REVOKED");
  }

  @Test
  void grantForOneType_liftsThatTypeOnly() {
    String id = approved(List.of("email"), Map.of());

    until(() -> !look("grace").field("email").contains("***"));
    Look grace = look("grace");
    assertThat(grace.field("full_name")).isEqualTo("[NAME]");
    assertThat(grace.field("ssn")).startsWith("***-**-");
    assertThat(grace.json()).contains(grace.field("email"), "\"fullName\":\"[NAME]\"");
    end(id);
  }

  @Test
  void grantForOneField_liftsThatFieldOnly() {
    String id = approved(ALL, Map.of("fields", List.of("street")));

    until(() -> !look("grace").field("street").equals("[ADDRESS]"));
    Look grace = look("grace");
    assertThat(grace.field("full_name")).isEqualTo("[NAME]");
    assertThat(grace.field("email")).contains("***");
    end(id);
  }

  @Test
  void twoGrants_addUp_andDoNotMakeAThird() {
    String rows = approved(List.of("email"), Map.of("sinks", List.of("jdbc")));
    String json = approved(List.of("us-ssn"), Map.of("sinks", List.of("json")));

    until(() -> !look("grace").field("email").contains("***"));
    Look grace = look("grace");
    assertThat(grace.field("ssn")).startsWith("***-**-");
    assertThat(grace.json()).doesNotContain(grace.field("email")).contains("\"ssn\":\"***-**-");
    end(rows);
    end(json);
  }

  @Test
  void spentBudgetOfReveals_endsTheGrant() {
    String id = approved(List.of("name"), Map.of("maxReveals", 12));

    until(() -> !look("grace").field("full_name").equals("[NAME]"));
    until(() -> look("grace").field("full_name").equals("[NAME]"));
    end(id);
  }

  @Test
  void reveals_areCountedInTheAuditLog_withoutAValue() {
    String id = approved(List.of("email"), Map.of());
    until(() -> !look("grace").field("email").contains("***"));
    String email = look("grace").field("email");

    until(() -> audit().contains("reveals.counted"));
    assertThat(audit()).doesNotContain(email);
    end(id);
    assertThat(service.verifyAudit().status()).isZero();
  }

  @Test
  void approver_seesHowMuchTheRequestWouldHaveShown() {
    assertThat(look("linus").masked()).isTrue();
    String id = requests.asked("grace", List.of("email"), Map.of());
    // the agent tells every 20 seconds
    until(
        Duration.ofSeconds(60), () -> requests.get(id).path("lastHour").path("email").asLong() > 0);
    assertThat(requests.get(id).path("lastHour").has("us-ssn")).isFalse();
    service.as("grace").post("/api/v1/requests/" + id + "/cancel", Map.of()).expect(200, "cancel");
  }

  @Test
  void logsAreAskedFor_andRefusedWithTheReason() {
    Http.Answer refused = requests.ask("grace", ALL, Map.of("sinks", List.of("log")));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("log");
  }

  @Test
  void unknownServiceUnknownTypeAndNoReason_areRefused() {
    assertThat(requests.ask("grace", ALL, Map.of("service", "billing")).status()).isEqualTo(400);
    assertThat(requests.ask("grace", List.of("shoe-size"), Map.of()).status()).isEqualTo(400);
    assertThat(requests.ask("grace", ALL, Map.of("reason", "because")).status()).isEqualTo(400);
  }

  @Test
  void secondApproval_isToldWhoWasFirst() {
    String id = approved(List.of("email"), Map.of());

    Http.Answer second = requests.approve("ada", id);
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("ada");
    end(id);
  }

  private static String approved(List<String> types, Map<String, Object> changes) {
    String id = requests.asked("grace", types, changes);
    requests.approve("ada", id).expect(200, "approval");
    return id;
  }

  private static void end(String id) {
    Http.Answer answer = requests.revoke("ada", id);
    assertThat(answer.status()).as(answer.body()).isIn(200, 409); // over already is as good
    until(() -> look("grace").masked());
  }

  private static Look look(String person) {
    return Look.at(desk, person, CUSTOMER);
  }

  private static String audit() {
    return requests.audit().stream().map(AuditRow::text).collect(Collectors.joining("\n"));
  }

  private static void until(Callable<Boolean> condition) {
    until(Duration.ofSeconds(30), condition);
  }

  private static void until(Duration patience, Callable<Boolean> condition) {
    await().atMost(patience).pollInterval(Duration.ofMillis(50)).until(condition);
  }
}
