package dev.bauta.agent.instrumentation.log4j2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One call of Log4j 2 with two arguments and a pattern, to a file. Run it twice, the second time
 * with {@code -jvmArgsAppend -javaagent:agent/dist/target/bauta-agent.jar}; the setup asks whether
 * the agent is there and expects the answer of that run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Log4j2Benchmark {

  /** Nothing to find, or an address in an argument. */
  @Param({"clean", "found"})
  public String line;

  private LoggerContext context;
  private Logger logger;
  private String who;

  @Setup
  public void prepare() throws IOException {
    who = line.equals("clean") ? "the warehouse in Leeds" : "ada.lovelace@example.com";
    Path file = Files.createTempFile("log4j2", ".log");
    file.toFile().deleteOnExit();
    ConfigurationBuilder<BuiltConfiguration> configuration =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    configuration.add(
        configuration
            .newAppender("file", "File")
            .addAttribute("fileName", file.toString())
            .addAttribute("immediateFlush", true)
            .add(
                configuration
                    .newLayout("PatternLayout")
                    .addAttribute(
                        "pattern", "%d{HH:mm:ss.SSS} %-5level [%thread] %logger{36} - %msg%n")));
    configuration.add(
        configuration.newRootLogger(Level.INFO).add(configuration.newAppenderRef("file")));
    context = Configurator.initialize(configuration.build());
    logger = context.getLogger("timed");
    call();
    String text = Files.readString(file);
    boolean expectRaw = line.equals("clean") || !agentIsThere();
    if (text.contains(who) != expectRaw || !text.contains("order 4711 of")) {
      throw new IllegalStateException("unexpected answer: " + text);
    }
  }

  @TearDown
  public void close() {
    context.close();
  }

  @Benchmark
  public void call() {
    logger.info("order {} of {} was packed and is on its way to the customer", 4711, who);
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
