package dev.bauta.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bauta.it.ForkedJvm.Outcome;
import dev.bauta.it.probe.FluentProbe;
import dev.bauta.it.probe.JacksonProbe;
import dev.bauta.it.probe.JdbcProbe;
import dev.bauta.it.probe.JulProbe;
import dev.bauta.it.probe.Log4j2Probe;
import dev.bauta.it.probe.LogbackProbe;
import dev.bauta.it.probe.ModeReloadProbe;
import dev.bauta.it.probe.ToStringProbe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Where sinks are only observed, an application writes what it writes without the agent, and the
 * report names where personal data was and holds none of it.
 */
class ObserveIT {

  private static final String OBSERVE =
      "status=off,service=desk,sinks.log=observe,sinks.jdbc=observe,sinks.json=observe,observe.report=";

  private static final String LOGBACK =
      """
      <configuration>
        <appender name="file" class="ch.qos.logback.core.FileAppender">
          <file>%1$s/logback.log</file>
          <encoder><pattern>%%-5level [%%thread] %%logger %%marker %%X - %%msg %%kvp%%n%%ex{full}</pattern></encoder>
        </appender>
        <appender name="json" class="ch.qos.logback.core.FileAppender">
          <file>%1$s/json.log</file>
          <encoder class="net.logstash.logback.encoder.LogstashEncoder">
            <timestampPattern>[UNIX_TIMESTAMP_AS_NUMBER]</timestampPattern>
          </encoder>
        </appender>
        <root level="INFO"><appender-ref ref="file"/><appender-ref ref="json"/></root>
      </configuration>
      """;

  private static final String LOG4J2 =
      """
      <Configuration status='ERROR'><Appenders>
        <RandomAccessFile name='file' fileName='%1$s/log4j2.log'>
          <PatternLayout pattern='%%p %%c %%m %%X %%x %%marker%%n%%xEx%%n'/>
        </RandomAccessFile>
      </Appenders><Loggers><Root level='TRACE'><AppenderRef ref='file'/></Root></Loggers></Configuration>
      """;

  private final Path without = Layout.scratch("observe without the agent");
  private final Path with = Layout.scratch("observe");

  @Test
  void logback_writesTheSame_andItsLoggersAndKeysAreNamed() throws IOException {
    for (Path folder : List.of(without, with)) {
      Files.writeString(folder.resolve("logback.xml"), LOGBACK.formatted(folder));
      ForkedJvm jvm =
          jvm(folder)
              .property("logback.configurationFile", folder.resolve("logback.xml"))
              .classPath(Layout.probes())
              .classPath(Layout.library("logback-1.5.21"))
              .classPath(Layout.library("logstash-8.1"));
      done(jvm.run(LogbackProbe.class, "fluent"));
    }
    assertThat(read(with, "logback.log")).isEqualTo(read(without, "logback.log"));
    assertThat(read(with, "json.log").replaceAll("\"@timestamp\":\\d+", ""))
        .isEqualTo(read(without, "json.log").replaceAll("\"@timestamp\":\\d+", ""));
    for (String channel : LogbackProbe.channels()) {
      assertThat(Leaks.found(List.of(channel), read(with, "logback.log"))).isNotEmpty();
    }

    assertThat(seen("log", "logger", LogbackProbe.class.getName()))
        .contains("email", "payment-card", "us-ssn", "secret");
    assertThat(seen("log", "key", "customer")).contains("email");
    assertNoValue(LogbackProbe.channels());
    assertNoValue(FluentProbe.channels());
  }

  @Test
  void log4j2_writesTheSame_andItsLoggersAreNamed() throws IOException {
    for (Path folder : List.of(without, with)) {
      Files.writeString(folder.resolve("log4j2.xml"), LOG4J2.formatted(folder));
      ForkedJvm jvm =
          jvm(folder)
              .property("log4j2.configurationFile", folder.resolve("log4j2.xml"))
              .classPath(Layout.probes())
              .classPath(Layout.library("log4j2-newest"));
      done(jvm.run(Log4j2Probe.class));
    }
    assertThat(read(with, "log4j2.log")).isEqualTo(read(without, "log4j2.log"));
    assertThat(Leaks.found(Log4j2Probe.channels(), read(with, "log4j2.log"))).isNotEmpty();
    assertThat(seen("log", "logger", Log4j2Probe.class.getName())).contains("email");
    assertNoValue(Log4j2Probe.channels());
  }

  @Test
  void javaLogging_writesTheSame() throws IOException {
    for (Path folder : List.of(without, with)) {
      Outcome outcome =
          jvm(folder)
              .property("java.util.logging.SimpleFormatter.format", "%4$s %3$s %5$s%6$s%n")
              .classPath(Layout.probes())
              .run(JulProbe.class, folder.resolve("jul.xml"));
      done(outcome);
      Files.writeString(folder.resolve("out"), outcome.out());
      Files.writeString(folder.resolve("err"), outcome.err());
    }
    assertThat(read(with, "out")).isEqualTo(read(without, "out"));
    assertThat(read(with, "err")).isEqualTo(read(without, "err"));
    assertThat(seen("log", "logger", "probe")).contains("email", "payment-card");
    assertNoValue(JulProbe.channels());
  }

  @Test
  void aResultSet_givesTheSame_andItsColumnsAreNamed() throws IOException {
    Outcome plain = jdbc(new ForkedJvm(Jdks.oldest()));
    Outcome observed = jdbc(jvm(with));

    assertThat(observed.out()).isEqualTo(plain.out());
    assertThat(seen("jdbc", "column", "PLANTED.TOLD")).contains("email", "payment-card");
    assertThat(seen("jdbc", "column", "PEOPLE.FULL_NAME")).containsExactly("name");
    assertNoValue(JdbcProbe.channels());
    assertThat(report().toString()).doesNotContain("Wilhelmina", "1984", "7391");
  }

  @Test
  void jackson_writesTheSame_andItsKeysAreNamed() throws IOException {
    Outcome plain = json(new ForkedJvm(Jdks.oldest()));
    Outcome observed = json(jvm(with));

    assertThat(ordered(observed.out())).isEqualTo(ordered(plain.out()));
    assertThat(seen("json", "key", "note")).contains("email", "payment-card");
    assertThat(seen("json", "key", "byField"))
        .containsOnly("name"); // by its mark, and as a value known
    assertNoValue(JacksonProbe.channels());
    assertThat(report().toString()).doesNotContain("Needle");
  }

  @Test
  void toString_printsTheSame_andItsMembersAreNamed() throws IOException {
    Outcome plain = printed(new ForkedJvm(Jdks.oldest()));
    Outcome observed = printed(jvm(with));

    assertThat(observed.out()).isEqualTo(plain.out());
    assertThat(seen("log", "key", "name")).containsExactly("name");
    assertThat(seen("log", "key", "born")).containsExactly("date-of-birth");
    assertThat(report().toString()).doesNotContain("Needle", "Lovelace", "1815");
  }

  @Test
  void fromObserveToMask_byTheFile_whileTheApplicationRuns() {
    Path config = ConfigFile.write(with, "sinks: {log: observe}\n");
    Outcome outcome =
        new ForkedJvm(Jdks.oldest())
            .agent("config=" + config)
            .classPath(Layout.probes())
            .run(ModeReloadProbe.class, config);

    done(outcome);
    assertThat(outcome.err())
        .contains("[bauta] observing ", "first ends: nobody@reload-channel.com")
        .contains("[bauta] sinks.log is mask now", "second ends: n***@reload-channel.com");
  }

  private ForkedJvm jvm(Path folder) {
    ForkedJvm jvm = new ForkedJvm(Jdks.oldest());
    return folder.equals(with) ? jvm.agent(OBSERVE + with.resolve("report")) : jvm;
  }

  private static Outcome jdbc(ForkedJvm jvm) {
    return done(
        jvm.classPath(Layout.probes())
            .classPath(Layout.library("h2-2.5.252"))
            .classPath(Layout.library("hikari-7.1.0"))
            .run(JdbcProbe.class, "jdbc:h2:mem:probe", "sa", "", "direct"));
  }

  private static Outcome json(ForkedJvm jvm) {
    return done(
        jvm.classPath(Layout.probes(), Layout.annotations())
            .classPath(Layout.library("jackson-2.22.4"))
            .run(JacksonProbe.class));
  }

  private static Outcome printed(ForkedJvm jvm) {
    return done(jvm.classPath(Layout.probes(), Layout.annotations()).run(ToStringProbe.class));
  }

  private static Outcome done(Outcome outcome) {
    assertThat(outcome.out()).as(outcome.text()).contains("probe done");
    assertThat(outcome.exit()).isZero();
    return outcome;
  }

  /** The types seen at the place of this name. */
  private List<String> seen(String sink, String kind, String name) throws IOException {
    List<String> types = new java.util.ArrayList<>();
    for (JsonNode seen : report().path("seen")) {
      boolean same =
          seen.path("sink").asText().equals(sink)
              && seen.path(kind).asText().equals(name)
              && seen.path("service").asText().equals("desk");
      if (same && seen.path("count").asLong() > 0) {
        types.add(seen.path("type").asText());
      }
    }
    return types;
  }

  private JsonNode report() throws IOException {
    return new ObjectMapper().readTree(with.resolve("report.json").toFile());
  }

  private void assertNoValue(Collection<String> channels) throws IOException {
    for (String file : List.of("report.json", "report.html")) {
      assertThat(read(with, file)).doesNotContain("-channel");
      Leaks.assertNone(channels, read(with, file));
    }
  }

  private static String read(Path folder, String file) throws IOException {
    return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
  }

  /** The order of an unmodifiable map's keys is another one in every JVM, and so is the last. */
  private static String ordered(String out) {
    return out.lines()
        .map(
            line -> {
              char[] sorted = line.replace(",", "").toCharArray();
              Arrays.sort(sorted);
              return new String(sorted);
            })
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
