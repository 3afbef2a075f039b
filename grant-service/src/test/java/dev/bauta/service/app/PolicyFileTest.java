package dev.bauta.service.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.service.access.Person;
import dev.bauta.service.access.Policy;
import dev.bauta.service.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {
  private static final List<Person> PEOPLE =
      List.of(
          new Person("grace", Set.of(Role.REQUESTER), Set.of(), Set.of(), Optional.of("linus")),
          new Person(
              "linus",
              Set.of(Role.REQUESTER, Role.APPROVER),
              Set.of(),
              Set.of(),
              Optional.empty()));

  @TempDir Path folder;

  @Test
  void checkedInExample_isRead() {
    Policy policy = new PolicyFile(Path.of("policy.example.yaml"), PEOPLE).read().policy();
    assertThat(policy.services()).containsOnlyKeys("customer-desk", "payments");
    assertThat(policy.rules().all()).hasSize(5);
  }

  @Test
  void version_changesWithEveryChange_andOnlyThen() {
    String text = "services:\n  - {name: desk, environments: [test], approvers: [linus]}\n";
    String version = read(text).version();
    assertThat(read(text).version()).isEqualTo(version);
    assertThat(read(text + "max-minutes: 5\n").version()).isNotEqualTo(version);
  }

  @Test
  void everyFault_hasFileLineKeyAndRemedy_allAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    zone: Mars/Olympus
                    groups: {support: [grace, nobody]}
                    calendars: {holidays: [tomorrow]}
                    services:
                      - {name: desk, environments: [test], owner: grace}
                    rules:
                      - name: a
                        when:
                          people: []
                          groups: [suport]
                          types: [e-mail]
                          subject: maybe
                          hours:
                            - {days: [someday], from: "25:00", until: "06:00"}
                          not-on: christmas
                          networks: [somewhere]
                          ticket: "["
                        needs:
                          - {name: nobody at all}
                          - {name: grace, people: [grace]}
                      - name: a
                        deny: no
                        approve: {until: some time}
                      - name: b
                      - name: c
                        wehn: {}
                        deny: no
                    """))
        .isInstanceOfSatisfying(
            ConfigException.class,
            e ->
                assertThat(Arrays.asList(e.getMessage().split(System.lineSeparator())))
                    .containsExactlyInAnyOrder(
                        "policy.yaml:5: services[0].owner names 'grace', who lacks the role; add approver to the person's roles",
                        "policy.yaml:2: groups.support has the unknown 'nobody'; it must be a person under people:; known are grace, linus",
                        "policy.yaml:3: calendars.holidays has 'tomorrow'; write days like 2026-12-25",
                        "policy.yaml:1: zone must be a time zone such as Europe/Berlin",
                        "policy.yaml:9: rules[0].when.people is empty, so that the rule never matches; leave it out to mean all",
                        "policy.yaml:10: rules[0].when.groups has the unknown 'suport'; it must be a group under groups:, or of a person; known are support",
                        "policy.yaml:11: rules[0].when.types has the unknown 'e-mail'; it must be a type; your own go under custom-types; known are address, date-of-birth, email, iban, ipv4, ipv6, jwt, name, payment-card, phone, secret, us-ssn",
                        "policy.yaml:12: rules[0].when.subject must be true or false",
                        "policy.yaml:14: rules[0].when.hours[0].days has the unknown 'someday'; write mon to sun",
                        "policy.yaml:14: rules[0].when.hours[0].from must be a time such as \"08:30\"",
                        "policy.yaml:15: rules[0].when.not-on has the unknown 'christmas'; it must be a calendar under calendars:; known are holidays",
                        "policy.yaml:16: rules[0].when.networks has a fault: 'somewhere' is no range of addresses; write it like 10.0.0.0/8 or fd00::/8",
                        "policy.yaml:17: rules[0].when.ticket must be a regular expression such as INC-[0-9]+",
                        "policy.yaml:19: rules[0].needs[0].name asks nobody; name people, groups, lead, owner or on-call beside it",
                        "policy.yaml:21: rules[1].name is there twice; every rule has its own",
                        "policy.yaml:21: rules[1].name must have exactly one of deny, approve and needs beside it",
                        "policy.yaml:23: rules[1].approve.until must be a date such as 2027-01-31: what is open to all is looked at again",
                        "policy.yaml:24: rules[2].name must have exactly one of deny, approve and needs beside it",
                        "policy.yaml:26: rules[3].wehn is not known; known are name, when, limits, deny, approve, needs",
                        "policy.yaml:20: rules[0].needs[1].people has the unknown 'grace'; it must be a person with the role approver; known are linus"));
  }

  private Policy read(String text) {
    try {
      Path file = folder.resolve("policy.yaml");
      Files.writeString(file, text);
      return new PolicyFile(file, PEOPLE).read().policy();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
