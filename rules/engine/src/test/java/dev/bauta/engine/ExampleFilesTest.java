package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule files in docs/examples, read as {@code check} and the agent read them. */
class ExampleFilesTest {

  private static final Path FOLDER = Path.of("../../docs/examples");
  private static final int FEWEST_TESTS = 5;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @Test
  void everyExample_isThere() throws IOException {
    assertThat(files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "bank.yaml", "health.yaml", "saas-secrets.yaml", "strict.yaml", "web-shop.yaml");
  }

  @ParameterizedTest
  @MethodSource("files")
  void example_isRight_itsTestsHoldAndEditorsAcceptIt(Path file) throws IOException {
    String yaml = Files.readString(file);
    RuleFile read = RuleFile.parse(file.toString(), yaml);

    assertThat(read.warnings()).isEmpty();
    assertThat(read.options()).isEmpty();
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(RuleFileSchema.text());
    assertThat(schema.validate(yaml, InputFormat.YAML)).isEmpty();
  }

  // Or the test above would prove nothing of the tests inside.
  @ParameterizedTest
  @MethodSource("files")
  void example_hasTests_andOneThatDoesNotHoldIsAFault(Path file) throws IOException {
    String yaml = Files.readString(file);
    String tests = yaml.substring(yaml.indexOf("\ntests:\n"));
    assertThat(tests.split("\n  - ", -1)).hasSizeGreaterThan(FEWEST_TESTS);
    assertThatThrownBy(
            () ->
                RuleFile.parse(
                    file.toString(), yaml + "  - {text: plain words, finds: [payment-card]}\n"))
        .isInstanceOf(RuleFileException.class);
  }
}
