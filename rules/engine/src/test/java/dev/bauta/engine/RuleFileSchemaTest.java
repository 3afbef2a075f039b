package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
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

  private static List<Error> errors(String yaml) {
    return schema.validate(yaml, InputFormat.YAML);
  }
}
