package dev.bauta.service.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bauta.service.chat.slack.standin.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The manifest fits the code: what it grants is enough, and no more. */
class ManifestTest {
  private static JsonNode manifest() throws IOException {
    String yaml = Files.readString(Path.of("slack-app-manifest.yaml"));
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return JsonMapper.builder().build().valueToTree(loaded);
  }

  @Test
  void commandAndClicks_comeToTheSamePath() throws Exception {
    JsonNode command = manifest().path("features").path("slash_commands").path(0);
    assertThat(command.path("command").asText()).isEqualTo("/unmask");
    assertThat(command.path("url").asText()).startsWith("https://").endsWith(SlackPlatform.PATH);
    JsonNode interactivity = manifest().path("settings").path("interactivity");
    assertThat(interactivity.path("is_enabled").asBoolean()).isTrue();
    assertThat(interactivity.path("request_url").asText()).isEqualTo(command.path("url").asText());
    assertThat(manifest().path("settings").path("socket_mode_enabled").asBoolean(true)).isFalse();
  }

  @Test
  void texts_fitWhatSlackTakes() throws Exception {
    JsonNode display = manifest().path("display_information");
    assertThat(display.path("name").asText()).hasSizeBetween(1, 35);
    assertThat(display.path("description").asText()).hasSizeBetween(1, 140);
    assertThat(manifest().path("features").path("bot_user").path("display_name").asText())
        .hasSizeBetween(1, 80);
  }

  @Test
  void scopes_areEnoughForAWholeLife_andNoneIsSpare(@TempDir Path folder) throws Exception {
    Set<String> scopes = new HashSet<>();
    manifest().path("oauth_config").path("scopes").path("bot").forEach(s -> scopes.add(s.asText()));
    assertThat(scopes).containsExactlyInAnyOrder("chat:write", "commands", "im:write");
    try (Office office = Office.open(folder)) {
      office.slack.scopes(scopes);
      Message card = office.asked();
      office.slack.press(Office.LINUS, card, Ids.DENY);
      office.awaitWhisper(Office.LINUS, "not an approver");
      office.slack.press(Office.ADA, card, Ids.APPROVE);
      office.awaitCard(card, m -> m.buttons().isEmpty());
      office.slack.awaitDirectMessage(Office.GRACE, m -> m.text().contains("Approved"));
      assertThat(office.slack.violations()).isEmpty();
    }
  }
}
