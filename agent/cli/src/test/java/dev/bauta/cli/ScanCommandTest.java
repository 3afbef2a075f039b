package dev.bauta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {

  private static final String LOG =
      """
      start
      order 1 by jane@example.com, card 4111 1111 1111 1111
      order 2 by john@example.com, copy to jane@example.com
      end
      """;

  @TempDir private Path folder;
  private String file;

  @BeforeEach
  void writeLog() throws IOException {
    file = Files.writeString(folder.resolve("app.log"), LOG).toString();
  }

  @Test
  void report_hasCountsAndLines_andNoValue() {
    Ran ran = Ran.with("scan", file);

    assertThat(ran.out())
        .isEqualTo(
            file
                + """
                : 4 found, in 2 of 4 lines
                  email                3  lines 2, 3
                  payment-card         1  line 2
                """);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isZero();
  }

  @Test
  void values_areShownWhenAskedFor() {
    assertThat(Ran.with("scan", "--show-values", file).out())
        .contains("      2:12  jane@example.com\n      3:12  john@example.com\n")
        .contains("      2:35  4111 1111 1111 1111\n");
  }

  @Test
  void nothingFound_isSaid() {
    assertThat(Ran.on("a\nb", "scan").out())
        .isEqualTo("standard input: nothing found in 2 lines\n");
  }

  @Test
  void findings_failOnlyWhereAskedTo() {
    assertThat(Ran.with("scan", file).exit()).isZero();
    assertThat(Ran.with("scan", "--fail-on-findings", file).exit()).isEqualTo(1);
    assertThat(Ran.on("clean\n", "scan", "--fail-on-findings", "-").exit()).isZero();
  }

  @Test
  void types_limitWhatCounts() {
    Ran ran = Ran.with("scan", "--types", "payment-card,iban", file);

    assertThat(ran.out()).contains(": 1 found, in 1 of 4 lines").doesNotContain("email");
  }

  @Test
  void wrongType_isRefused() {
    Ran ran = Ran.with("scan", "--types", "E Mail", file);

    assertThat(ran.err()).contains("--types: 'E Mail' can't be a type");
    assertThat(ran.exit()).isEqualTo(2);
  }

  @Test
  void places_areLimited_countsAreNot() {
    String many = "jane@example.com\n".repeat(30);

    assertThat(Ran.on(many, "scan", "--max-locations", "2").out())
        .isEqualTo(
            "standard input: 30 found, in 30 of 30 lines\n  email        30  lines 1, 2, ...\n");
  }

  @Test
  void gzip_isKnownByItsFirstBytes() throws IOException {
    Path packed = folder.resolve("app.log.1");
    Files.write(packed, Bytes.gzip(LOG.getBytes(StandardCharsets.UTF_8)));

    assertThat(Ran.with("scan", packed.toString()).out()).contains(": 4 found, in 2 of 4 lines");
    assertThat(Ran.on(Bytes.gzip(LOG.getBytes(StandardCharsets.UTF_8)), "scan", "-").out())
        .contains("standard input: 4 found, in 2 of 4 lines");
  }

  @Test
  void gzipOfSeveralMembers_isReadWhole() {
    byte[] one = Bytes.gzip(LOG.getBytes(StandardCharsets.UTF_8));

    assertThat(Ran.on(Bytes.of(one, one), "scan").out()).contains("8 found, in 4 of 8 lines");
  }

  @Test
  void damagedGzip_isSaid() {
    byte[] packed = Bytes.gzip(LOG.getBytes(StandardCharsets.UTF_8));

    Ran ran = Ran.on(Arrays.copyOf(packed, packed.length - 12), "scan");

    assertThat(ran.err())
        .isEqualTo(
            "bauta scan: cannot read standard input: it is gzip and ends too early; get a whole copy\n");
    assertThat(ran.exit()).isEqualTo(2);
  }

  @Test
  void missingFile_isNamed_andTheOthersAreScanned() {
    Ran ran = Ran.with("scan", folder.resolve("no.log").toString(), file);

    assertThat(ran.err()).contains("no.log': there is no such file; check the path");
    assertThat(ran.out()).contains(": 4 found");
    assertThat(ran.exit()).isEqualTo(2);
  }

  @Test
  void utf16_isRefused() {
    Ran ran = Ran.on(LOG.getBytes(StandardCharsets.UTF_16), "scan");

    assertThat(ran.err()).contains("standard input is UTF-16").contains("iconv");
    assertThat(ran.exit()).isEqualTo(2);
  }

  @Test
  void json_hasCountsAndPlaces() throws IOException {
    JsonNode report = json("scan", "--format", "json", file);

    assertThat(report.get("findings").asInt()).isEqualTo(4);
    JsonNode first = report.get("files").get(0);
    assertThat(first.get("file").asText()).isEqualTo(file);
    assertThat(first.get("lines").asInt()).isEqualTo(4);
    assertThat(first.get("linesWithFindings").asInt()).isEqualTo(2);
    JsonNode email = first.get("types").get(0);
    assertThat(email.get("type").asText()).isEqualTo("email");
    assertThat(email.get("count").asInt()).isEqualTo(3);
    JsonNode place = email.get("locations").get(0);
    assertThat(place.get("line").asInt()).isEqualTo(2);
    assertThat(place.get("column").asInt()).isEqualTo(12);
    assertThat(place.get("endColumn").asInt()).isEqualTo(28);
    assertThat(place.get("rule").asText()).isNotEmpty();
    assertThat(place.has("value")).isFalse();
    assertThat(report.toString()).doesNotContain("jane");
  }

  @Test
  void json_hasValuesWhenAskedFor() throws IOException {
    JsonNode report = json("scan", "--format", "json", "--show-values", file);

    assertThat(report.at("/files/0/types/0/locations/0/value").asText())
        .isEqualTo("jane@example.com");
  }

  @Test
  void sarif_hasTheStructureOfItsSchema() throws IOException {
    JsonNode log = json("scan", "--format", "sarif", file);

    assertThat(log.get("version").asText()).isEqualTo("2.1.0");
    assertThat(log.get("$schema").asText()).endsWith("sarif-schema-2.1.0.json");
    JsonNode run = log.get("runs").get(0);
    assertThat(log.get("runs").size()).isEqualTo(1);
    JsonNode driver = run.get("tool").get("driver");
    assertThat(driver.get("name").asText()).isEqualTo("Bauta");
    assertThat(driver.get("rules").findValuesAsText("id")).containsExactly("email", "payment-card");
    assertThat(run.get("columnKind").asText()).isEqualTo("utf16CodeUnits");
    assertThat(run.get("results").size()).isEqualTo(4);
    for (JsonNode result : run.get("results")) {
      assertThat(result.get("level").asText()).isEqualTo("warning");
      assertThat(result.get("message").get("text").asText()).isNotEmpty();
      int rule = result.get("ruleIndex").asInt();
      assertThat(driver.get("rules").get(rule).get("id")).isEqualTo(result.get("ruleId"));
      JsonNode physical = result.get("locations").get(0).get("physicalLocation");
      assertThat(physical.get("artifactLocation").get("uri").asText())
          .isEqualTo(Path.of(file).toUri().toString());
      JsonNode region = physical.get("region");
      assertThat(region.get("startLine").asInt()).isBetween(2, 3);
      assertThat(region.get("endColumn").asInt()).isGreaterThan(region.get("startColumn").asInt());
    }
    assertThat(log.toString()).doesNotContain("jane@");
  }

  @Test
  void sarifOfNothing_isStillARun() throws IOException {
    Ran ran = Ran.on("clean\n", "scan", "--format", "sarif");

    JsonNode log = new ObjectMapper().readTree(ran.bytes());
    assertThat(log.at("/runs/0/results").isArray()).isTrue();
    assertThat(log.at("/runs/0/results").size()).isZero();
  }

  private static JsonNode json(String... arguments) throws IOException {
    return new ObjectMapper().readTree(Ran.with(arguments).bytes());
  }
}
