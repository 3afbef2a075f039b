package dev.bauta.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/options.md is made from {@link Option}; run with -Dbauta.docs=write after a change. */
class OptionsPageTest {

  private static final Path PAGE = Path.of("../../docs/options.md");

  @Test
  void thePageOfOptions_isWhatTheCodeSays() throws IOException {
    String page = page();
    if ("write".equals(System.getProperty("bauta.docs"))) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as("run: mvn -pl agent/core -am test -Dbauta.docs=write")
        .content()
        .isEqualTo(page);
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Options of the agent

            Generated from the code (`Option`). The first source that sets an option counts: after `=` in
            `-javaagent:bauta-agent.jar=key=value,key=value`, the system property, the environment variable, the
            configuration file (`a.b` is `b` below `a`).

            | option | default | property | variable | what |
            |---|---|---|---|---|
            """);
    for (Option option : Option.values()) {
      page.append("| `").append(option.key()).append("` | ");
      page.append(option.defaultValue().isEmpty() ? "" : "`" + option.defaultValue() + "`");
      page.append(" | `").append(option.property());
      page.append("` | `").append(option.variable());
      page.append("` | ").append(option.doc()).append(" |\n");
    }
    return page.toString();
  }
}
