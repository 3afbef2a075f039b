package dev.bauta.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line: {@code java -jar bauta-agent.jar}. Without a command it prints the help. */
@Command(
    name = "bauta",
    versionProvider = Cli.Versions.class,
    description = {
      "Finds and masks personal data in files, by the rules the agent uses in a JVM; asks the grant",
      "service to see masked values, and decides for others.",
      "'bauta' stands for: java -jar bauta-agent.jar"
    },
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Exit codes: 0 fine; 1 findings or faults; 2 wrong use, or something can't be read or written.",
      "Colours only on a terminal, and not where NO_COLOR is set."
    })
public final class Cli implements Runnable {

  private static final int HELP_WIDTH = 100;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version.")
  private boolean version;

  @Spec private CommandSpec spec;

  private final Streams streams;

  private Cli(Streams streams) {
    this.streams = streams;
  }

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false);
    Streams streams =
        new Streams(
            new FileInputStream(FileDescriptor.in), out, System.err, people(), isTerminal());
    int code = run(streams, arguments);
    out.flush();
    System.exit(code);
  }

  /** Runs a command; its exit code. */
  static int run(Streams streams, String... arguments) {
    CommandLine line = new CommandLine(new Cli(streams));
    line.addSubcommand(new CheckCommand(streams));
    line.addSubcommand(new ScanCommand(streams));
    line.addSubcommand(new MaskCommand(streams));
    line.addSubcommand(new ExplainCommand(streams));
    line.addSubcommand(new ReportCommand(streams));
    line.addSubcommand(new RequestCommand(streams));
    line.addSubcommand(new ListCommand(streams));
    line.addSubcommand(new WatchCommand(streams));
    line.addSubcommand(new ApproveCommand(streams));
    line.addSubcommand(new DenyCommand(streams));
    line.addSubcommand(new RevokeCommand(streams));
    line.addSubcommand(new TypesCommand(streams));
    line.addSubcommand(new MaskersCommand(streams));
    line.addSubcommand(new VersionCommand(streams));
    line.addSubcommand(new HelpCommand());
    line.addSubcommand(new GenerateCompletion());
    addHelp(line);
    line.getSubcommands().values().forEach(Cli::addHelp);
    PrintWriter err = new PrintWriter(streams.err(), true, streams.people());
    line.setOut(streams.print());
    line.setErr(err);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(streams.ansi()));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Cli::refuse);
    line.setExecutionExceptionHandler(Cli::fail);
    int code = line.execute(arguments);
    line.getOut().flush();
    return code;
  }

  @Override
  public void run() {
    PrintWriter out = streams.print();
    spec.commandLine().usage(out, streams.ansi());
    out.flush();
  }

  private static void addHelp(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    if (spec.findOption("--help") == null) {
      spec.addOption(
          OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("Print this help.")
              .build());
    }
    spec.usageMessage().width(HELP_WIDTH).parameterListHeading("%n").optionListHeading("%n");
  }

  private static int refuse(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    err.println(name + ": " + wrong.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("See: " + name + " --help");
    return ExitCodes.FAILED;
  }

  private static int fail(Exception failure, CommandLine command, ParseResult parsed) {
    String name = command.getCommandSpec().qualifiedName();
    // other exceptions may have a value in their message
    String what =
        failure instanceof CliException
            ? failure.getMessage()
            : "failed: " + failure.getClass().getName() + "; please report this";
    command.getErr().println(name + ": " + what);
    return ExitCodes.FAILED;
  }

  private static Charset people() {
    String name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    return name == null ? Charset.defaultCharset() : Charset.forName(name);
  }

  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try { // from JDK 22 on there is a console even where there is no terminal
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException older) {
      return true;
    }
  }

  /** Asks for the version when it is to be printed. */
  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Bauta " + Version.number()};
    }
  }
}
