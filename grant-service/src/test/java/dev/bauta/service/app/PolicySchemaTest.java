package dev.bauta.service.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bauta.service.access.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What editors are told of the policy file is what the service reads. */
class PolicySchemaTest {
  private static final Path SCHEMA = Path.of("../docs/bauta-policy.schema.json");
  private static final List<Person> NOBODY = List.of();

  @TempDir Path folder;

  @Test
  void checkedInExample_isValid() throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(SCHEMA));
    String example = Files.readString(Path.of("policy.example.yaml"));
    assertThat(schema.validate(example, InputFormat.YAML)).isEmpty();
    assertThat(
            schema.validate(
                example.replace("groups:\n  support", "gruops:\n  support"), InputFormat.YAML))
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "properties; {x: 1}",
        "$defs/service/properties; {services: [{name: a, environments: [t], approvers: [b], x: 1}]}",
        "$defs/rule/properties; {rules: [{name: a, deny: b, x: 1}]}",
        "$defs/when/properties; {rules: [{name: a, deny: b, when: {x: 1, hours: [{}], on: c}}]}",
        "$defs/hours/properties; {rules: [{name: a, deny: b, when: {hours: [{x: 1}]}}]}",
        "$defs/stage/properties; {rules: [{name: a, needs: [{x: 1}]}]}",
        "$defs/stage/properties/escalate/properties; {rules: [{name: a, needs: [{name: a, escalate: {x: 1}}]}]}",
        "$defs/limits/properties; {rules: [{name: a, deny: b, limits: {x: 1}}]}",
        "$defs/rule/properties/approve/properties; {rules: [{name: a, approve: {x: 1}}]}",
      })
  void keys_areTheSame(String at, String yaml) throws IOException {
    JsonNode schema = new ObjectMapper().readTree(Files.readString(SCHEMA));
    Set<String> keys = new TreeSet<>();
    schema.at("/" + at).fieldNames().forEachRemaining(keys::add);
    assertThat(known(yaml)).isEqualTo(keys);
  }

  /** What the reader says it knows where it meets a key that it does not. */
  private Set<String> known(String yaml) throws IOException {
    Path file = folder.resolve("policy.yaml");
    Files.writeString(file, yaml);
    String mark = "x is not known; known are ";
    try {
      new PolicyFile(file, NOBODY).read();
      throw new AssertionError("an unknown key was read");
    } catch (ConfigException e) {
      String fault = e.faults().stream().filter(f -> f.contains(mark)).findFirst().orElseThrow();
      return new TreeSet<>(
          List.of(fault.substring(fault.indexOf(mark) + mark.length()).split(", ")));
    }
  }
}
