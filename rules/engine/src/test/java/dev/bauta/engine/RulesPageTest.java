package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.engine.checks.CheckDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables of docs/rules.md are made from the reader's; run with -Dbauta.docs=write. */
class RulesPageTest {

  private static final Path PAGE = Path.of("../../docs/rules.md");
  private static final String MARK = "<!-- generated from here on";

  @Test
  void tablesOfThePage_areWhatTheReaderGoesBy() throws IOException {
    String page = Files.readString(PAGE);
    String byHand = page.substring(0, page.indexOf('\n', page.indexOf(MARK)) + 1);
    String whole = byHand + tables();
    if ("write".equals(System.getProperty("bauta.docs"))) {
      Files.writeString(PAGE, whole);
    }
    assertThat(PAGE)
        .as("run: mvn -pl rules/engine test -Dbauta.docs=write")
        .content()
        .isEqualTo(whole);
  }

  private static String tables() {
    StringBuilder page = new StringBuilder();
    table(page, "The file", Settings.FILE);
    table(page, "`types`: of a type", Settings.TYPE);
    table(page, "`keys`: of a key", Settings.KEY);
    table(page, "`rules`: the place of a rule", Settings.PLACES);
    table(page, "`rules`: of a rule", Settings.RULE);
    table(page, "`allow`: what is allowed", Settings.ALLOWED);
    table(page, "`allow`: of an entry", Settings.ALLOW);
    table(page, "`tests`: of a test", Settings.TEST);
    table(page, "`tests`: the place of the text", Settings.TEST_PLACES);
    table(page, "`tests`: what is expected", Settings.EXPECTED);
    page.append("\n### Names of checksums\n\n");
    page.append("`").append(String.join("`, `", CheckDigits.NAMES)).append("`\n");
    return page.toString();
  }

  private static void table(StringBuilder page, String title, List<Setting> settings) {
    page.append("\n### ").append(title).append("\n\n| setting | value | what |\n|---|---|---|\n");
    for (Setting setting : settings) {
      page.append("| `").append(setting.name()).append("` | ").append(value(setting.kind()));
      page.append(" | ").append(setting.about()).append(" |\n");
    }
  }

  private static String value(Setting.Kind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case FLAG -> "true, false";
      case TEXTS -> "text or list";
      case SINKS -> "list of log, jdbc, json";
      case TYPE -> "type";
      case TYPES -> "types or globs";
      case MASKER -> "masker";
      case ALL_OR_NONE -> "all, none";
      case CHECKSUM -> "checksum";
      case SECTION -> "section";
    };
  }
}
