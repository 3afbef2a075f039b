package dev.bauta.agent.instrumentation.log4j2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every channel of every version, through real layouts, sync and async. */
class Log4j2Test {

  private static final String VERSIONS = "dev.bauta.agent.instrumentation.log4j2.Log4jVersion#all";

  private static final String SAMPLE = "dev.bauta.agent.instrumentation.log4j2.Log4jVersion#sample";

  private final Log4j2Instrumentation instrumentation = new Log4j2Instrumentation();
  private final TestAgent agent = TestAgent.of(instrumentation);

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void everyLayout_showsNoCanary(Log4jVersion version) throws Exception {
    assertMasked(run(version, Channels.Sync.class));
  }

  @ParameterizedTest
  @MethodSource(SAMPLE)
  void asyncLoggersAmongOthers_showNoCanary(Log4jVersion version) throws Exception {
    assertMasked(run(version, Channels.Mixed.class));
  }

  @ParameterizedTest
  @MethodSource(SAMPLE)
  void allLoggersAsync_showNoCanary(Log4jVersion version) throws Exception {
    assertMasked(run(version, Channels.AllAsync.class));
  }

  // Or the tests above would prove nothing.
  @ParameterizedTest
  @MethodSource(VERSIONS)
  void withoutTheAgent_everyCanaryIsShown(Log4jVersion version) throws Exception {
    RewritingLoader untouched = TestAgent.of().load(version.classPath());
    Map<String, String> written = run(untouched, Channels.Sync.class);
    String all = String.join("\n", written.values());
    for (String channel : Channels.PLANTED) {
      boolean later = version.version().equals("2.13.0") && channel.equals("extra");
      if (!later && !channel.equals("m-forms")) {
        assertThat(all.contains("canary-" + channel + "@")).as(channel).isTrue();
      }
    }
    written.forEach((layout, text) -> assertThat(text).as(layout).contains("done", "canary-"));
  }

  @ParameterizedTest
  @MethodSource(SAMPLE)
  void brokenMasking_showsNothing(Log4jVersion version) throws Exception {
    agent.masking().breaking();
    Map<String, String> written = run(agent.load(version.classPath()), Channels.Sync.class);

    written.forEach(
        (layout, text) -> {
          assertThat(text.contains("canary-")).as(layout).isFalse();
          assertThat(text).as(layout).contains("[MASKED]").doesNotContain("4111111111111111");
        });
    assertThat(agent.masking().failures()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource(VERSIONS)
  void canary_isShownMasked(Log4jVersion version) throws Exception {
    Class<?> logger =
        agent.load(version.classPath()).loadClass("org.apache.logging.log4j.core.Logger");

    assertThat(instrumentation.showCanary(logger, "canary-proof@example.com"))
        .contains("canary [EMAIL] and fine", "java.lang.IllegalStateException: [EMAIL]")
        .doesNotContain("canary-proof");
  }

  private void assertMasked(Map<String, String> written) {
    assertThat(agent.masking().failures()).isEmpty();
    assertThat(written).hasSizeGreaterThan(10);
    written.forEach(
        (layout, text) -> {
          int at = text.indexOf("canary-");
          String shown = at < 0 ? "" : text.substring(Math.max(0, at - 200), at + 40);
          assertThat(shown).as(layout).isEmpty();
          assertThat(text).as(layout).contains("done", "[EMAIL]", "typed [EMAIL]");
          assertThat(text).as(layout).doesNotContain("4111111111111111", "MaskedThrowable");
        });
    assertThat(written.get("pattern"))
        .contains("typed 1 [EMAIL] and c", "card [CARD]", "[SECRET]", "trace=7")
        .contains("java.lang.IllegalArgumentException: [EMAIL]")
        .contains("Caused by: java.lang.IllegalStateException: [EMAIL]")
        .contains("Suppressed: java.lang.RuntimeException: [EMAIL]")
        .contains("\tat dev.bauta.agent.instrumentation.log4j2.Channels.throwables(Channels.java:");
    assertThat(written.get("ecs")).contains("\"java.lang.IllegalArgumentException\"");
    assertThat(written.get("json")).contains("java.lang.IllegalArgumentException");
  }

  private Map<String, String> run(Log4jVersion version, Class<?> scenario) throws Exception {
    agent.masking().rule("secretKey", "secret").rule("pin", "secret");
    return run(agent.load(version.classPath()), scenario);
  }

  @SuppressWarnings("unchecked") // both are the JDK's
  static Map<String, String> run(RewritingLoader loader, Class<?> scenario) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return (Map<String, String>) loader.create(scenario.getName(), Callable.class).call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
