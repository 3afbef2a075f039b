package dev.bauta.service.chat.slack.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-in is as strict as the real thing: a tool that lets everything pass proves nothing. */
class SlackStandInTest {
  private static final String VIEW =
      "{\"type\":\"modal\",\"callback_id\":\"c\",\"title\":{\"type\":\"plain_text\",\"text\":\"T\"},"
          + "\"submit\":{\"type\":\"plain_text\",\"text\":\"S\"},\"blocks\":[{\"type\":\"section\","
          + "\"text\":{\"type\":\"plain_text\",\"text\":\"x\"}}]}";
  private final SlackStandIn slack = SlackStandIn.start();

  @AfterEach
  void close() {
    slack.close();
  }

  private JsonNode call(String method, String token, String form) throws Exception {
    HttpResponse<String> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(slack.apiUrl() + method))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Authorization", "Bearer " + token)
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    return JsonMapper.builder().build().readTree(response.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String trigger() {
    String form =
        new String(
            slack.commandRequest("T", "A", "U1", "/unmask", "").body(), StandardCharsets.UTF_8);
    return form.replaceAll(".*trigger_id=([^&]+).*", "$1");
  }

  @Test
  void trigger_isGoodOnce_andNotForLong() throws Exception {
    String view = "&view=" + encoded(VIEW);
    String trigger = trigger();
    assertThat(
            call("views.open", slack.botToken(), "trigger_id=" + trigger + view)
                .path("ok")
                .asBoolean())
        .isTrue();
    assertThat(
            call("views.open", slack.botToken(), "trigger_id=" + trigger + view)
                .path("error")
                .asText())
        .isEqualTo("exchanged_trigger_id");
    String old = trigger();
    slack.expireTriggers();
    assertThat(
            call("views.open", slack.botToken(), "trigger_id=" + old + view).path("error").asText())
        .isEqualTo("expired_trigger_id");
  }

  @Test
  void tokenAndChannel_mustBeRight() throws Exception {
    assertThat(call("chat.postMessage", "xoxb-other", "channel=C1&text=x").path("error").asText())
        .isEqualTo("invalid_auth");
    assertThat(
            call("chat.postMessage", slack.botToken(), "channel=C1&text=x").path("error").asText())
        .isEqualTo("channel_not_found");
    assertThat(
            call("chat.update", slack.botToken(), "channel=C1&ts=1.1&text=x")
                .path("error")
                .asText())
        .isEqualTo("message_not_found");
    assertThat(call("chat.delete", slack.botToken(), "").path("error").asText())
        .isEqualTo("unknown_method");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'type':'section'}]",
        "[{'type':'section','text':{'type':'mrkdwn','text':''}}]",
        "[{'type':'section','text':{'type':'mrkdwn','text':'a < b'}}]",
        "[{'type':'section','text':{'type':'plain_text','text':'<!channel>'}}]",
        "[{'type':'section','text':{'type':'mrkdwn','text':'fish & chips'}}]",
        "[{'type':'header','text':{'type':'mrkdwn','text':'x'}}]",
        "[{'type':'input','block_id':'b'}]",
        "[{'type':'actions','elements':[]}]",
        "[{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'}}]}]",
        "[{'type':'unknown'}]"
      })
  void badBlocks_areRefused(String blocks) throws IOException {
    JsonNode json = JsonMapper.builder().build().readTree(blocks.replace('\'', '"'));
    assertThat(BlockRules.ofMessage(json)).isNotEmpty();
  }

  @Test
  void everythingTooLong_isRefused() throws IOException {
    assertThat(BlockRules.ofMessage(section("x".repeat(3000)))).isEmpty();
    assertThat(BlockRules.ofMessage(section("x".repeat(3001)))).hasSize(1);
    assertThat(BlockRules.ofText("x".repeat(40_001))).hasSize(1);
  }

  private static JsonNode section(String text) throws IOException {
    return JsonMapper.builder()
        .build()
        .readTree(
            "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + text + "\"}}]");
  }
}
