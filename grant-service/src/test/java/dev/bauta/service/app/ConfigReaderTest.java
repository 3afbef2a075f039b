package dev.bauta.service.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.service.access.ServicePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  private static final String GOOD =
      """
      people:
        - {name: grace, roles: [requester]}
        - {name: linus, roles: [approver]}
      services:
        - name: desk
          environments: [production]
          approvers: [linus]
      """;

  @TempDir Path folder;

  @Test
  void checkedInExample_isRead() {
    ServiceConfig config =
        new ConfigReader(Map.of(), List.of()).read(Optional.of(Path.of("service.example.yaml")));
    assertThat(config.http().port()).isEqualTo(8480);
    assertThat(config.people()).hasSize(3);
    assertThat(config.policy().services()).containsOnlyKeys("customer-desk");
    assertThat(config.postgres()).isEmpty();
  }

  @Test
  void nothingAtAll_isEnoughToStart() {
    ServiceConfig config = new ConfigReader(Map.of(), List.of()).read(Optional.empty());
    assertThat(config.data()).isEqualTo(Path.of("bauta-data"));
    assertThat(config.http()).isEqualTo(new ServiceConfig.Http("127.0.0.1", 8480));
    assertThat(config.grants().heartbeat()).hasSeconds(5);
    assertThat(config.grants().lease()).hasSeconds(15);
  }

  @Test
  void leftOut_meansTheSafeDefault_andAnEmptyListNothing() {
    ServicePolicy desk = read(GOOD).policy().service("desk").orElseThrow();
    assertThat(desk.sinks()).containsExactlyInAnyOrder("jdbc", "json");
    assertThat(desk.types()).contains("email", "payment-card");
    assertThat(desk.longest()).isEqualTo(Duration.ofMinutes(60));
    assertThat(read(GOOD + "    types: []\n").policy().service("desk").orElseThrow().types())
        .isEmpty();
  }

  @Test
  void environment_isLaidOverTheFile() {
    Map<String, String> variables =
        Map.of(
            "BAUTA_SERVICE_HTTP_PORT",
            "9999",
            "BAUTA_SERVICE_DATABASE_URL",
            "jdbc:postgresql://h/d",
            "BAUTA_SERVICE_DATABASE_PASSWORD",
            "s3cret");
    ServiceConfig config = read("http: {port: 1}\n", variables);
    assertThat(config.http().port()).isEqualTo(9999);
    assertThat(config.postgres().orElseThrow().password()).contains("s3cret");
    assertThat(config.toString()).doesNotContain("s3cret");
  }

  @Test
  void everyFault_hasFileLineKeyAndRemedy_allAtOnce() {
    String text =
        """
        http:
          port: 99999
        grants:
          heartbeat: 10s
          lease: 12s
        peple: []
        people:
          - name: grace
            roles: [requester, aprover]
            api-token-sha256: grace-secret-token
          - name: grace
            roles: [approver]
        services:
          - name: desk
            environments: []
            sinks: [log]
            types: [e-mail]
            approvers: [linus, grace]
            approvals: 3
        agents:
          - name: a
            services: [nothing]
        """;
    assertFaults(
        text,
        "service.yaml:2: http.port must be a whole number from 0 to 65535",
        "service.yaml:5: grants.lease must be at least twice the heartbeat, or a single lost heartbeat masks everything",
        "service.yaml:9: people[0].roles has the unknown role 'aprover'; known are requester, approver, auditor, admin",
        "service.yaml:10: people[0].api-token-sha256 must be the token's SHA-256 in 64 hex digits; never put the token itself here",
        "service.yaml:11: people[1].name is there twice; every person has one entry",
        "service.yaml:15: services[0].environments is empty; name at least one, such as [production]",
        "service.yaml:16: services[0].sinks has 'log'; logs are never unmasked in place; known are jdbc, json",
        "service.yaml:17: services[0].types has the unknown 'e-mail'; it must be a type; your own are named under policy.custom-types; known are address, date-of-birth, email, iban, ipv4, ipv6, jwt, name,"
            + " payment-card, phone, secret, us-ssn",
        "service.yaml:18: services[0].approvers names 'linus', who is not under people:; add the person there",
        "service.yaml:18: services[0].approvers names 'grace', who lacks the role; add approver to the person's roles",
        "service.yaml:19: services[0].approvals asks for more people than approvers has",
        "service.yaml:22: agents[0].services names 'nothing', which is not under services:; add it there",
        "service.yaml:6: peple is not known; known are data, http, limits, database, grants, audit, people, policy, services, agents, service-accounts, sign-in");
  }

  @Test
  void brokenYaml_isToldWithItsLine() {
    assertThatThrownBy(() -> read("http:\n  port: [1\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith("service.yaml:3: is not valid YAML");
    assertFaults(
        "http: {port: 1}\nhttp: {port: 2}\n", "service.yaml:2: http is there twice; keep one");
    assertFaults(
        "people: grace\n", "service.yaml:1: people must be a list, one '- name: ...' each");
    assertThatThrownBy(
            () ->
                new ConfigReader(Map.of(), List.of())
                    .read(Optional.of(folder.resolve("none.yaml"))))
        .hasMessageContaining("cannot be read; name an existing UTF-8 file with --config");
  }

  private void assertFaults(String text, String... faults) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            ConfigException.class,
            e ->
                assertThat(Arrays.asList(e.getMessage().split(System.lineSeparator())))
                    .containsExactly(faults));
  }

  private ServiceConfig read(String text) {
    return read(text, Map.of());
  }

  private ServiceConfig read(String text, Map<String, String> environment) {
    try {
      Path file = folder.resolve("service.yaml");
      Files.writeString(file, text);
      return new ConfigReader(environment, List.of()).read(Optional.of(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
