package dev.bauta.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the demo reaches a Slack workspace, from the environment; without the two secrets there is
 * none. Immutable.
 */
final class Slack {

  private static final List<String> SECRETS = List.of("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET");
  private static final Map<String, String> IDS =
      new TreeMap<>(
          Map.of(
              "DEMO_SLACK_TEAM", "the workspace's id (T...)",
              "DEMO_SLACK_APP", "the app's id (A...)",
              "DEMO_SLACK_CHANNEL", "the id of the channel where approvers decide (C...)",
              "DEMO_SLACK_GRACE", "the member id (U...) of the person who plays Grace and asks",
              "DEMO_SLACK_ADA", "the member id (U...) of the person who plays Ada and approves"));

  private final Map<String, String> environment;

  private Slack(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * @throws StoryException where the secrets are there and an id is not
   */
  static Slack from(Map<String, String> environment) {
    Slack slack = new Slack(environment);
    if (!slack.present()) {
      return slack;
    }
    List<String> missing = new ArrayList<>();
    IDS.forEach(
        (name, meaning) -> {
          if (slack.value(name).isEmpty()) {
            missing.add("  " + name + "   " + meaning);
          }
        });
    if (!missing.isEmpty()) {
      throw new StoryException(
          "with SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET set, the demo also needs:\n"
              + String.join("\n", missing));
    }
    return slack;
  }

  boolean present() {
    return SECRETS.stream().noneMatch(name -> value(name).isEmpty());
  }

  /** The variables that the grant service reads itself. */
  Map<String, String> secrets() {
    Map<String, String> secrets = new TreeMap<>();
    if (present()) {
      SECRETS.forEach(name -> secrets.put(name, value(name)));
    }
    return secrets;
  }

  /** The {@code slack:} section of the service's configuration, or nothing. */
  String section() {
    return present()
        ? "slack:\n  team: %s\n  app: %s\n  channel: %s\n"
            .formatted(
                value("DEMO_SLACK_TEAM"), value("DEMO_SLACK_APP"), value("DEMO_SLACK_CHANNEL"))
        : "";
  }

  /** A person's account, as a line of their entry, or nothing. */
  String account(String variable) {
    return present()
        ? "    slack: {team: %s, user: %s}\n".formatted(value("DEMO_SLACK_TEAM"), value(variable))
        : "";
  }

  private String value(String name) {
    return environment.getOrDefault(name, "").strip();
  }
}
