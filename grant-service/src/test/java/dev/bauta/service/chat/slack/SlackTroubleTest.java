package dev.bauta.service.chat.slack;

import static dev.bauta.service.chat.slack.Office.ADA;
import static dev.bauta.service.chat.slack.Office.CHANNEL;
import static dev.bauta.service.chat.slack.Office.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.chat.slack.standin.Delivery;
import dev.bauta.service.chat.slack.standin.Fault;
import dev.bauta.service.chat.slack.standin.Message;
import dev.bauta.service.chat.slack.standin.Modal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slack slow, away, rate limiting, or set up wrongly: nothing is lost, nothing is told twice. */
class SlackTroubleTest {
  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = Office.open(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void slowSlack_doesNotSlowTheAcknowledgement() {
    Message card = office.asked();
    Modal form = office.form(GRACE);
    // longer than Slack waits for an answer: an answer that waited for a call would be late
    office.slack.slow(Duration.ofSeconds(30));
    List<Delivery> deliveries =
        List.of(
            office.slack.press(ADA, card, Ids.APPROVE),
            office.slack.press(ADA, card, Ids.DENY),
            office.slack.command(GRACE, "/unmask", ""),
            office.slack.submit(form, Office.filled(Map.of())));
    assertThat(deliveries)
        .allSatisfy(d -> assertThat(d.isAcknowledged()).isTrue())
        .allSatisfy(d -> assertThat(d.isInTime()).isTrue());
    office.slack.slow(Duration.ZERO);
    office.awaitCard(card, m -> m.buttons().isEmpty());
  }

  @Test
  void outage_losesNeitherClicksNorMessages() {
    Message card = office.asked();
    office.slack.outage(true);
    assertThat(office.slack.press(ADA, card, Ids.APPROVE).isAcknowledged()).isTrue();
    Office.await(() -> office.request(card).path("state").asText().equals("APPROVED"));
    office.post(
        "ada",
        "/api/v1/grants/" + office.request(card).path("grant").asText() + "/revoke",
        "{\"reason\":\"over\"}");
    office.slack.outage(false);
    office.awaitCard(card, m -> m.shown().contains("*Revoked*"));
    Office.await(() -> office.thread(card).size() == 3);
    assertThat(office.thread(card).get(1)).contains("Approved by <@U0ADA>");
    assertThat(office.thread(card).get(2)).contains("Revoked by <@U0ADA>", "Why: over");
  }

  @Test
  void rateLimit_isRespected_andSurvived() {
    office.slack.fail("chat.postMessage", Fault.rateLimited(Duration.ofSeconds(2)));
    long start = System.nanoTime();
    Message card = office.asked();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(1900));
    assertThat(office.cards()).hasSize(1);
    assertThat(card.buttons()).hasSize(3);
  }

  @Test
  void brokenAnswers_areTriedAgain() {
    office.slack.fail("chat.postMessage", Fault.status(500));
    office.slack.fail("chat.postMessage", Fault.hangUp());
    office.slack.fail("conversations.open", Fault.error("internal_error"));
    Message card = office.asked();
    office.slack.awaitDirectMessage(GRACE, m -> !m.buttons().isEmpty());
    assertThat(office.cards()).hasSize(1);
    office.slack.fail("chat.update", Fault.error("fatal_error"));
    office.slack.press(ADA, card, Ids.APPROVE);
    office.awaitCard(card, m -> m.buttons().isEmpty());
  }

  @Test
  void expiredTrigger_isTold() {
    office.slack.fail("views.open", Fault.error("expired_trigger_id"));
    office.slack.command(GRACE, "/unmask", "");
    Message told = office.slack.awaitMessage("C0RANDOM", m -> GRACE.equals(m.seenBy()));
    assertThat(told.text()).contains("took too long", "try again");

    Message card = office.asked();
    office.slack.fail("views.open", Fault.error("expired_trigger_id"));
    office.slack.press(ADA, card, Ids.DENY);
    office.awaitWhisper(ADA, "took too long");
    assertThat(office.request(card).path("state").asText()).isEqualTo("PENDING");
  }

  @Test
  void formThatOpened_thoughTheAnswerWasLost_isNotComplainedAbout() {
    office.slack.fail("views.open", Fault.lostAnswer());
    office.slack.command(GRACE, "/unmask", "");
    Modal modal = office.slack.awaitModal(GRACE);
    Office.await(() -> office.slack.calls("views.open") == 2);
    office.slack.submit(modal, Office.filled(Map.of()));
    office.slack.awaitMessage(CHANNEL, m -> !m.buttons().isEmpty());
    assertThat(office.slack.messages("C0RANDOM")).isEmpty();
    assertThat(office.slack.modals(GRACE)).isEmpty();
  }

  @Test
  void missingChannel_isToldToTheRequester_andHealsItself() {
    office.slack.removeChannel(CHANNEL);
    Modal form = office.form(GRACE);
    office.slack.submit(form, Office.filled(Map.of()));
    office.slack.awaitDirectMessage(GRACE, m -> m.text().contains("nobody was told"));
    office.slack.channel(CHANNEL, GRACE, ADA);
    Message card = office.slack.awaitMessage(CHANNEL, m -> !m.buttons().isEmpty());
    office.slack.press(ADA, card, Ids.APPROVE);
    office.awaitCard(card, m -> m.buttons().isEmpty());
    assertThat(office.news(GRACE)).filteredOn(t -> t.contains("nobody was told")).hasSize(1);
  }

  @Test
  void deletedCard_isPostedAgain_whileItIsPending() {
    Message card = office.asked(GRACE, Map.of("service", "vault", "types", List.of("iban")));
    office.slack.delete(card);
    office.slack.press(ADA, card, Ids.APPROVE);
    Message again =
        office.slack.awaitMessage(
            CHANNEL, m -> !m.ts().equals(card.ts()) && !m.buttons().isEmpty());
    assertThat(again.shown()).contains("1 approval more");
  }

  @Test
  void cardThatWasForgotten_losesItsButtons_atTheFirstClick() {
    office.slack.fail("chat.postMessage", Fault.lostAnswer());
    Modal form = office.form(GRACE);
    office.slack.submit(form, Office.filled(Map.of()));
    Office.await(() -> office.cards().size() == 2);
    Message orphan = office.cards().get(0);
    Message card = office.cards().get(1);
    office.slack.press(ADA, card, Ids.APPROVE);
    office.awaitCard(card, m -> m.buttons().isEmpty());
    assertThat(office.card(orphan).buttons()).hasSize(3);
    office.slack.press(ADA, orphan, Ids.APPROVE);
    office.awaitWhisper(ADA, "Already approved by ada");
    office.awaitCard(orphan, m -> m.buttons().isEmpty());
  }

  @Test
  void answerToAnAddressThatIsNotSlacks_isSentAsADirectMessageInstead() {
    var request =
        office.slack.commandRequest(
            dev.bauta.service.chat.slack.standin.SlackStandIn.TEAM,
            dev.bauta.service.chat.slack.standin.SlackStandIn.APP,
            Office.MALLORY,
            "/unmask",
            "");
    String form = new String(request.body(), java.nio.charset.StandardCharsets.UTF_8);
    String elsewhere =
        form.replaceAll("response_url=[^&]*", "response_url=http%3A%2F%2F127.0.0.1%3A1%2Fsteal");
    office.slack.send(
        dev.bauta.service.chat.slack.standin.SignedRequest.of(
            office.slack.signingSecret(), java.time.Instant.now(), elsewhere));
    office.slack.awaitDirectMessage(Office.MALLORY, m -> m.text().contains("may not ask"));
  }

  @Test
  void clickThatCannotBeStored_isNotAcknowledged() throws Exception {
    Message card = office.asked();
    sql("alter table inbox rename to inbox_away");
    assertThat(office.slack.press(ADA, card, Ids.APPROVE).status()).isEqualTo(503);
    sql("alter table inbox_away rename to inbox");
    assertThat(office.request(card).path("state").asText()).isEqualTo("PENDING");
    assertThat(office.slack.press(ADA, card, Ids.APPROVE).isAcknowledged()).isTrue();
    office.awaitCard(card, m -> m.buttons().isEmpty());
  }

  private void sql(String statement) throws SQLException {
    Path database = folder.resolve("bauta-data").resolve("bauta.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  @Test
  void missingScope_isAFaultOfTheSetUp_andHealsItself() {
    office.slack.scopes(java.util.Set.of("commands"));
    Modal form = office.form(GRACE);
    office.slack.submit(form, Office.filled(Map.of()));
    Office.await(() -> office.get("grace", "/api/v1/requests").toString().contains("PENDING"));
    assertThat(office.cards()).isEmpty();
    office.slack.scopes(java.util.Set.of("commands", "chat:write", "im:write"));
    office.slack.awaitMessage(CHANNEL, m -> !m.buttons().isEmpty());
  }
}
