package dev.bauta.service.chat.slack;

import static dev.bauta.service.chat.slack.Office.ADA;
import static dev.bauta.service.chat.slack.Office.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.service.chat.slack.standin.Delivery;
import dev.bauta.service.chat.slack.standin.Message;
import dev.bauta.service.chat.slack.standin.SignedRequest;
import dev.bauta.service.chat.slack.standin.SlackStandIn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused at the door: nothing of it is stored, and nothing of it is done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackDoorTest {
  private Office office;
  private Message card;

  @BeforeAll
  void open(@TempDir Path folder) {
    office = Office.open(folder);
    card = office.asked();
  }

  @AfterAll
  void close() {
    assertThat(office.request(card).path("state").asText()).isEqualTo("PENDING");
    office.close();
  }

  private SignedRequest click() {
    return office.slack.pressRequest(ADA, card, Ids.APPROVE);
  }

  private void assertRefused(SignedRequest request, String cause) {
    Delivery delivery = office.slack.send(request);
    assertThat(delivery.status()).isEqualTo(401);
    assertThat(delivery.body()).doesNotContain("v0=", office.slack.signingSecret());
    assertThat(office.refusals("\"cause\":\"" + cause + "\"")).isNotEmpty();
  }

  @Test
  void forgedSignature_isRefused() {
    SignedRequest click = click();
    String signature = click.signature();
    char last = signature.charAt(signature.length() - 1);
    String other = signature.substring(0, signature.length() - 1) + (last == '0' ? '1' : '0');
    assertRefused(click.withSignature(other), "forged signature");
    assertRefused(click.withSignature("v0="), "forged signature");
    assertRefused(click.withSignature(""), "forged signature");
    assertRefused(click.withSignature(null), "forged signature");
    assertRefused(click.withSignature(signature.replace("v0=", "v1=")), "forged signature");
  }

  @Test
  void signatureOfAnotherSecret_isRefused() {
    SignedRequest click = click();
    String form = new String(click.body(), StandardCharsets.UTF_8);
    assertRefused(SignedRequest.of("another-secret", Instant.now(), form), "forged signature");
  }

  @Test
  void changedBody_isRefused() {
    SignedRequest click = click();
    String body = new String(click.body(), StandardCharsets.UTF_8);
    assertRefused(
        click.withBody(body.replace(ADA, "U0EDSGER").getBytes(StandardCharsets.UTF_8)),
        "forged signature");
    // the same fields, but not the same bytes
    assertRefused(
        click.withBody((body + "&").getBytes(StandardCharsets.UTF_8)), "forged signature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1e9", "99999999999999999999", " 1", "١٢٣"})
  void stampThatIsNoNumber_isRefused(String stamp) {
    SignedRequest click = click();
    // an HTTP client sends ASCII only
    if (stamp.chars().allMatch(c -> c < 128))
      assertRefused(click.withStamp(stamp.strip().isEmpty() ? null : stamp), "forged signature");
    assertThat(new SignatureCheck("secret", Clock.systemUTC()).check(stamp, "v0=00", new byte[0]))
        .isEqualTo(SignatureCheck.Verdict.FORGED);
  }

  @Test
  void staleStamp_isRefused() {
    office.slack.clock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-310)));
    SignedRequest stale = click();
    office.slack.clock(Clock.systemUTC());
    assertRefused(stale, "stale time stamp");
  }

  @Test
  void stampInTheFuture_isRefused() {
    office.slack.clock(Clock.offset(Clock.systemUTC(), Duration.ofDays(365)));
    SignedRequest future = click();
    office.slack.clock(Clock.systemUTC());
    assertRefused(future, "time stamp in the future");
  }

  @Test
  void replayedRequest_isRefused() {
    Delivery first = office.slack.command(GRACE, "/unmask", "");
    assertThat(first.isAcknowledged()).isTrue();
    office.slack.awaitModal(GRACE);
    long opened = office.slack.calls("views.open");
    assertRefused(first.request(), "replayed");
    assertThat(office.slack.calls("views.open")).isEqualTo(opened);
  }

  @Test
  void replayAfterARestart_isRefused(@TempDir Path other) {
    try (Office second = Office.open(other)) {
      Delivery first = second.slack.command(GRACE, "/unmask", "");
      second.slack.awaitModal(GRACE);
      second.restart();
      assertThat(second.slack.send(first.request()).status()).isEqualTo(401);
      assertThat(second.slack.calls("views.open")).isEqualTo(1);
    }
  }

  @Test
  void sameClickInTwoDeliveries_isDoneOnce() {
    Message mine = office.asked(ADA, Map.of("reason", "Delivered twice, decided by nobody"));
    SignedRequest once = office.slack.pressRequest(Office.LINUS, mine, Ids.APPROVE);
    // signed anew, as Slack does when it delivers again
    office.slack.clock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(1)));
    SignedRequest again =
        SignedRequest.of(
            office.slack.signingSecret(),
            Instant.now().plusSeconds(1),
            new String(once.body(), StandardCharsets.UTF_8));
    office.slack.clock(Clock.systemUTC());
    assertThat(office.slack.send(once).isAcknowledged()).isTrue();
    assertThat(office.slack.send(again).isAcknowledged()).isTrue();
    office.awaitWhisper(Office.LINUS, "not an approver");
    assertThat(office.refusals("not-an-approver")).hasSize(1);
    assertThat(office.refusals("duplicate delivery")).hasSize(1);
  }

  @Test
  void anotherTeamOrApp_isRefused() {
    for (SignedRequest request :
        List.of(
            office.slack.commandRequest("T0OTHER", SlackStandIn.APP, GRACE, "/unmask", ""),
            office.slack.commandRequest(SlackStandIn.TEAM, "A0OTHER", GRACE, "/unmask", ""),
            office.slack.commandRequest(
                SlackStandIn.TEAM, SlackStandIn.APP, "USLACKBOT", "/unmask", ""),
            office.slack.commandRequest(
                SlackStandIn.TEAM, SlackStandIn.APP, "B0BOT", "/unmask", ""),
            office.slack.commandRequest(SlackStandIn.TEAM, SlackStandIn.APP, "", "/unmask", ""))) {
      assertThat(office.slack.send(request).status()).isEqualTo(403);
    }
    assertThat(office.refusals("\"cause\":\"foreign\"")).hasSize(1);
  }

  @Test
  void guestOfASharedChannel_isRefused() {
    ObjectNode payload = SlackStandIn.json();
    payload.put("type", "block_actions").put("api_app_id", SlackStandIn.APP);
    payload.putObject("team").put("id", SlackStandIn.TEAM);
    payload.putObject("user").put("id", ADA).put("team_id", "T0PARTNER");
    payload.putArray("actions");
    assertThat(office.slack.send(office.slack.interaction(payload)).status()).isEqualTo(403);
    payload.putObject("user").put("id", ADA).put("team_id", SlackStandIn.TEAM);
    assertThat(office.slack.send(office.slack.interaction(payload)).status()).isEqualTo(200);
    payload.put("bot_id", "B0BOT");
    assertThat(office.slack.send(office.slack.interaction(payload)).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "=",
        "payload=",
        "payload=%7B",
        "payload=%7B%7D&payload=%7B%7D",
        "payload=%ZZ",
        "command=%C3%28%",
        "a=1&b"
      })
  void malformedBody_isRefused(String form) {
    SignedRequest request = SignedRequest.of(office.slack.signingSecret(), Instant.now(), form);
    assertThat(office.slack.send(request).status()).isIn(400, 403);
  }

  @Test
  void invalidUtf8_isRefused() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> FormBody.parse(new byte[] {'a', '=', (byte) 0xC3, '('})))
        .isInstanceOf(MalformedException.class);
  }

  @Test
  void tooLargeABody_isRefused_beforeItIsRead() {
    String form = "payload=" + "x".repeat(SlackEndpoint.MOST_BYTES);
    SignedRequest request = SignedRequest.of(office.slack.signingSecret(), Instant.now(), form);
    assertThat(office.slack.send(request).status()).isEqualTo(413);
  }

  @Test
  void formOfMine_withFieldsMissing_isRefused() {
    ObjectNode payload = SlackStandIn.json();
    payload.put("type", "view_submission").put("api_app_id", SlackStandIn.APP);
    payload.putObject("team").put("id", SlackStandIn.TEAM);
    payload.putObject("user").put("id", GRACE);
    payload.putObject("view").put("id", "V1").put("callback_id", Ids.REQUEST_FORM);
    assertThat(office.slack.send(office.slack.interaction(payload)).status()).isEqualTo(400);
    payload.putObject("view").put("id", "V1").put("callback_id", Ids.DENIAL_FORM);
    assertThat(office.slack.send(office.slack.interaction(payload)).body()).contains("Say why");
    payload.putObject("view").put("id", "V1").put("callback_id", "somebody.elses");
    assertThat(office.slack.send(office.slack.interaction(payload)).status()).isEqualTo(400);
    payload.put("type", "view_closed");
    assertThat(office.slack.send(office.slack.interaction(payload)).status()).isEqualTo(200);
  }

  @Test
  void buttonWithAnInventedId_decidesNothing() {
    ObjectNode payload = SlackStandIn.json();
    payload.put("type", "block_actions").put("api_app_id", SlackStandIn.APP);
    payload.put("trigger_id", "1.2.3");
    payload.putObject("team").put("id", SlackStandIn.TEAM);
    payload.putObject("user").put("id", ADA).put("team_id", SlackStandIn.TEAM);
    payload.putObject("container").put("channel_id", Office.CHANNEL).put("message_ts", "1.1");
    for (String button : List.of(Ids.APPROVE, Ids.DENY, Ids.TAKE_BACK))
      payload
          .withArray("actions")
          .addObject()
          .put("action_id", button)
          .put("value", "req-invented'; --")
          .put("action_ts", "1.2" + button.length());
    assertThat(office.slack.send(office.slack.interaction(payload)).isAcknowledged()).isTrue();
    office.awaitWhisper(ADA, "There is no such request.");
    Office.await(() -> office.refusals("unknown-request").size() == 3);
    assertThat(String.join("", office.audit())).doesNotContain("invented");
  }
}
