package dev.bauta.service.chat.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who a signed request says it comes from.
 *
 * @param home the team the user belongs to, which in a shared channel may be a stranger's; empty
 *     where Slack does not say
 */
record Sender(String team, String app, String user, String home, boolean bot) {
  private static final Pattern PERSON = Pattern.compile("[UW][A-Z0-9]+");
  private static final String SLACKBOT = "USLACKBOT";

  static Sender of(Map<String, String> command) {
    return new Sender(
        command.getOrDefault("team_id", ""),
        command.getOrDefault("api_app_id", ""),
        command.getOrDefault("user_id", ""),
        "",
        command.containsKey("bot_id"));
  }

  static Sender of(JsonNode interaction) {
    JsonNode user = interaction.path("user");
    return new Sender(
        interaction.path("team").path("id").asText(""),
        interaction.path("api_app_id").asText(""),
        user.path("id").asText(""),
        user.path("team_id").asText(""),
        interaction.hasNonNull("bot_id") || user.path("is_bot").asBoolean());
  }

  static Sender ofEvent(JsonNode payload) {
    return new Sender(
        payload.path("team_id").asText(""),
        payload.path("api_app_id").asText(""),
        payload.path("event").path("user").asText(""),
        "",
        payload.path("event").hasNonNull("bot_id"));
  }

  /** Whether it is a person of our workspace, using our app. */
  boolean isOurs(SlackSettings settings) {
    return settings.team().equals(team)
        && settings.app().equals(app)
        && (home.isEmpty() || settings.team().equals(home))
        && !bot
        && PERSON.matcher(user).matches()
        && !user.equals(SLACKBOT);
  }
}
