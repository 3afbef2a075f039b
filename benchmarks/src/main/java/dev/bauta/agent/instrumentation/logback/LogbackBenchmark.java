package dev.bauta.agent.instrumentation.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One call of Logback with two arguments and a pattern, to a file, or to an appender that throws
 * the bytes away: no disk to hide behind. Run it twice, the second time with {@code -jvmArgsAppend
 * -javaagent:agent/dist/target/bauta-agent.jar}; the setup asks whether the agent is there and
 * expects the answer of that run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LogbackBenchmark {

  /** Nothing to find, or an address in an argument. */
  @Param({"clean", "found"})
  public String line;

  /** Where the bytes go. */
  @Param({"file", "nowhere"})
  public String to;

  private final LoggerContext context = new LoggerContext();
  private Logger logger;
  private String who;

  @Setup
  public void prepare() throws IOException {
    who = line.equals("clean") ? "the warehouse in Leeds" : "ada.lovelace@example.com";
    context.setMDCAdapter(new LogbackMDCAdapter());
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    logger = loggerTo("proof", shown);
    call();
    String text = shown.toString(StandardCharsets.UTF_8);
    boolean expectRaw = line.equals("clean") || !agentIsThere();
    if (text.contains(who) != expectRaw || !text.contains("order 4711 of")) {
      throw new IllegalStateException("unexpected answer: " + text);
    }
    logger = loggerTo("timed", to.equals("file") ? file() : OutputStream.nullOutputStream());
  }

  private static OutputStream file() throws IOException {
    Path file = Files.createTempFile("logback", ".log");
    file.toFile().deleteOnExit();
    return new BufferedOutputStream(Files.newOutputStream(file)); // as Logback's own file appender
  }

  @Benchmark
  public void call() {
    logger.info("order {} of {} was packed and is on its way to the customer", 4711, who);
  }

  private Logger loggerTo(String name, OutputStream out) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss.SSS} %-5level [%thread] %logger{36} - %msg%n");
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(out);
    appender.start();
    Logger made = context.getLogger(name);
    made.setLevel(Level.INFO);
    made.setAdditive(false);
    made.addAppender(appender);
    return made;
  }

  private static boolean agentIsThere() {
    try {
      Class.forName("dev.bauta.agent.AgentPremain", false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException none) {
      return false;
    }
  }
}
