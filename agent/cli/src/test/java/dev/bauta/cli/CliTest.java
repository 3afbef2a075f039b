package dev.bauta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

  @Test
  void withoutCommand_helpIsPrinted() {
    Ran ran = Ran.with();

    assertThat(ran.out()).startsWith("Usage: bauta").contains("Exit codes: 0").contains("  scan ");
    assertThat(ran.exit()).isZero();
  }

  @Test
  void help_isTheSameAsNoCommand() {
    assertThat(Ran.with("--help").out()).isEqualTo(Ran.with().out());
    assertThat(Ran.with("help").out()).isEqualTo(Ran.with().out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "scan", "mask", "explain", "types", "maskers", "version"})
  void everyCommand_tellsItsExitCodes(String command) {
    Ran ran = Ran.with(command, "--help");

    assertThat(ran.out()).startsWith("Usage: bauta " + command).contains("Exit code: 0");
    assertThat(ran.exit()).isZero();
    assertThat(Ran.with("help", command).out()).isEqualTo(ran.out());
  }

  @Test
  void wrongUse_isAnotherExitCode() {
    assertThat(Ran.with("sacn").exit()).isEqualTo(2);
    assertThat(Ran.with("scan", "--fromat", "json").err())
        .contains("Unknown option: '--fromat'")
        .contains("See: bauta scan --help");
    assertThat(Ran.with("scan", "--format", "xml").exit()).isEqualTo(2);
    assertThat(Ran.with("check").exit()).isEqualTo(2);
  }

  @Test
  void version_isTheJars() {
    assertThat(Ran.with("version").out()).matches("Bauta \\d.*, Java \\d.*\n");
    assertThat(Ran.with("--version").out()).matches("Bauta \\d.*\n");
  }

  @Test
  void types_areListedWithAnExample() throws IOException {
    assertThat(Ran.with("types").out())
        .contains("email               e-mail address\n")
        .contains("jane.doe@example.com -> j***@example.com\n");
    assertThat(new ObjectMapper().readTree(Ran.with("types", "--json").bytes()).get("types"))
        .hasSizeGreaterThan(100);
  }

  @Test
  void maskers_areListedWithTheirSettings() throws IOException {
    assertThat(Ran.with("maskers").out())
        .contains("redact    The type's name")
        .contains("name: Ada Lovelace -> [NAME]\n");
    assertThat(new ObjectMapper().readTree(Ran.with("maskers", "--json").bytes()).get("maskers"))
        .hasSizeGreaterThan(5);
  }

  @Test
  void completion_isAScriptForShells() {
    assertThat(Ran.with("generate-completion").out()).startsWith("#!/usr/bin/env bash");
  }
}
