package dev.bauta.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The grant service as a process of its own, on its embedded database in a folder, with the people
 * of the story: grace and linus ask, ada approves, margaret audits.
 */
public final class GrantService implements AutoCloseable {

  /** The service and environment that the story's grants are about. */
  public static final String SERVICE = "customer-desk";

  public static final String ENVIRONMENT = "demo";

  private static final Duration START = Duration.ofSeconds(60);

  private final Installation installed;
  private final Path folder;
  private final Path config;
  private final int port;
  private final Tokens tokens = new Tokens();
  private final Slack slack;
  private Child child;

  private GrantService(Installation installed, Path folder, int port, Slack slack) {
    this.installed = installed;
    this.folder = folder;
    this.port = port;
    this.slack = slack;
    this.config = writeConfig();
  }

  public static GrantService start(Installation installed, Path folder) {
    return start(installed, folder, Ports.free(), Slack.from(Map.of()));
  }

  static GrantService start(Installation installed, Path folder, int port, Slack slack) {
    GrantService service = new GrantService(installed, folder, port, slack);
    service.startAgain();
    return service;
  }

  /** Starts it on the same port and data, after {@link #kill()}. */
  public void startAgain() {
    List<String> command = command("serve");
    child = Child.start("the grant service", command, folder, slack.secrets());
    long deadline = System.nanoTime() + START.toNanos();
    while (!healthy()) {
      if (!child.isAlive() || System.nanoTime() > deadline) {
        String said = String.join("\n", child.since(Math.max(0, child.mark() - 20)));
        child.close();
        throw new StoryException("the grant service did not start; it said:\n" + said);
      }
      pause();
    }
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public Child console() {
    return child;
  }

  public Path data() {
    return folder.resolve("data");
  }

  public Path config() {
    return config;
  }

  /** The service as that person uses it. */
  public Http as(String person) {
    return Http.bearer(url(), tokens.of(person));
  }

  public String token(String person) {
    return tokens.of(person);
  }

  /** What an agent needs to be given to hear of grants. */
  public Map<String, String> agentProperties() {
    Map<String, String> properties = new TreeMap<>();
    properties.put("bauta.service", SERVICE);
    properties.put("bauta.environment", ENVIRONMENT);
    properties.put("bauta.grants.url", url());
    properties.put("bauta.grants.tokenFile", agentToken().toString());
    properties.put("bauta.grants.trustKey", trustKey().toString());
    return properties;
  }

  // A file, because the command line is there for everybody to read.
  private Path agentToken() {
    try {
      return Files.writeString(folder.resolve("desk-agent.token"), tokens.of("desk-agent"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The public key that the service wrote at its first start. */
  public Path trustKey() {
    return data().resolve("keys/grants.pub");
  }

  /** Checks the audit log offline; the command's own words come with the exit code. */
  public Http.Answer verifyAudit() {
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of("audit", "verify", "--data", data().toString()));
    try (Child verify = Child.start("audit verify", command, folder, Map.of())) {
      int exit = verify.awaitExit(START);
      return new Http.Answer(exit, String.join("\n", verify.since(0)));
    }
  }

  public void kill() {
    child.kill();
  }

  @Override
  public void close() {
    child.close();
  }

  private boolean healthy() {
    try {
      return Http.nobody(url()).get("/health").status() == 200;
    } catch (StoryException notYet) {
      return false;
    }
  }

  private List<String> command(String verb) {
    List<String> command = new ArrayList<>(java());
    command.addAll(List.of(verb, "--config", config.toString()));
    return command;
  }

  private List<String> java() {
    return List.of(
        installed.java().toString(),
        "-XX:TieredStopAtLevel=1",
        "-jar",
        installed.grantService().toString());
  }

  private Path writeConfig() {
    Map<String, String> values = new HashMap<>();
    values.put("port", Integer.toString(port));
    values.put("slack", slack.section());
    values.put("slack.grace", slack.account("DEMO_SLACK_GRACE"));
    values.put("slack.ada", slack.account("DEMO_SLACK_ADA"));
    for (String name : List.of("grace", "linus", "ada", "margaret", "desk-agent")) {
      values.put("sha256." + name, tokens.sha256(name));
    }
    return Template.write("service.yaml", values, folder.resolve("service.yaml"));
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoryException("interrupted", interrupted);
    }
  }
}
