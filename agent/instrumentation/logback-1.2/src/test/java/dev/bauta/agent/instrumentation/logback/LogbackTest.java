package dev.bauta.agent.instrumentation.logback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every channel of every version, through real encoders and appenders. */
class LogbackTest {

  private static final String PACKAGE = "dev.bauta.agent.instrumentation.logback.LogbackVersion#";

  private final LogbackInstrumentation instrumentation = new LogbackInstrumentation();
  private final TestAgent agent = TestAgent.of(instrumentation);

  @ParameterizedTest
  @MethodSource(PACKAGE + "all")
  void pattern_showsNoCanary(LogbackVersion version) throws Exception {
    String written = run(version, Channels.Pattern.class);

    assertThat(written).doesNotContain("canary-").contains("one [EMAIL]", "msg=done", "[CARD]");
    assertThat(written).contains("typed [EMAIL] a b", "array [[EMAIL]]", "mdc=", "one=[EMAIL]");
    assertThat(written)
        .contains("java.lang.IllegalArgumentException: top [EMAIL]")
        .contains("Caused by: java.lang.IllegalStateException: root [EMAIL]")
        .contains("Suppressed: java.lang.RuntimeException: closing [EMAIL]")
        .contains("\tat dev.bauta.agent.instrumentation.logback.Channels.failure(Channels.java:");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "all")
  void asyncAppender_showsNoCanary(LogbackVersion version) throws Exception {
    assertThat(run(version, Channels.Async.class)).doesNotContain("canary-").contains("msg=done");
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "all")
  void events_holdNoCanary(LogbackVersion version) throws Exception {
    assertThat(run(version, Channels.Events.class)).doesNotContain("canary-").contains("done");
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "all")
  void htmlAndXmlLayouts_showNoCanary(LogbackVersion version) throws Exception {
    assertThat(run(version, LayoutChannels.Html.class))
        .contains("<td class=\"Message\">done</td>")
        .doesNotContain("canary-");
    assertThat(run(version, LayoutChannels.Xml.class))
        .contains("<log4j:message>done</log4j:message>")
        .doesNotContain("canary-");
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "withLogstash")
  void eventsSentAsObjects_holdNoCanary(LogbackVersion version) throws Exception {
    assertThat(run(version, LogstashChannels.Serialised.class))
        .contains("[EMAIL]")
        .doesNotContain("canary-");
  }

  @Test
  void classFilesTooOldForDynamicConstants_areMaskedToo() throws Exception {
    List<Path> jars = new LogbackVersion("1.2.13").classPath();
    RewritingLoader loader = agent.loadWithoutRaising(jars);
    agent.masking().rule("secretKey", "secret");

    assertThat(run(loader, Channels.Pattern.class)).contains("msg=done").doesNotContain("canary-");
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "withFluentApi")
  void keyValuePairs_showNoCanary(LogbackVersion version) throws Exception {
    String written = run(version, FluentChannels.Pattern.class);

    assertThat(written)
        .contains("fluent [EMAIL]", "who=\"[EMAIL]\"", "pin=\"[SECRET]\"", "nobody=\"null\"")
        .contains("failure=\"java.lang.IllegalStateException: [EMAIL]\"")
        .contains("person=\"Person[mail=[EMAIL]]\"")
        .doesNotContain("canary-");
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "withFluentApi")
  void pairsOfTheApplication_stayWhatTheyAre(LogbackVersion version) throws Exception {
    assertThat(run(version, FluentChannels.OwnPairs.class))
        .isEqualTo("canary-mine@example.com [EMAIL] true");
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "withJsonEncoder")
  void jsonEncoder_showsNoCanary(LogbackVersion version) throws Exception {
    agent.masking().hiding("pin=canary-label", "pin: canary-label");

    assertThat(run(version, FluentChannels.Json.class)).contains("done").doesNotContain("canary-");
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "withLogstash")
  void logstashEncoder_showsNoCanary(LogbackVersion version) throws Exception {
    assertThat(run(version, LogstashChannels.All.class))
        .contains("\"message\":\"done\"")
        .doesNotContain("canary-");
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "withLogstash")
  void structuredArgument_staysInTheEvent_andIsMaskedInText(LogbackVersion version)
      throws Exception {
    assertThat(run(version, LogstashChannels.Structured.class)).isEqualTo("true seen who=[EMAIL]");
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "all")
  void brokenMasking_showsNothing(LogbackVersion version) throws Exception {
    agent.masking().breaking();

    assertThat(run(version, Channels.Pattern.class))
        .contains("[MASKED]")
        .doesNotContain("canary-")
        .doesNotContain("4111111111111111");
    assertThat(agent.masking().failures()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "all")
  void canary_isShownMasked(LogbackVersion version) throws Exception {
    RewritingLoader loader = agent.load(version.classPath());
    Class<?> event = loader.loadClass("ch.qos.logback.classic.spi.LoggingEvent");

    assertThat(instrumentation.showCanary(event, "canary-proof@example.com"))
        .contains("canary [EMAIL] [EMAIL] and fine")
        .doesNotContain("canary-proof");
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "all")
  void messageWithoutArguments_isLookedAtOnce(LogbackVersion version) throws Exception {
    assertThat(run(version, Channels.Plain.class)).isEqualTo("plain");

    assertThat(agent.masking().texts()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "all")
  void eventWithoutFindings_holdsTheApplicationsObjects(LogbackVersion version) throws Exception {
    assertThat(run(version, Channels.Clean.class)).isEqualTo("true clean a 1 [b]");
  }

  @ParameterizedTest
  @MethodSource(PACKAGE + "all")
  void arrayAndMapOfTheApplication_areNotWrittenTo(LogbackVersion version) throws Exception {
    assertThat(run(version, Channels.Owned.class))
        .isEqualTo("canary-own@example.com canary-own@example.com null HashMap");
  }

  private String run(LogbackVersion version, Class<? extends Callable<String>> scenario)
      throws Exception {
    agent.masking().rule("secretKey", "secret").rule("pin", "secret");
    return run(agent.load(version.classPath()), scenario);
  }

  private static String run(RewritingLoader loader, Class<? extends Callable<String>> scenario)
      throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return (String) loader.create(scenario.getName(), Callable.class).call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
