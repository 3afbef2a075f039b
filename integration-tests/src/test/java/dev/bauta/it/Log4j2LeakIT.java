package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.GarbageFreeProbe;
import dev.bauta.it.probe.Log4j2Probe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No planted value comes out of Log4j 2, whichever version writes it and however. */
class Log4j2LeakIT {

  private static final List<String> VERSIONS = List.of("2.13.0", "2.24.3", "newest");
  private static final Pattern ALLOCATED = Pattern.compile("allocated (\\d+)\\.");

  /** How a logger hands its events on. */
  enum Mode {
    SYNC,
    ASYNC_ROOT,
    ALL_ASYNC
  }

  /** One version in one mode on one JDK. */
  record Case(Jdk jdk, String version, Mode mode) {
    @Override
    public String toString() {
      return "Log4j " + version + " " + mode + " on " + jdk;
    }
  }

  static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Jdk jdk : Jdks.all()) {
      for (String version : VERSIONS) {
        for (Mode mode : Mode.values()) {
          if (jdk == Jdks.oldest() || version.equals("newest") || Layout.fullMatrix()) {
            cases.add(new Case(jdk, version, mode));
          }
        }
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyChannel_throughEveryLayout_isMasked(Case tried) throws IOException {
    Path folder = Layout.scratch(tried.toString());
    Outcome outcome = run(new ForkedJvm(tried.jdk()).verifyAll().agent(), tried, folder);

    assertThat(outcome.text()).contains("probe done").doesNotContain("VerifyError");
    assertThat(outcome.exit()).isZero();
    Leaks.assertNone(Log4j2Probe.channels(), outcome.text());
    for (String layout : layouts(tried.version()).keySet()) {
      Leaks.assertMasked(Log4j2Probe.channels(), Files.readString(folder.resolve(layout)));
    }
  }

  static List<Case> twins() {
    return VERSIONS.stream().map(v -> new Case(Jdks.oldest(), v, Mode.SYNC)).toList();
  }

  // Or the test above would prove nothing.
  @ParameterizedTest
  @MethodSource("twins")
  void withoutTheAgent_everyChannelShowsItsValue(Case tried) throws IOException {
    Path folder = Layout.scratch("no agent " + tried);
    run(new ForkedJvm(tried.jdk()), tried, folder);

    for (String layout : layouts(tried.version()).keySet()) {
      String written = Files.readString(folder.resolve(layout));
      for (String channel : Log4j2Probe.channels()) {
        assertThat(Leaks.found(List.of(channel), written)).as(layout + " " + channel).isNotEmpty();
      }
    }
  }

  // A thread's own allocations, which no other load of the machine changes. Fewer bytes than lines
  // means: not one object in a line.
  @Test
  void linesWithoutFindings_allocateNothingMore() throws IOException {
    Path folder = Layout.scratch("log4j2 without garbage");
    long without = allocated(new ForkedJvm(Jdks.oldest()), folder);
    assertThat(Leaks.found(List.of("last"), Files.readString(folder.resolve("pattern"))))
        .isNotEmpty();
    Files.delete(folder.resolve("pattern"));
    long with = allocated(new ForkedJvm(Jdks.oldest()).agent(), folder);
    Leaks.assertMasked(List.of("last"), Files.readString(folder.resolve("pattern")));

    assertThat(with - without).isLessThan(GarbageFreeProbe.LINES);
  }

  private static long allocated(ForkedJvm jvm, Path folder) throws IOException {
    Path config =
        write(folder, "Root", Map.of("pattern", "<PatternLayout pattern='%p %c{1} %m %X%n'/>"));
    Outcome outcome =
        jvm.property("log4j2.configurationFile", config)
            .property("log4j2.garbagefreeThreadContextMap", true)
            .classPath(Layout.probes())
            .classPath(Layout.library("log4j2-newest"))
            .run(GarbageFreeProbe.class);
    Matcher allocated = ALLOCATED.matcher(outcome.out());
    assertThat(allocated.find()).as(outcome.text()).isTrue();
    return Long.parseLong(allocated.group(1));
  }

  private static Map<String, String> layouts(String version) {
    Map<String, String> layouts = new LinkedHashMap<>();
    layouts.put("pattern", "<PatternLayout pattern='%m %X %x %marker%n%xEx%n'/>");
    layouts.put("plain", "<PatternLayout pattern='%m %X{customer} %x%n%ex%n'/>");
    layouts.put("ecs", "<EcsLayout serviceName='shop'/>");
    if (!version.equals("2.13.0")) {
      layouts.put("template", "<JsonTemplateLayout eventTemplateUri='classpath:EcsLayout.json'/>");
    }
    return layouts;
  }

  private static Outcome run(ForkedJvm jvm, Case tried, Path folder) throws IOException {
    String root = tried.mode() == Mode.ASYNC_ROOT ? "AsyncRoot" : "Root";
    jvm.property("log4j2.configurationFile", write(folder, root, layouts(tried.version())));
    if (tried.mode() == Mode.ALL_ASYNC) {
      jvm.property(
          "log4j2.contextSelector",
          "org.apache.logging.log4j.core.async.AsyncLoggerContextSelector");
    }
    return jvm.classPath(Layout.probes())
        .classPath(Layout.library("log4j2-" + tried.version()))
        .run(Log4j2Probe.class);
  }

  private static Path write(Path folder, String root, Map<String, String> layouts)
      throws IOException {
    StringBuilder appenders = new StringBuilder();
    StringBuilder references = new StringBuilder();
    layouts.forEach(
        (name, layout) -> {
          appenders
              .append("<RandomAccessFile name='")
              .append(name)
              .append("' fileName='")
              .append(folder.resolve(name))
              .append("'>")
              .append(layout)
              .append("</RandomAccessFile>");
          references.append("<AppenderRef ref='").append(name).append("'/>");
        });
    String xml =
        "<Configuration status='ERROR'><Appenders>%s</Appenders><Loggers><%s level='TRACE'>%s</%s>"
            + "</Loggers></Configuration>";
    return Files.writeString(
        folder.resolve("log4j2.xml"), xml.formatted(appenders, root, references, root));
  }
}
