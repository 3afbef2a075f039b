package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.TrackedProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that no detector could know are found in logs and JSON, because a row was read. */
class TrackedIT {

  private static final int PEOPLE = 300;
  private static final String RULES =
      "sinks:\n  jdbc: track\nrules:\n  - column: full_name\n    type: name\n";
  private static final Pattern LINE = Pattern.compile("#(\\d+)#(\\d+)#(.*)");

  static List<Jdk> jdks() {
    return Jdks.all();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void plantedNames_areHiddenInNinetyNineOfAHundred(Jdk jdk) {
    Path config = ConfigFile.write(Layout.scratch("tracked on " + jdk), RULES);
    Outcome masked = run(new ForkedJvm(jdk).agent("config=" + config));
    assertThat(masked.exit()).as(masked.text()).isZero();
    assertThat(masked.text()).contains("probe done", "tracking jdbc/jdbc-4.2");

    Shown shown = Shown.of(masked.out());
    assertThat(shown.planted).isGreaterThan(PEOPLE * 33);
    assertThat(shown.missed()).as("shown by way: %s", shown.byWay).isLessThan(0.01);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void withoutTracking_namesAreShown(Jdk jdk) {
    Path config = ConfigFile.write(Layout.scratch("untracked on " + jdk), RULES);
    Outcome raw = run(new ForkedJvm(jdk).agent("tracked=off,config=" + config));

    assertThat(Shown.of(raw.out()).missed()).isGreaterThan(0.9);
  }

  private static Outcome run(ForkedJvm jvm) {
    return jvm.property("logback.configurationFile", logback())
        .classPath(Layout.probes())
        .classPath(Layout.jars(Layout.sampleApp().resolveSibling("lib")))
        .run(TrackedProbe.class, PEOPLE);
  }

  private static Path logback() {
    Path file = Layout.scratch("tracked logback").resolve("logback.xml");
    try {
      return Files.writeString(
          file,
          "<configuration><appender name='out' class='ch.qos.logback.core.ConsoleAppender'>"
              + "<encoder><pattern>%msg%n%X{told}%n%ex</pattern></encoder></appender>"
              + "<root level='INFO'><appender-ref ref='out'/></root></configuration>");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What is left of the names, by the way it was told. */
  private static final class Shown {
    private final List<String> names = TrackedProbe.names(PEOPLE);
    private final Map<Integer, List<String>> byWay = new TreeMap<>();
    private int planted;
    private int shown;

    static Shown of(String out) {
      Shown all = new Shown();
      Matcher lines = LINE.matcher(out);
      while (lines.find()) {
        all.look(
            Integer.parseInt(lines.group(1)), Integer.parseInt(lines.group(2)), lines.group(3));
      }
      return all;
    }

    double missed() {
      return (double) shown / planted;
    }

    private void look(int way, int id, String line) {
      planted++;
      String[] parts = names.get(id).toLowerCase(Locale.ROOT).split(" ");
      String text = line.toLowerCase(Locale.ROOT);
      for (String part : parts) {
        if (Pattern.compile("\\b" + Pattern.quote(part)).matcher(text).find()) {
          shown++;
          byWay.computeIfAbsent(way, w -> new ArrayList<>()).add(line);
          return;
        }
      }
    }
  }
}
