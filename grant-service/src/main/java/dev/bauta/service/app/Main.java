package dev.bauta.service.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line. Exit codes: 0 done, 1 it could not be done, 2 wrong use or configuration. */
@Command(
    name = "bauta-grant-service",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description =
        "Requests, approvals and grants for unmasking, with their audit log. Without a command: serve.",
    subcommands = {Main.Serve.class, TokensCommand.class, AuditCommand.class, PolicyCommand.class})
public final class Main implements Callable<Integer> {
  @Spec CommandSpec spec;

  public static void main(String[] args) {
    int code = commandLine().execute(args);
    if (code != 0) System.exit(code);
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          command
              .getErr()
              .println(e.getMessage() == null ? e.getClass().getName() : e.getMessage());
          command.getErr().flush();
          return e instanceof ConfigException ? 2 : 1;
        });
    return line;
  }

  @Override
  public Integer call() {
    return serve(Optional.empty(), spec.commandLine().getOut());
  }

  /** Times are kept in microseconds. */
  static Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
  }

  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  static ServiceConfig config(Optional<Path> file) {
    Optional<Path> used = file.or(() -> Optional.of(Path.of("service.yaml")).filter(Files::exists));
    return new ConfigReader(System.getenv(), Chats.providers()).read(used);
  }

  private static int serve(Optional<Path> file, PrintWriter out) {
    ServiceConfig config = config(file);
    GrantService service = GrantService.start(config, Chats.providers(), System.getenv(), clock());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  stopped.countDown();
                },
                "stop"));
    out.println(service.summary());
    if (config.people().isEmpty())
      out.println(
          "  Nobody is configured yet: copy service.example.yaml, and start with serve --config FILE.");
    out.flush();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  /** {@code serve}. */
  @Command(name = "serve", mixinStandardHelpOptions = true, description = "Starts the service.")
  static final class Serve implements Callable<Integer> {
    @Option(
        names = "--config",
        paramLabel = "FILE",
        description = "service.yaml; by default ./service.yaml if it is there")
    Path config;

    @Spec CommandSpec spec;

    @Override
    public Integer call() {
      return serve(Optional.ofNullable(config), spec.commandLine().getOut());
    }
  }

  /** {@code --version}. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return List.of("Bauta grant service " + version()).toArray(new String[0]);
    }
  }
}
