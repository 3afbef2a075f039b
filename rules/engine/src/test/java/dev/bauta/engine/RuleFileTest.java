package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing yet", "---\n", "types:\nrules:\n", "rules: []"})
  void emptyFile_isTheBuiltInRules(String yaml) {
    RuleFile file = RuleFile.parse("bauta.yaml", yaml);
    assertThat(file.options()).isEmpty();
    assertThat(file.rules().text().find("ada@example.com")).hasSize(1);
  }

  @Test
  void otherSettings_areHandedOverWithTheirLines() {
    RuleFile file =
        RuleFile.parse(
            "bauta.yaml",
            """
            sinks: [log, jdbc]
            grants:
              url: https://grants.example.com
              lease:
                seconds: 30
              token:
            """);
    assertThat(file.options())
        .containsEntry("sinks", new RuleFile.Option("log,jdbc", 1))
        .containsEntry("grants.url", new RuleFile.Option("https://grants.example.com", 3))
        .containsEntry("grants.lease.seconds", new RuleFile.Option("30", 5))
        .containsEntry("grants.token", new RuleFile.Option("", 6))
        .hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'types: {email: {masker: hsah}}' | bauta.yaml:1: unknown masker 'hsah'; known: partial,"
            + " redact",
        "'types: {email: {enable: false}}' | bauta.yaml:1: unknown setting 'enable' of type 'email';"
            + " known: enabled, masker",
        "'types: {email: {enabled: perhaps}}' | bauta.yaml:1: enabled must be true or false",
        "'rules: {column: x}' | bauta.yaml:1: rules must be a list: start each rule with '- '",
        "'rules: [{type: name}]' | bauta.yaml:1: a rule needs a place: column or key",
        "'rules: [{column: a, key: b, type: name}]' | bauta.yaml:1: a rule has one place, not both"
            + " column and key",
        "'rules: [{key: a}]' | bauta.yaml:1: a rule needs a type or a masker",
        "'rules: [{key: a, type: Full Name}]' | bauta.yaml:1: 'Full Name' can't be a type; use lower"
            + " case words joined by '-', such as date-of-birth",
        "'rules: [{key: a, type: name, sinks: [logs]}]' | bauta.yaml:1: unknown sink 'logs'; known:"
            + " jdbc, json, log",
        "'rules: [{key: a, type: name, sinks: log}]' | bauta.yaml:1: sinks must be a list such as"
            + " [log, jdbc]",
        "'rules: [{key: a, type: name, sinks: []}]' | bauta.yaml:1: sinks is empty, so the rule"
            + " holds nowhere; leave sinks out or name one",
        "'rules: [{key: \"\", type: name}]' | bauta.yaml:1: key must not be empty",
        "'just text' | bauta.yaml:1: the file must be a mapping of names to values",
        "'a: &x [*x]' | bauta.yaml:1: an item of a needs a value",
        "'a: &x {b: *x}' | bauta.yaml:1: nested too deeply, or an alias to itself",
      })
  void fault_isNamedWithItsPlaceAndRemedy(String yaml, String message) {
    assertThatThrownBy(() -> RuleFile.parse("bauta.yaml", yaml))
        .isInstanceOf(RuleFileException.class)
        .hasMessage(message);
  }

  @Test
  void allFaults_areNamedInOrderOfTheirLines() {
    assertThatThrownBy(
            () ->
                RuleFile.parse(
                    "conf/bauta.yaml",
                    """
                    rules:
                      - column: a
                        type: name
                        masker: hsah
                      - kez: b
                        type: name
                    types:
                      email: {masker: blur}
                      email: {masker: redact}
                    """))
        .hasMessage(
            """
            conf/bauta.yaml:4: unknown masker 'hsah'; known: partial, redact
            conf/bauta.yaml:5: unknown setting 'kez' of a rule; known: column, enabled, key, masker,\
             numeric, sinks, type
            conf/bauta.yaml:5: a rule needs a place: column or key
            conf/bauta.yaml:9: 'email' is there twice""");
  }

  @Test
  void textThatIsNoYaml_isAFaultOfItsLine() {
    assertThatThrownBy(() -> RuleFile.parse("bauta.yaml", "a: 1\nb: [1, 2\nc: d"))
        .isInstanceOf(RuleFileException.class)
        .hasMessageStartingWith("bauta.yaml:3: not YAML: ");
    assertThatThrownBy(() -> RuleFile.parse("bauta.yaml", "a: 1\n---\nb: 2"))
        .isInstanceOf(RuleFileException.class);
  }

  @Test
  void ruleOfACustomType_takesTheTypesMasker() {
    RuleSet rules =
        RuleFile.parse(
                "bauta.yaml",
                """
                types: {member-number: {masker: redact}}
                rules: [{key: member, type: member-number}]
                """)
            .rules();
    Mark mark = rules.key("member");
    assertThat(mark.masker().mask("M-17", mark.type())).isEqualTo("[MEMBER-NUMBER]");
  }
}
