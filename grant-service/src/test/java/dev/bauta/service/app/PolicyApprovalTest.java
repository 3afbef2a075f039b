package dev.bauta.service.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of the policy that two administrators have to agree to. */
class PolicyApprovalTest {
  private static final String STRICT = policy("email");
  private static final String LAX = policy("email, phone");

  @TempDir Path folder;
  private RunningService service;

  private static String policy(String types) {
    return String.join(
        "\n",
        "services: [{name: desk, environments: [production], approvers: [linus]}]",
        "rules:",
        "  - {name: nothing else, when: {types: [iban]}, deny: Never.}",
        "custom-types: [" + types.replaceAll("email(, )?", "").replace("phone", "badge") + "]",
        "");
  }

  @BeforeEach
  void start() throws IOException {
    write(STRICT);
    RunningService.writeConfig(folder);
    Path config = folder.resolve("service.yaml");
    String text =
        Files.readString(config)
            .replace("[requester, approver]", "[requester, approver, admin]")
            .replace("[approver]", "[approver, admin]");
    int from = text.indexOf("services:\n");
    int until = text.indexOf("agents:\n");
    Files.writeString(
        config,
        text.substring(0, from)
            + "policy: {file: policy.yaml, change-approvals: 2}\n"
            + text.substring(until));
    service = RunningService.again(folder);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void change_holdsOnceTwoAdministratorsHaveAgreed_toExactlyThatText() throws IOException {
    String before = policy().path("version").asText();
    write(LAX);
    String change = awaitChange();
    assertThat(policy().path("version").asText()).isEqualTo(before);
    assertThat(policy().path("changes").get(0).path("text").asText()).isEqualTo(LAX);
    assertThat(service.get("grace", "/api/v1/policy").status()).isEqualTo(403);

    assertThat(approve("grace", change).status()).isEqualTo(403);
    assertThat(approve("ada", change).status()).isEqualTo(403);
    assertThat(approve("linus", "0000").status()).isEqualTo(404);
    assertThat(approve("linus", change).json().path("approvedBy").toString())
        .isEqualTo("[\"linus\"]");
    assertThat(approve("linus", change).json().path("detail").asText()).contains("already");
    assertThat(policy().path("version").asText()).isEqualTo(before);

    approve("alan", change);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !policy().path("version").asText().equals(before));
    assertThat(policy().path("changes")).isEmpty();
    assertThat(policy().path("text").asText()).isEqualTo(LAX);
    assertThat(service.get("ada", "/api/v1/audit").text())
        .contains("policy.proposed", "policy.approved", "policy.loaded");
  }

  @Test
  void restart_isNoWayAroundIt() throws IOException {
    String before = policy().path("version").asText();
    write(LAX);
    String change = awaitChange();
    approve("linus", change);
    service.close();
    service = RunningService.again(folder);
    assertThat(policy().path("version").asText()).isEqualTo(before);
    assertThat(awaitChange()).isEqualTo(change);
    assertThat(policy().path("changes").get(0).path("approvedBy")).hasSize(1);
  }

  @Test
  void whatHeldBefore_isAChange_too() throws IOException {
    write(LAX);
    String change = awaitChange();
    approve("linus", change);
    approve("alan", change);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> policy().path("changes").isEmpty());
    write(STRICT);
    awaitChange();
    assertThat(policy().path("text").asText()).isEqualTo(LAX);
  }

  @Test
  void changeThatAnotherPolicySweptAway_isProposedAgain_andNothingOfItsApprovalsIsLeft()
      throws Exception {
    write(LAX);
    String change = awaitChange();
    approve("linus", change);
    try (Connection other =
            DriverManager.getConnection(
                "jdbc:sqlite:" + service.data().resolve("bauta.db") + "?busy_timeout=5000");
        Statement sql = other.createStatement()) {
      sql.executeUpdate("delete from policy_approval");
      sql.executeUpdate("delete from policy_change");
    }
    assertThat(awaitChange()).isEqualTo(change);
    assertThat(policy().path("changes").get(0).path("approvedBy")).isEmpty();
  }

  @Test
  void fileThatIsWrong_isNotProposed() throws IOException, InterruptedException {
    write("rules: [{name: a}]\n");
    Thread.sleep(2500);
    assertThat(policy().path("changes")).isEmpty();
    assertThat(policy().path("text").asText()).isEqualTo(STRICT);
  }

  @Test
  void moreApprovalsThanAdministrators_isAFault() throws IOException {
    Path config = folder.resolve("service.yaml");
    Files.writeString(
        config, Files.readString(config).replace("change-approvals: 2", "change-approvals: 4"));
    assertThatThrownBy(() -> new ConfigReader(Map.of(), List.of()).read(Optional.of(config)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("change-approvals asks for more administrators than there are");
  }

  private String awaitChange() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !policy().path("changes").isEmpty());
    return policy().path("changes").get(0).path("id").asText();
  }

  private JsonNode policy() {
    return service.get("ada", "/api/v1/policy").json();
  }

  private RunningService.Answer approve(String who, String change) {
    return service.post(who, "/api/v1/policy/changes/" + change + "/approve", "{}");
  }

  private void write(String policy) throws IOException {
    Files.writeString(folder.resolve("policy.yaml"), policy);
  }
}
