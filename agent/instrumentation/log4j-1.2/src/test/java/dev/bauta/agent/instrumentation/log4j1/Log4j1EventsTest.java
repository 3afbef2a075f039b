package dev.bauta.agent.instrumentation.log4j1;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.Libraries;
import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Log4j 1.2 and reload4j in several versions, each in a loader of its own. */
class Log4j1EventsTest {

  private final TestAgent agent = TestAgent.of(new Log4j1Instrumentation());

  static List<Path> jars() {
    return Stream.of("log4j-1", "reload4j-")
        .flatMap(name -> Libraries.jars(name).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void everyPart_isMasked(Path jar) throws Exception {
    agent.masking().rule("token", "secret");
    String written = run(jar);

    assertThat(written)
        .contains("message [EMAIL]", "object [EMAIL]", "ndc [EMAIL]", "mdc [EMAIL]")
        .contains("key [SECRET]", "IllegalArgumentException: thrown [EMAIL]")
        .contains("IllegalStateException: cause [EMAIL]")
        .contains("clean 42 of class java.lang.Integer")
        .doesNotContain("ada@", "opensesame");
    assertThat(agent.masking().failures()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("jars")
  void rulesOfALogger_holdForMessageAndContext(Path jar) throws Exception {
    agent.masking().hidingIn("probe.log", "opensesame");
    assertThat(run(jar)).contains("[LOGGER]").doesNotContain("opensesame}");
  }

  @ParameterizedTest
  @MethodSource("jars")
  void anErrorOfOurs_hidesTheValues(Path jar) throws Exception {
    agent.masking().breaking();
    assertThat(run(jar)).contains("[MASKED]").doesNotContain("ada@", "opensesame");
  }

  private String run(Path jar) throws Exception {
    try (RewritingLoader loader = agent.load(jar, Libraries.testClasses())) {
      @SuppressWarnings("unchecked")
      Function<Object, String> probe = loader.create(Probe.class.getName(), Function.class);
      return probe.apply(null);
    }
  }

  /** Logs in every way, and asks events what an appender of the application might ask. */
  public static final class Probe implements Function<Object, String> {

    @Override
    public String apply(Object nothing) {
      StringWriter out = new StringWriter();
      org.apache.log4j.Logger log = org.apache.log4j.Logger.getLogger("probe.log");
      log.setAdditivity(false);
      log.addAppender(
          new org.apache.log4j.WriterAppender(
              new org.apache.log4j.PatternLayout("%m %x %X key %X{token} mdc %X{who}%n"), out));
      log.addAppender(new Asking(out));
      org.apache.log4j.MDC.put("who", "ada@example.com");
      org.apache.log4j.MDC.put("token", "opensesame");
      org.apache.log4j.NDC.push("ndc ada@example.com");
      log.info("message ada@example.com");
      log.info(new StringBuilder("object ada@example.com"));
      log.info(42);
      log.error(
          "thrown",
          new IllegalArgumentException(
              "thrown ada@example.com", new IllegalStateException("cause ada@example.com")));
      org.apache.log4j.NDC.remove();
      org.apache.log4j.MDC.remove("who");
      org.apache.log4j.MDC.remove("token");
      return out.toString();
    }
  }

  /** An appender of the application that reads the event itself. */
  static final class Asking extends org.apache.log4j.AppenderSkeleton {

    private final StringWriter out;

    Asking(StringWriter out) {
      this.out = out;
    }

    @Override
    protected void append(org.apache.log4j.spi.LoggingEvent event) {
      out.write("clean " + event.getMessage() + " of " + event.getMessage().getClass() + "\n");
      out.write("all " + event.getProperties() + " one " + event.getMDC("who") + "\n");
      if (event.getThrowableInformation() != null) {
        Throwable thrown = event.getThrowableInformation().getThrowable();
        out.write(thrown.getClass() + " " + thrown + " because " + thrown.getCause() + "\n");
      }
    }

    @Override
    public boolean requiresLayout() {
      return false;
    }

    @Override
    public void close() {}
  }
}
