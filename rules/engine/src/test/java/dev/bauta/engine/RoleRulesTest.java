package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees what without a grant. */
class RoleRulesTest {

  @Test
  void withoutSuchRules_nobodySeesAnything() {
    assertThat(RuleSet.builtIn().roles()).isEmpty();
  }

  @Test
  void rule_showsItsTypeAtItsSinks_andLogsNever() {
    RoleRule everywhere = rules("rules: [{role: support, type: email}]").get(0);
    assertThat(everywhere.shows("jdbc", PiiType.of("email"))).isTrue();
    assertThat(everywhere.shows("json", PiiType.of("email"))).isTrue();
    assertThat(everywhere.shows("log", PiiType.of("email"))).isFalse();
    assertThat(everywhere.shows("json", PiiType.of("phone"))).isFalse();
    RoleRule json = rules("rules: [{role: support, type: email, sinks: [json]}]").get(0);
    assertThat(json.shows("jdbc", PiiType.of("email"))).isFalse();
    assertThat(json.shows("json", PiiType.of("email"))).isTrue();
  }

  @Test
  void conditions_areReadFromTheRule() {
    RoleRule rule =
        rules(
                """
                rules:
                  - role: support
                    type: email
                    from: [10.0.0.0/8, "::1"]
                    authentication: [FORM, CLIENT_CERT]
                    session: 8h
                """)
            .get(0);
    assertThat(rule.isFrom("10.9.9.9")).isTrue();
    assertThat(rule.isFrom("::1")).isTrue();
    assertThat(rule.isFrom("11.9.9.9")).isFalse();
    assertThat(rule.isFrom("unknown")).isFalse();
    assertThat(rule.isFrom(null)).isFalse();
    assertThat(rule.authentications()).containsExactlyInAnyOrder("FORM", "CLIENT_CERT");
    assertThat(rule.sessionSeconds()).isEqualTo(8 * 60 * 60);
  }

  @Test
  void ruleThatIsTurnedOff_isNone() {
    assertThat(rules("rules: [{role: support, type: email, enabled: false}]")).isEmpty();
  }

  @Test
  void rule_masksNothingAndUnmasksNoText() {
    RuleSet rules = RuleFile.parse("r.yaml", "rules: [{role: support, type: email}]").rules();
    assertThat(rules.text().mask("to jane@example.com", Disclosure.NOTHING, Tally.NONE))
        .isEqualTo("to j***@example.com");
  }

  @Test
  void faults_areNamedWithTheirRemedy() {
    assertFault("{role: support}", "needs a type");
    assertFault("{role: 'sup*', type: email}", "must be one role");
    assertFault("{role: a, type: email, sinks: [log]}", "logs show raw values to nobody");
    assertFault("{role: a, type: email, from: [office]}", "write it like 10.0.0.0/8");
    assertFault("{role: a, type: email, session: soon}", "such as 30m or 8h");
    assertFault("{role: a, type: email, session: 0m}", "such as 30m or 8h");
    assertFault("{role: a, type: email, session: 200h}", "no more than a week");
    assertFault("{role: a, type: email, masker: hash}", "masker means nothing for a rule of role");
    assertFault(
        "{column: c, type: email, from: 10.0.0.1}", "from means nothing for a rule of column");
    assertFault("{column: c, role: a, type: email}", "not both column and role");
  }

  private static void assertFault(String rule, String fault) {
    assertThatThrownBy(() -> rules("rules: [" + rule + "]"))
        .isInstanceOf(RuleFileException.class)
        .hasMessageContaining("r.yaml:1")
        .hasMessageContaining(fault);
  }

  private static List<RoleRule> rules(String yaml) {
    return RuleFile.parse("r.yaml", yaml).rules().roles();
  }
}
