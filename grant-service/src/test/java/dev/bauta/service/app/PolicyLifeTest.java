package dev.bauta.service.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A running service with a policy in a file of its own. */
class PolicyLifeTest {
  private static final String POLICY =
      """
      services:
        - {name: desk, environments: [production, staging], owner: alan}
      groups: {support: [grace]}
      rules:
        - name: support
          when: {groups: [support], types: [email, name], environments: [production]}
          needs:
            - {name: a lead, people: [linus, mallory]}
            - {name: the owner, owner: true}
        - name: no cards
          when: {types: [payment-card]}
          deny: Cards are never shown.
        - name: test data
          when: {environments: [staging]}
          approve: {until: 2099-01-01}
          limits: {minutes: 5}
      break-glass:
        - name: the night shift
          when: {groups: [support]}
          needs:
            - {name: the owner, owner: true}
      """;

  @TempDir Path folder;
  private RunningService service;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(folder.resolve("policy.yaml"), POLICY);
    RunningService.writeConfig(folder);
    Path config = folder.resolve("service.yaml");
    String text = Files.readString(config);
    int from = text.indexOf("services:\n");
    int until = text.indexOf("agents:\n");
    Files.writeString(
        config, text.substring(0, from) + "policy: {file: policy.yaml}\n" + text.substring(until));
    service = RunningService.again(folder);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void stages_areAskedOneAfterTheOther() {
    String id = service.asked();
    RunningService.Answer asked = service.get("linus", "/api/v1/requests/" + id);
    assertThat(asked.json().path("waitsFor").asText()).isEqualTo("a lead");
    assertThat(asked.json().path("stages").get(1).path("approvers").path("alan").asText())
        .isEqualTo("owner of desk");
    assertThat(approve("alan", id).status()).isEqualTo(403);
    assertThat(approve("alan", id).json().path("detail").asText())
        .isEqualTo("Your approval is not what this request waits for now; it waits for: a lead.");
    assertThat(approve("linus", id).json().path("state").asText()).isEqualTo("PENDING");
    assertThat(approve("mallory", id).status()).isEqualTo(403);
    assertThat(approve("alan", id).json().path("state").asText()).isEqualTo("APPROVED");
  }

  @Test
  void denial_saysWhatTheRuleSays_andWhatNoRuleAllows_isNamed() {
    assertThat(ask("production", "payment-card").text()).contains("Cards are never shown.");
    assertThat(ask("production", "phone").text())
        .contains("No rule lets you ask for: phone in json");
  }

  @Test
  void openRule_grantsAtOnce_inItsName_andWithinItsLimit() {
    RunningService.Answer answer = ask("staging", "email");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("state").asText()).isEqualTo("APPROVED");
    assertThat(answer.json().path("approvals").get(0).path("person").asText())
        .isEqualTo("rule:test data");
    assertThat(ask("staging", "email", 6).text()).contains("Must be from 1 to 5.");
  }

  @Test
  void changedFile_isTaken_andAWrongOneChangesNothing() throws IOException {
    String id = service.asked();
    write(POLICY.replace("[linus, mallory]", "[mallory]"));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                !service
                    .get("ada", "/api/v1/requests/" + service.asked())
                    .text()
                    .contains("linus"));
    assertThat(approve("linus", id).status()).isEqualTo(403);
    write("services: nonsense\n");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                service
                    .get(null, "/metrics")
                    .text()
                    .lines()
                    .anyMatch(line -> line.matches("bauta_policy_faults(\\{.*})? [1-9].*")));
    assertThat(ask("staging", "email").status()).isEqualTo(201);
    write(POLICY);
    await().atMost(Duration.ofSeconds(10)).until(() -> approve("linus", id).status() == 200);
    assertThat(approve("alan", id).json().path("state").asText()).isEqualTo("APPROVED");
    String audit = service.get("ada", "/api/v1/audit").text();
    assertThat(audit.split("policy.loaded", -1)).hasSize(3);
  }

  @Test
  void request_thatThePolicyDoesNotAllowAnyMore_isNotGranted() throws IOException {
    String id = service.asked();
    write(POLICY.replace("types: [email, name]", "types: [email]"));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(ask("production", "name").status()).isEqualTo(400));
    RunningService.Answer late = approve("linus", id);
    assertThat(late.status()).isEqualTo(403);
    assertThat(late.text()).contains("policy-changed", "has to be asked for anew");
  }

  @Test
  void extension_brokenGlass_andReview_overTheApi() {
    String id = service.asked();
    approve("linus", id);
    approve("alan", id);
    RunningService.Answer longer =
        service.post(
            "grace",
            "/api/v1/grants/" + id.replace("req-", "grant-") + "/extend",
            "{\"minutes\":5,\"reason\":\"the customer is still on the line\"}");
    assertThat(longer.status()).isEqualTo(201);
    assertThat(longer.json().path("follows").asText()).isEqualTo(id);

    RunningService.Answer taken = service.post("grace", "/api/v1/break-glass", RunningService.ASK);
    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.json().path("kind").asText()).isEqualTo("BREAK_GLASS");
    String broken = taken.json().path("id").asText();
    assertThat(service.get("alan", "/api/v1/reviews").text()).contains(broken);
    assertThat(service.get("linus", "/api/v1/reviews").text()).doesNotContain(broken);
    String path = "/api/v1/requests/" + broken + "/review";
    assertThat(service.post("alan", path, "{\"justified\":\"maybe\",\"note\":\"x\"}").status())
        .isEqualTo(400);
    assertThat(
            service
                .post("alan", path, "{\"justified\":\"yes\",\"note\":\"the outage of tonight\"}")
                .json()
                .path("by")
                .asText())
        .isEqualTo("alan");
  }

  @Test
  void commands_check_explain_andTryOnPastRequests() throws IOException {
    service.asked();
    ask("staging", "email");
    String config = folder.resolve("service.yaml").toString();
    assertThat(run("policy", "check", "--config", config))
        .startsWith("0: The policy can be used: version ")
        .contains("1 services, 3 rules");
    Path other = folder.resolve("other.yaml");
    Files.writeString(other, POLICY.replace("[linus, mallory]", "[mallory]"));
    assertThat(run("policy", "simulate", "--config", config, other.toString()))
        .startsWith("1: ")
        .contains("now:  needs 1 of linus, mallory, then 1 of alan")
        .contains("then: needs 1 of mallory, then 1 of alan")
        .contains("1 of 2 requests would be decided otherwise: 0 could be granted that cannot now");
    Files.writeString(other, "rules:\n  - name: a\n");
    assertThat(run("policy", "check", "--config", config, other.toString()))
        .startsWith(
            "2: other.yaml:2: rules[0].name must have exactly one of deny, approve and needs");
    assertThat(
            run(
                "policy",
                "explain",
                "--config",
                config,
                "--requester",
                "grace",
                "--service",
                "desk",
                "--environment",
                "production",
                "--types",
                "email"))
        .startsWith("0: GRANTED when these agree")
        .contains("1 of: linus (a lead), mallory (a lead)", "1 of: alan (owner of desk)")
        .contains("no cards: it is not for the type email");
  }

  private RunningService.Answer approve(String who, String id) {
    return service.post(who, "/api/v1/requests/" + id + "/approve", "{}");
  }

  private RunningService.Answer ask(String environment, String type) {
    return ask(environment, type, 5);
  }

  private RunningService.Answer ask(String environment, String type, int minutes) {
    return service.post(
        "grace",
        "/api/v1/requests",
        """
        {"service":"desk","environment":"%s","sinks":["json"],"types":["%s"],
         "reason":"the customer cannot be reached","minutes":%d}"""
            .formatted(environment, type, minutes));
  }

  private void write(String policy) throws IOException {
    Files.writeString(folder.resolve("policy.yaml"), policy);
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(out));
    return line.execute(arguments) + ": " + out;
  }
}
