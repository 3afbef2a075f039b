package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PacksTest {

  private static final List<String> PACKS = Settings.PACKS;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("PACKS")
  void pack_holdsItsOwnTests(String pack) throws IOException {
    try (InputStream in = RuleFile.class.getResourceAsStream("packs/" + pack + ".yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(rules(yaml)).isNotNull();
      assertThat(rules("defaults: none\n" + yaml)).isNotNull();
    }
    assertThat(rules("include: [" + pack + "]")).isNotNull();
    assertThat(rules("defaults: none\ninclude: " + pack)).isNotNull();
  }

  @Test
  void packWithoutDefaults_leavesAllOtherTypesOut() {
    RuleSet rules = rules("defaults: none\ninclude: payment");
    assertThat(mask(rules, "ada@example.com paid 4111111111111111"))
        .startsWith("ada@example.com p");
    assertThat(mask(rules, "paid 4111111111111111")).doesNotContain("4111111111111111");
    assertThat(rules.key("phone_number")).isNull();
  }

  @Test
  void packWithDefaults_leavesAllOtherTypesOn() {
    assertThat(mask(rules("include: payment"), "ada@example.com")).isEqualTo("a***@example.com");
  }

  @Test
  void includingFile_goesBeforeWhatItIncludes() {
    RuleSet rules =
        rules(
            """
            include: [payment, secrets]
            types:
              card-security-code: {enabled: false}
            rules:
              - {name: payment-pan, key: pan, enabled: false}
              - {name: secrets-pin, key: pin, type: name}
            """);
    assertThat(rules.key("pan")).isNull();
    assertThat(rules.key("pin").type()).isSameAs(PiiType.NAME);
  }

  @Test
  void overlappingPacks_addUpWhatEachSays() {
    assertThat(rules("include: [eu, health]").key("email").masker()).isSameAs(Maskers.REDACT);
    assertThat(rules("include: [health, eu]").key("email").masker()).isSameAs(Maskers.REDACT);
  }

  @Test
  void includedFiles_areRelativeToTheirIncluder() throws IOException {
    Files.createDirectories(folder.resolve("team/deep"));
    write("team/team.yaml", "include: [deep/words.yaml]\nrules: [{key: nick, type: name}]");
    write("team/deep/words.yaml", "rules: [{wordsFile: names.txt, type: staff}]");
    write("team/deep/names.txt", "# staff\nlovelace\n");
    RuleSet rules = rules("include: [team/team.yaml]");
    assertThat(rules.key("nick").type()).isSameAs(PiiType.NAME);
    assertThat(rules.text().find("Ms Lovelace").get(0).type().id()).isEqualTo("staff");
  }

  @Test
  void fileIncludedOnTwoWays_isReadOnce() throws IOException {
    write("a.yaml", "include: [c.yaml]");
    write("b.yaml", "include: [c.yaml]");
    write("c.yaml", "rules: [{name: x, key: nick, type: name}]");
    assertThat(rules("include: [a.yaml, b.yaml]").key("nick")).isNotNull();
  }

  @Test
  void circle_isAFaultOfTheIncludeThatClosesIt() throws IOException {
    write("a.yaml", "include: [bauta.yaml]");
    assertThatThrownBy(() -> rules("include: [a.yaml]"))
        .hasMessageEndingWith(
            "a.yaml:1:11: 'bauta.yaml' includes itself, through a.yaml; break the" + " circle");
  }

  @Test
  void faultsOfIncludedFiles_comeAfterTheIncludersWithTheirOwnPlaces() throws IOException {
    write("a.yaml", "rules:\n  - {key: a, tpye: name}\nservice: desk\ndefaults: none");
    assertThatThrownBy(() -> rules("include: [a.yaml]\nrules: [{key: ''}]"))
        .extracting(e -> ((RuleFileException) e).faults())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
        .satisfiesExactly(
            f -> assertThat(f).contains("bauta.yaml:2:9: a rule needs a type or a masker"),
            f -> assertThat(f).contains("bauta.yaml:2:15: key must not be empty"),
            f -> assertThat(f).contains("a.yaml:2:5: a rule needs a type"),
            f -> assertThat(f).contains("a.yaml:2:14: unknown setting 'tpye'"),
            f -> assertThat(f).contains("a.yaml:3:1: 'service' can't stand in an included file"),
            f -> assertThat(f).contains("a.yaml:4:11: defaults holds for all files"));
  }

  private RuleSet rules(String yaml) {
    return RuleFile.parse(folder.resolve("bauta.yaml").toString(), yaml).rules();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String mask(RuleSet rules, String text) {
    return rules.text().mask(text, Disclosure.NOTHING, Tally.NONE);
  }
}
