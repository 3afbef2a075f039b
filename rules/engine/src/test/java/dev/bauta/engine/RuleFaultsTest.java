package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every fault a rule file can have, with its place and remedy. Run with -Dbauta.docs=write after
 * rewording one, and read what changed.
 */
class RuleFaultsTest {

  private static final Path CASES = Path.of("src/test/resources/rule-faults/faults.txt");

  @TestFactory
  List<DynamicTest> fault_isNamedWithItsPlaceAndRemedy() throws IOException {
    String[] cases = Files.readString(CASES).split("(?m)^=== ");
    if ("write".equals(System.getProperty("bauta.docs"))) {
      write(cases);
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 1; i < cases.length; i++) {
      String[] parts = cases[i].split("(?m)^=>\n");
      String name = parts[0].substring(0, parts[0].indexOf('\n'));
      tests.add(
          DynamicTest.dynamicTest(
              name, () -> assertThat(faults(yaml(parts[0]))).isEqualTo(parts[1].strip())));
    }
    return tests;
  }

  private static void write(String[] cases) throws IOException {
    StringBuilder file = new StringBuilder(cases[0]);
    for (int i = 1; i < cases.length; i++) {
      String asked = cases[i].split("(?m)^=>\n")[0];
      cases[i] = asked + "=>\n" + faults(yaml(asked)) + "\n";
      file.append("=== ").append(cases[i]);
    }
    Files.write(CASES, file.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String yaml(String asked) {
    return asked.substring(asked.indexOf('\n') + 1);
  }

  private static String faults(String yaml) {
    try {
      RuleFile.parse("bauta.yaml", yaml);
      return "no fault";
    } catch (RuleFileException wrong) {
      return wrong.getMessage();
    }
  }
}
