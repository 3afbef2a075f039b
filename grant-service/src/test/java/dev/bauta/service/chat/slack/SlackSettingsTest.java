package dev.bauta.service.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bauta.service.chat.ChatSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackSettingsTest {
  private record Given(Map<String, String> keys, Map<String, String> variables)
      implements ChatSettings {
    @Override
    public Optional<String> value(String key) {
      return Optional.ofNullable(keys.get(key));
    }

    @Override
    public Optional<String> environment(String name) {
      return Optional.ofNullable(variables.get(name));
    }

    @Override
    public IllegalArgumentException problem(String key, String faultAndRemedy) {
      return new IllegalArgumentException("slack." + key + " " + faultAndRemedy);
    }
  }

  private static final Map<String, String> KEYS =
      Map.of("team", "T0A", "app", "A0A", "channel", "C0A");
  private static final Map<String, String> SECRETS =
      Map.of("SLACK_BOT_TOKEN", "xoxb-token", "SLACK_SIGNING_SECRET", "s3cr3t");

  @Test
  void nothingConfigured_isNoSlack() {
    assertThat(SlackSettings.read(new Given(Map.of(), Map.of()))).isEmpty();
  }

  @Test
  void threeIdsAndTwoSecrets_areEnough() {
    SlackSettings settings = SlackSettings.read(new Given(KEYS, SECRETS)).orElseThrow();
    assertThat(settings.isSlackItself()).isTrue();
    assertThat(settings.command()).isEqualTo("/unmask");
    assertThat(settings.toString()).doesNotContain("xoxb-token", "s3cr3t");
  }

  @Test
  void missingSecret_namesTheVariable() {
    assertThatThrownBy(
            () -> SlackSettings.read(new Given(KEYS, Map.of("SLACK_BOT_TOKEN", "xoxb-token"))))
        .hasMessageContaining("SLACK_SIGNING_SECRET")
        .hasMessageContaining("Basic Information");
    assertThatThrownBy(() -> SlackSettings.read(new Given(KEYS, Map.of())))
        .hasMessageContaining("SLACK_BOT_TOKEN");
  }

  @ParameterizedTest
  @CsvSource({
    "team, E0ENTERPRISE",
    "app, ''",
    "channel, #approvals",
    "channel, D0DIRECT",
    "api-url, slack.com/api/",
    "api-url, http://host/api",
    "response-url, https://user@host/"
  })
  void wrongValue_isNamedByItsKey(String key, String value) {
    Map<String, String> keys = new HashMap<>(KEYS);
    keys.put(key, value);
    assertThatThrownBy(() -> SlackSettings.read(new Given(keys, SECRETS)))
        .hasMessageStartingWith("slack." + key + " ");
  }

  @ParameterizedTest
  @CsvSource({
    "https://hooks.slack.com/actions/T1/2/x, true",
    "https://hooks.slack.com/, true",
    "http://hooks.slack.com/actions/x, false",
    "https://hooks.slack.com:8443/x, false",
    "https://hooks.slack.com.example.org/x, false",
    "https://hooks.slack.com@example.org/x, false",
    "https://example.org/https://hooks.slack.com/, false",
    "//hooks.slack.com/x, false",
    "https:///x, false",
    "'https://hooks.slack.com/a b', false",
    "'', false"
  })
  void answers_goToSlackOnly(String url, boolean allowed) {
    SlackSettings settings = SlackSettings.read(new Given(KEYS, SECRETS)).orElseThrow();
    try (SlackApi api = new SlackApi(settings, java.time.Clock.systemUTC())) {
      assertThat(api.isAllowed(url)).isEqualTo(allowed);
    }
  }
}
