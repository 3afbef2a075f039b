package dev.bauta.service.app;

import dev.bauta.service.chat.slack.standin.SlackStandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The real service in this JVM, on its own port and database, connected to a stand-in for Slack.
 */
public final class SlackService implements AutoCloseable {
  private final GrantService service;

  private SlackService(GrantService service) {
    this.service = service;
  }

  /** Starts it on that folder, which may hold the data of an earlier run. */
  public static SlackService start(Path folder, String config, SlackStandIn slack) {
    return start(folder, config, slack, environment(slack));
  }

  /** By a socket, and by nothing else. */
  public static SlackService startBySocket(Path folder, String config, SlackStandIn slack) {
    slack.bySocket();
    return start(
        folder,
        config,
        slack,
        Map.of("SLACK_BOT_TOKEN", slack.botToken(), "SLACK_APP_TOKEN", slack.appToken()));
  }

  private static SlackService start(
      Path folder, String config, SlackStandIn slack, Map<String, String> environment) {
    Path file = write(folder, config);
    ServiceConfig read = new ConfigReader(environment, Chats.providers()).read(Optional.of(file));
    GrantService service = GrantService.start(read, Chats.providers(), environment, Main.clock());
    slack.connect(URI.create(service.url() + "/slack/events"));
    return new SlackService(service);
  }

  public static Map<String, String> environment(SlackStandIn slack) {
    return Map.of(
        "SLACK_BOT_TOKEN", slack.botToken(), "SLACK_SIGNING_SECRET", slack.signingSecret());
  }

  public static Path write(Path folder, String config) {
    try {
      return Files.writeString(folder.resolve("service.yaml"), config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String tokenHash(String token) {
    return TokenHash.of(token);
  }

  public String url() {
    return service.url();
  }

  @Override
  public void close() {
    service.close();
  }
}
