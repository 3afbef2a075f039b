package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which JSON is left as it is. */
class OriginRulesTest {

  @Test
  void withoutSuchRules_nothingIsAsked() {
    assertThat(RuleSet.builtIn().origins()).isNull();
    assertThat(RuleSet.builtIn().on("json").origins()).isNull();
  }

  @Test
  void whatNoRuleFits_isMasked() {
    OriginRules rules = rules("rules: [{traffic: client, enabled: false}]");
    assertThat(rules.leavesRaw(origin("client"))).isTrue();
    for (String other : List.of("server", "message", "cache", "other")) {
      assertThat(rules.leavesRaw(origin(other))).as(other).isFalse();
    }
  }

  @Test
  void firstRuleThatFits_stands() {
    OriginRules rules =
        rules(
            """
            rules:
              - {caller: com.acme.Export, enabled: true}
              - {traffic: server, enabled: true}
              - {traffic: "*", enabled: false}
            """);
    assertThat(rules.leavesRaw(origin("server"))).isFalse();
    assertThat(rules.leavesRaw(origin("other"))).isTrue();
    assertThat(
            rules.leavesRaw(
                new JsonOrigin("other", List.of("com.acme.Export"), List.of(), List.of())))
        .isFalse();
  }

  @Test
  void classes_areNamedWithDotOrDollar() {
    OriginRules rules =
        rules(
            """
            rules:
              - {caller: com.acme.Wire.Inner, enabled: false}
              - {mapper: com.acme.Json$Internal, enabled: false}
              - {target: "com.acme.wire.*", enabled: false}
            """);
    assertThat(rules.namesCaller("com.acme.Wire$Inner")).isTrue();
    assertThat(rules.namesCaller("com.acme.Json$Internal")).isFalse();
    assertThat(rules.namesMapper("com.acme.Json$Internal")).isTrue();
    assertThat(rules.byMapper()).isTrue();
    assertThat(rules.byTarget()).isTrue();
    assertThat(
            rules.leavesRaw(
                new JsonOrigin(
                    "server", List.of(), List.of(), List.of("com.acme.Sub", "com.acme.wire.Dto"))))
        .isTrue();
    assertThat(
            rules.leavesRaw(
                new JsonOrigin("server", List.of("com.acme.wire.Dto"), List.of(), List.of())))
        .isFalse();
  }

  @Test
  void examplesInTheFile_sayWhichJsonIsMeant() {
    rules(
        """
        rules: [{traffic: client, enabled: false}, {target: com.acme.Wire, enabled: false}]
        tests:
          - {text: ada@example.com, traffic: client, clean: true}
          - {text: ada@example.com, traffic: server, masked: a***@example.com}
          - {text: ada@example.com, target: com.acme.Wire, clean: true}
          - {text: ada@example.com, caller: com.acme.Wire, finds: [email]}
        """);
  }

  @Test
  void faults_sayWhatToDo() {
    assertFault(
        "rules: [{traffic: clients, enabled: false}]",
        "no traffic is like 'clients'; did you mean 'client'?");
    assertFault(
        "rules: [{caller: com.acme.Wire}]",
        "a rule of caller needs enabled; enabled: false leaves that JSON as it is");
    assertFault(
        "rules: [{target: com.acme.Wire, enabled: false, type: email}]",
        "type means nothing for a rule of target; leave it out");
    assertFault(
        "rules: [{mapper: com.acme.Wire, traffic: client, enabled: false}]",
        "a rule has one place, not both traffic and mapper");
  }

  private static void assertFault(String yaml, String fault) {
    assertThatThrownBy(() -> rules(yaml))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining(fault);
  }

  private static JsonOrigin origin(String traffic) {
    return new JsonOrigin(traffic, List.of(), List.of(), List.of());
  }

  private static OriginRules rules(String yaml) {
    return RuleFile.parse("bauta.yaml", yaml).rules().origins();
  }
}
