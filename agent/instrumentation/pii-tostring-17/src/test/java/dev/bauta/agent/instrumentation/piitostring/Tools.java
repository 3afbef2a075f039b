package dev.bauta.agent.instrumentation.piitostring;

import dev.bauta.agent.testing.RewritingLoader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.tools.ToolProvider;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/** The compilers and processors that write {@code toString()} for others, run on the samples. */
final class Tools {

  private static final Path SAMPLES = Path.of("src", "test", "samples");
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private Tools() {}

  /** Compiles with Lombok, AutoValue and Immutables. */
  static Path javac(Path folder, String... options) {
    create(folder);
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(
        List.of(
            "-nowarn",
            "-Xlint:none",
            "-cp",
            CLASS_PATH,
            "-d",
            folder.toString(),
            SAMPLES.resolve("java").resolve("samples").resolve("Written.java").toString()));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(new String[0]));
    return done(code == 0, folder);
  }

  static Path kotlinc(Path folder, String target) {
    create(folder);
    ExitCode code =
        new K2JVMCompiler()
            .exec(
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                "-no-stdlib",
                "-no-reflect",
                "-nowarn",
                "-jvm-target",
                target,
                "-cp",
                CLASS_PATH,
                "-d",
                folder.toString(),
                SAMPLES.resolve("kotlin").resolve("Kotlin.kt").toString());
    return done(code == ExitCode.OK, folder);
  }

  static Path groovyc(Path folder) {
    create(folder);
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setTargetDirectory(folder.toFile());
    CompilationUnit unit = new CompilationUnit(configuration);
    unit.addSource(SAMPLES.resolve("groovy").resolve("Groovy.groovy").toFile());
    unit.compile();
    return folder;
  }

  @SuppressWarnings("unchecked")
  static Function<String, Object> samples(RewritingLoader loader, String type) {
    return loader
        .share(
            "dev.bauta.annotations.",
            "lombok.",
            "org.apache.commons.",
            "com.google.",
            "org.immutables.",
            "kotlin.",
            "groovy.",
            "org.codehaus.groovy.",
            "org.apache.groovy.")
        .create(type, Function.class);
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path done(boolean compiled, Path folder) {
    if (!compiled) {
      throw new IllegalStateException("the samples do not compile");
    }
    return folder;
  }
}
