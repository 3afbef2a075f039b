package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The published schema is made from the reader's tables; run with -Dbauta.docs=write after a
 * change.
 */
class RuleFileSchemaTest {

  private static final List<Path> COPIES =
      List.of(
          Path.of("src/main/resources/dev/bauta/engine/bauta-rules.schema.json"),
          Path.of("../../docs/bauta-rules.schema.json"));
  private static final List<String> PACKS = Settings.PACKS;

  private static Schema schema;

  @BeforeAll
  static void read() {
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RuleFileSchema.text());
  }

  @Test
  void publishedSchema_isWhatTheReaderGoesBy() throws IOException {
    for (Path copy : COPIES) {
      if ("write".equals(System.getProperty("bauta.docs"))) {
        Files.writeString(copy, RuleFileSchema.text());
      }
      assertThat(copy)
          .as("run: mvn -pl rules/engine test -Dbauta.docs=write")
          .content()
          .isEqualTo(RuleFileSchema.text());
    }
  }

  @ParameterizedTest
  @FieldSource("PACKS")
  void packs_fitTheSchema(String pack) throws IOException {
    try (InputStream in = RuleFile.class.getResourceAsStream("packs/" + pack + ".yaml")) {
      assertThat(errors(new String(in.readAllBytes(), StandardCharsets.UTF_8))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "types:\nrules:\n",
        "include: eu",
        "include: [eu, payment, ./team.yaml]\ndefaults: none",
        "types: {national-id-*: {masker: redact, numeric: true}, email: {enabled: false}}",
        "keys: {main: {env: BAUTA_KEY}}",
        "rules: [{column: crm.people.*_name, type: name, sinks: [jdbc]}]",
        "rules: [{path: '$.a[*].b', type: own-type, masker: {redact: }}]",
        "rules: [{pattern: 'a+', type: a, checksum: luhn, context: [x, y], name: n}]",
        "rules: [{words: x, type: a}, {logger: com.*, enabled: false}]",
        "allow: [noreply@example.com, {cidr: [10.0.0.0/8], types: [ip*]}]",
        "tests: [{text: a, clean: true}, {text: 42, key: pin, finds: [secret]}]",
        "sinks: {log: mask}\nservice: desk",
      })
  void rightFile_fits(String yaml) {
    assertThat(errors(yaml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "include: [payments]",
        "defaults: some",
        "types: {email: redact}",
        "types: {email: {enable: false}}",
        "types: {email: {masker: hsah}}",
        "types: {Full Name: {enabled: true}}",
        "rules: {column: x}",
        "rules: [{type: name}]",
        "rules: [{column: a, key: b, type: name}]",
        "rules: [{column: a, type: Full Name}]",
        "rules: [{column: a, tpye: name}]",
        "rules: [{column: a, type: name, sinks: [logs]}]",
        "rules: [{column: a, type: name, numeric: 'yes please'}]",
        "rules: [{pattern: a, type: name, checksum: lunh}]",
        "allow: [{types: [email]}]",
        "tests: [{text: a}]",
        "tests: [{text: a, clean: true, masked: a}]",
        "keys: {main: {evn: X}}",
      })
  void wrongFile_doesNot(String yaml) {
    assertThat(errors(yaml)).isNotEmpty();
  }

  /** Wrong values of each setting there is, and what is wrong about a masker as a whole. */
  static List<String> wrongMaskers() {
    List<String> wrong = new ArrayList<>();
    for (MaskerInfo masker : Maskers.catalogue()) {
      wrong.add(masker.name() + ": {no-such-setting: 1}");
      wrong.add(masker.name() + ": 5");
      for (MaskerInfo.Setting setting : masker.settings()) {
        for (String value : wrongValues(setting.range())) {
          Map<String, String> settings = new TreeMap<>(masker.exampleSettings());
          settings.put(setting.name(), value);
          wrong.add(masker.name() + ": " + settings.toString().replace("=", ": "));
        }
        if (setting.isRequired()) {
          wrong.add(masker.name() + ": {}");
          wrong.add(masker.name() + ":");
        }
      }
    }
    wrong.add("keep: {}");
    wrong.add("keep: {hidden: 3}");
    wrong.add("hash: {alphabet: base62, length: 44}");
    wrong.add("date: {to: year, band: 10}");
    wrong.add("hash: {length: 8}, redact: {}");
    wrong.add("hsah: {}");
    return wrong;
  }

  private static List<String> wrongValues(SettingRange range) {
    return switch (range.kind()) {
      case NUMBER ->
          List.of(
              String.valueOf(range.least() - 1), String.valueOf(range.most() + 1), "many", "2.5");
      case CHOICE -> List.of("no-such-word", "''");
      case SIGN -> List.of("a", "7", "' '", "'**'", "'-'", "'\"'", "''");
      case SIGNS -> List.of("a", "' '", "''", "'*a'");
      case TEXT -> List.of("''");
      case KEY -> List.of("[main]"); // whether there is a key of that name only the reader knows
      case ZONE -> List.of("'Not a zone'", "''");
    };
  }

  @ParameterizedTest
  @MethodSource("wrongMaskers")
  void maskerThatTheReaderRefuses_theSchemaRefusesToo(String masker) {
    for (String value : List.of("{" + masker + "}", "[{" + masker + "}]")) {
      String yaml = "keys: {main: {env: KEY}}\ntypes: {email: {masker: " + value + "}}";
      assertThatThrownBy(() -> RuleFile.parse("bauta.yaml", yaml))
          .isInstanceOf(RuleFileException.class)
          .hasMessageContaining("mask");
      assertThat(errors(yaml)).as(yaml).isNotEmpty();
    }
  }

  @Test
  void exampleOfEveryMasker_fits_aloneAndInAList() {
    for (Catalogue.MaskerEntry masker : Catalogue.maskers()) {
      String named = masker.rule().contains(": {") ? "{" + masker.rule() + "}" : masker.rule();
      assertThat(errors("types: {email: {masker: " + named + "}}")).as(named).isEmpty();
      assertThat(errors("types: {email: {masker: [" + named + ", redact]}}")).as(named).isEmpty();
    }
    assertThat(
            errors("types: {email: {masker: {hash: {key: main, length: 43, alphabet: base62}}}}"))
        .isEmpty();
    assertThat(errors("types: {email: {masker: {date: {to: age, band: 5, zone: Europe/Berlin}}}}"))
        .isEmpty();
    assertThat(errors("types: {email: {masker: {keep: {last: 4, mark: '#'}}}}")).isEmpty();
  }

  private static List<Error> errors(String yaml) {
    return schema.validate(yaml, InputFormat.YAML);
  }
}
