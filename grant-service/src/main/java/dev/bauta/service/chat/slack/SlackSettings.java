package dev.bauta.service.chat.slack;

import dev.bauta.service.chat.ChatSettings;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The {@code slack:} section of the configuration, checked.
 *
 * @param signingSecret present where Slack calls us over HTTP
 * @param appToken present where we call Slack, and keep a socket open (Socket Mode)
 * @param team the workspace's id; requests of any other are refused
 * @param app the app's id; requests for any other are refused
 * @param channel the id of the channel in which approvers decide
 * @param api where Slack's Web API is
 * @param responses where answers to commands and clicks may be posted; Slack names the full address
 *     with every request
 */
record SlackSettings(
    String botToken,
    Optional<String> signingSecret,
    Optional<String> appToken,
    String team,
    String app,
    String channel,
    String command,
    URI api,
    URI responses) {
  static final Set<String> KEYS =
      Set.of("team", "app", "channel", "command", "api-url", "response-url");
  static final String BOT_TOKEN = "SLACK_BOT_TOKEN";
  static final String SIGNING_SECRET = "SLACK_SIGNING_SECRET";
  static final String APP_TOKEN = "SLACK_APP_TOKEN";
  private static final URI SLACK_API = URI.create("https://slack.com/api/");
  private static final URI SLACK_RESPONSES = URI.create("https://hooks.slack.com/");

  /** Empty when neither a key nor a secret is there. */
  static Optional<SlackSettings> read(ChatSettings settings) {
    Optional<String> token = settings.environment(BOT_TOKEN);
    Optional<String> secret = settings.environment(SIGNING_SECRET);
    Optional<String> appToken = settings.environment(APP_TOKEN);
    boolean anyKey = KEYS.stream().anyMatch(key -> settings.value(key).isPresent());
    if (!anyKey && token.isEmpty() && secret.isEmpty() && appToken.isEmpty())
      return Optional.empty();
    String botToken =
        token.orElseThrow(
            () -> settings.problem("bot-token", missing(BOT_TOKEN, "OAuth & Permissions")));
    if (secret.isEmpty() && appToken.isEmpty())
      throw settings.problem(
          "signing-secret",
          missing(SIGNING_SECRET, "Basic Information")
              + " Or, for Socket Mode, "
              + APP_TOKEN
              + ".");
    if (appToken.filter(t -> !t.startsWith("xapp-")).isPresent())
      throw settings.problem(
          "app-token",
          "is no key of this file, and "
              + APP_TOKEN
              + " does not look like one: it begins with xapp- and is made on the app's page Basic Information, with the scope connections:write.");
    return Optional.of(
        new SlackSettings(
            botToken,
            secret,
            appToken,
            id(
                settings,
                "team",
                "T[A-Z0-9]+",
                "the workspace's id, T... in the address of Slack's web page"),
            id(settings, "app", "A[A-Z0-9]+", "the app's id, A... on its page Basic Information"),
            id(
                settings,
                "channel",
                "[CG][A-Z0-9]+",
                "the id of the approvers' channel, C... at the end of its details"),
            settings.value("command").orElse("/unmask"),
            address(settings, "api-url", SLACK_API),
            address(settings, "response-url", SLACK_RESPONSES)));
  }

  boolean isSlackItself() {
    return api.equals(SLACK_API);
  }

  private static String missing(String variable, String page) {
    return "is no key of this file: set the environment variable "
        + variable
        + "; its value is on the app's page "
        + page
        + ".";
  }

  private static String id(ChatSettings settings, String key, String form, String what) {
    return settings
        .value(key)
        .filter(Pattern.compile(form).asMatchPredicate())
        .orElseThrow(() -> settings.problem(key, "is missing or no id; give " + what + "."));
  }

  private static URI address(ChatSettings settings, String key, URI fallback) {
    if (settings.value(key).isEmpty()) return fallback;
    return settings
        .value(key)
        .filter(text -> text.matches("https?://[^\\s@?#]+/"))
        .map(URI::create)
        .orElseThrow(
            () -> settings.problem(key, "must be an http(s) address that ends in a slash."));
  }

  /** Names no secret. */
  @Override
  public String toString() {
    return "SlackSettings[team=" + team + ", app=" + app + ", channel=" + channel + "]";
  }
}
