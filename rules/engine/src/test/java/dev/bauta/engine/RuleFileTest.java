package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
