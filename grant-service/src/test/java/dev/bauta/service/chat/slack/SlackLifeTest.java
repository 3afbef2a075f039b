package dev.bauta.service.chat.slack;

import static dev.bauta.service.chat.slack.Office.ADA;
import static dev.bauta.service.chat.slack.Office.CHANNEL;
import static dev.bauta.service.chat.slack.Office.EDSGER;
import static dev.bauta.service.chat.slack.Office.GRACE;
import static dev.bauta.service.chat.slack.Office.LINUS;
import static dev.bauta.service.chat.slack.Office.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.chat.slack.standin.Delivery;
import dev.bauta.service.chat.slack.standin.Message;
import dev.bauta.service.chat.slack.standin.Modal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people do in Slack, and what becomes of it, through the whole service: Slack calls us, or we
 * keep a socket open to it.
 */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class SlackLifeTest {
  @TempDir Path folder;
  private final boolean bySocket;
  private Office office;

  SlackLifeTest(boolean bySocket) {
    this.bySocket = bySocket;
  }

  @BeforeEach
  void open() {
    office = Office.open(folder, bySocket);
  }

  @AfterEach
  void close() {
    List<String> violations = office.slack.violations();
    office.close();
    assertThat(violations).isEmpty();
  }

  @Test
  void request_fromCommandToEnd_isToldToEverybodyConcerned() {
    Message card = office.asked();
    assertThat(card.buttons()).containsExactly(Ids.APPROVE, Ids.NARROW, Ids.DENY);
    assertThat(card.shown())
        .contains("<@U0GRACE>", "email, phone", "customer-4711", "SUP-1234", Office.REASON)
        .contains("Can decide: <@U0ADA> (approver of billing), <@U0EDSGER> (approver of billing)")
        .contains("15 minutes");

    assertThat(office.slack.press(ADA, card, Ids.APPROVE).isAcknowledged()).isTrue();
    Message approved = office.awaitCard(card, m -> m.buttons().isEmpty());
    assertThat(approved.shown()).contains("*Approved* by <@U0ADA>", "until <!date^");
    office.slack.awaitDirectMessage(GRACE, m -> m.text().contains("Approved by <@U0ADA>"));
    assertThat(office.request(card).path("state").asText()).isEqualTo("APPROVED");

    String grant = office.request(card).path("grant").asText();
    receipt(1, "");
    office.awaitCard(card, m -> m.shown().contains("*Live*"));
    receipt(
        2,
        "{\"grant\":\"%s\",\"sink\":\"json\",\"type\":\"email\",\"field\":\"email\",\"count\":10}"
            .formatted(grant));
    Message ended = office.awaitCard(card, m -> m.shown().contains("*Ended*"));
    assertThat(ended.shown()).contains("Shown: 10 values");
    office.slack.awaitDirectMessage(GRACE, m -> m.text().contains("masked again"));
    Office.await(() -> office.thread(card).size() == 4);
    assertThat(office.thread(card))
        .satisfiesExactly(
            asked -> assertThat(asked).contains("Asked by <@U0GRACE>"),
            yes -> assertThat(yes).contains("Approved by <@U0ADA>"),
            live -> assertThat(live).contains("Live", "1 of 1 agent has confirmed"),
            end -> assertThat(end).contains("Ended", "all 10 reveals used"));
    assertThat(office.news(GRACE)).hasSize(4);
    assertThat(office.slack.directMessages(GRACE).get(0).buttons()).isEmpty();
  }

  @Test
  void card_saysWhatThereIsToSee() {
    office.post(
        "fleet",
        "/agent/v1/masked",
        "{\"agent\":\"a1\",\"service\":\"billing\",\"environment\":\"production\",\"counts\":["
            + "{\"sink\":\"json\",\"type\":\"email\",\"count\":1240},"
            + "{\"sink\":\"jdbc\",\"type\":\"email\",\"count\":7},"
            + "{\"sink\":\"json\",\"type\":\"name\",\"count\":9}]}");
    Message card = office.asked(); // e-mails and phones in JSON
    assertThat(card.shown())
        .contains("In the last hour, masked there: 1,240 email (of all customers and fields).");
    assertThat(office.request(card).path("lastHour").toString()).isEqualTo("{\"email\":1240}");
    office.slack.press(ADA, card, Ids.APPROVE);
    assertThat(office.awaitCard(card, m -> m.buttons().isEmpty()).shown())
        .doesNotContain("In the last hour");
  }

  private void receipt(int number, String counts) {
    long epoch = epoch();
    office.post(
        "fleet",
        "/agent/v1/receipts",
        """
        {"agent":"a1","service":"billing","environment":"production","number":%d,
         "applied":{"epoch":%d,"version":1},"counts":[%s]}"""
            .formatted(number, epoch, counts));
  }

  private long epoch() {
    String started =
        office.audit().stream()
            .filter(l -> l.contains("service.started"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(started.replaceAll(".*\"epoch\":\"([0-9]+)\".*", "$1"));
  }

  @Test
  void approver_takesAway_whatIsNotNeeded() {
    Message card = office.asked(GRACE, Map.of("subject", ""));
    office.slack.press(ADA, card, Ids.NARROW);
    Modal modal = office.slack.awaitModal(ADA);
    assertThat(modal.options("types")).containsExactly("email", "phone");
    assertThat(modal.initial("types")).containsExactly("email", "phone");
    assertThat(modal.options("minutes")).containsExactly("5", "10", "15");
    assertThat(modal.initial("minutes")).containsExactly("15");
    office.slack.submit(
        modal, Map.of("types", List.of("email"), "minutes", "5", "subject", "customer-4711"));
    Message approved = office.awaitCard(card, m -> m.buttons().isEmpty());
    assertThat(approved.shown())
        .contains("*Approved* by <@U0ADA>", "5 minutes", "customer-4711")
        .doesNotContain("phone");
    assertThat(office.request(card).path("types").toString()).isEqualTo("[\"email\"]");
  }

  @Test
  void approver_cannotWiden_byAFormThatSaysMore() {
    Message card = office.asked();
    office.slack.press(ADA, card, Ids.NARROW);
    Modal modal = office.slack.awaitModal(ADA);
    assertThat(modal.blocks()).doesNotContain("subject"); // one was named
    office.slack.submit(modal, Map.of("types", List.of("email", "name"), "minutes", "5"));
    office.awaitWhisper(ADA, "An approver may narrow, not widen");
    office.slack.press(ADA, card, Ids.NARROW);
    office.slack.submit(office.slack.awaitModal(ADA), Map.of("minutes", "60"));
    office.awaitWhisper(ADA, "15 minutes were asked for");
    office.slack.press(LINUS, card, Ids.NARROW);
    office.awaitWhisper(LINUS, "You are not an approver of billing.");
    assertThat(office.slack.modals(LINUS)).isEmpty();
    assertThat(office.request(card).path("state").asText()).isEqualTo("PENDING");
  }

  @Test
  void approvers_whoAreAskedDirectly_haveACardEach_thatFollowsTheRequest() {
    office.slack.submit(office.form(GRACE), Office.filled(Map.of("service", "payroll")));
    Message adas = office.slack.awaitDirectMessage(ADA, m -> m.shown().contains("payroll"));
    office.slack.awaitDirectMessage(EDSGER, m -> m.shown().contains("payroll"));
    assertThat(adas.buttons()).containsExactly(Ids.APPROVE, Ids.NARROW, Ids.DENY);
    office.slack.press(ADA, adas, Ids.APPROVE);
    for (String user : List.of(ADA, EDSGER))
      office.slack.awaitDirectMessage(
          user, m -> m.buttons().isEmpty() && m.shown().contains("*Approved* by <@U0ADA>"));
    office.slack.awaitDirectMessage(GRACE, m -> m.text().contains("Approved by <@U0ADA>"));
    assertThat(office.cards()).isEmpty();
  }

  @Test
  void clickOnADirectCard_thatSomebodyElseWasFasterOn_takesItsButtonsAway() {
    office.slack.submit(office.form(GRACE), Office.filled(Map.of("service", "payroll")));
    Message adas = office.slack.awaitDirectMessage(ADA, m -> m.shown().contains("payroll"));
    Message other = office.slack.awaitDirectMessage(EDSGER, m -> m.shown().contains("payroll"));
    office.slack.press(ADA, adas, Ids.APPROVE);
    office.slack.press(EDSGER, other, Ids.APPROVE);
    office.slack.awaitDirectMessage(
        EDSGER, m -> EDSGER.equals(m.seenBy()) && m.text().contains("Already approved by ada"));
    office.slack.awaitDirectMessage(EDSGER, m -> m.buttons().isEmpty());
  }

  @Test
  void deputy_deniesWithAReason_onTheCardOfARequestFromBefore() {
    Message card = office.asked(GRACE, Map.of("service", "desk"));
    office.slack.press(EDSGER, card, Ids.DENY);
    office.awaitWhisper(EDSGER, "You are not an approver of desk.");
    String until = java.time.Instant.now().plusSeconds(600).toString();
    office.post(
        "ada", "/api/v1/delegations", "{\"deputy\":\"edsger\",\"until\":\"" + until + "\"}");
    office.slack.press(EDSGER, card, Ids.DENY);
    Modal modal = office.slack.awaitModal(EDSGER);
    assertThat(office.request(card).path("state").asText()).isEqualTo("PENDING");
    office.slack.submit(modal, Map.of("reason", "not while ada is away"));
    assertThat(office.awaitCard(card, m -> m.buttons().isEmpty()).shown())
        .contains("*Denied* by <@U0EDSGER>");
  }

  @Test
  void deny_asksForTheReason_andTellsTheRequester() {
    Message card = office.asked();
    office.slack.press(ADA, card, Ids.DENY);
    Modal modal = office.slack.awaitModal(ADA);
    assertThat(office.slack.submit(modal, Map.of("reason", "   ")).body()).contains("Say why.");
    assertThat(
            office.slack.submit(modal, Map.of("reason", "use the <test> system & *relax*")).body())
        .isEmpty();
    Message denied = office.awaitCard(card, m -> m.buttons().isEmpty());
    assertThat(denied.shown()).contains("*Denied* by <@U0ADA>");
    Message told = office.slack.awaitDirectMessage(GRACE, m -> m.text().contains("Denied"));
    assertThat(told.shown()).contains("Why: use the &lt;test&gt; system &amp; *relax*");
    assertThat(office.request(card).path("closed").path("why").asText())
        .isEqualTo("use the <test> system & *relax*");
  }

  @Test
  void denial_afterSomebodyElseDecided_saysWhoAndWhen() {
    Message card = office.asked();
    office.slack.press(EDSGER, card, Ids.DENY);
    Modal modal = office.slack.awaitModal(EDSGER);
    office.slack.press(ADA, card, Ids.APPROVE);
    office.awaitCard(card, m -> m.buttons().isEmpty());
    office.slack.submit(modal, Map.of("reason", "not today"));
    office.awaitWhisper(EDSGER, "Already approved by ada at 20");
    assertThat(office.request(card).path("state").asText()).isEqualTo("APPROVED");
  }

  @Test
  void ownRequest_isNotApproved_andThatIsRecorded() {
    Message card = office.asked();
    office.slack.press(GRACE, card, Ids.APPROVE);
    office.awaitWhisper(GRACE, "Nobody decides their own request");
    office.slack.press(GRACE, card, Ids.DENY);
    Office.await(() -> office.refusals("self-decision").size() == 2);
    assertThat(office.slack.modals(GRACE)).isEmpty();
    assertThat(office.request(card).path("state").asText()).isEqualTo("PENDING");
    assertThat(office.card(card).buttons()).hasSize(3);
  }

  @Test
  void somebodyElse_isRefused_andThatIsRecorded() {
    Message card = office.asked();
    office.slack.press(LINUS, card, Ids.APPROVE);
    office.awaitWhisper(LINUS, "You are not an approver of billing.");
    office.slack.press(MALLORY, card, Ids.DENY);
    office.awaitWhisper(MALLORY, "You are not an approver of billing.");
    Office.await(() -> office.refusals("not-an-approver").size() == 2);
    assertThat(office.refusals("slack:T0BAUTA/U0MALLORY")).hasSize(1);
    assertThat(office.request(card).path("state").asText()).isEqualTo("PENDING");
  }

  @Test
  void stranger_getsNoForm_andThatIsRecorded() {
    office.slack.command(MALLORY, "/unmask", "");
    office.slack.awaitMessage(
        "C0RANDOM", m -> MALLORY.equals(m.seenBy()) && m.text().contains("may not ask"));
    assertThat(office.slack.modals(MALLORY)).isEmpty();
    assertThat(office.refusals("not-allowed")).hasSize(1);
  }

  @Test
  void secondClick_decidesNothing_andSaysWhoDidAndWhen() {
    Message card = office.asked();
    office.slack.press(ADA, card, Ids.APPROVE);
    office.slack.press(ADA, card, Ids.APPROVE);
    office.awaitWhisper(ADA, "Already approved by ada at 20");
    office.slack.press(EDSGER, card, Ids.APPROVE);
    office.awaitWhisper(EDSGER, "Already approved by ada at 20");
    assertThat(office.request(card).path("approvals")).hasSize(1);
    assertThat(office.refusals("already-decided")).hasSize(2);
    assertThat(office.get("ada", "/api/v1/grants").findValues("until")).hasSize(1);
  }

  @Test
  void decisionThroughTheApi_changesTheCard() {
    Message card = office.asked();
    office.post(
        "edsger", "/api/v1/requests/" + Office.requestId(card) + "/approve", "{\"minutes\": 5}");
    Message approved = office.awaitCard(card, m -> m.buttons().isEmpty());
    assertThat(approved.shown()).contains("*Approved* by <@U0EDSGER>", "5 minutes");
  }

  @Test
  void requestThroughTheApi_isPostedToTheApprovers() {
    office.post(
        "linus",
        "/api/v1/requests",
        """
        {"service":"billing","environment":"test","sinks":["jdbc"],"types":["name"],
         "fields":["full_name"],"reason":"The import of last night is to be compared","minutes":10}""");
    Message card = office.slack.awaitMessage(CHANNEL, m -> m.shown().contains("full_name"));
    assertThat(card.shown())
        .contains(
            "<@U0LINUS>",
            "Can decide: <@U0ADA> (approver of billing), <@U0EDSGER> (approver of billing), <@U0GRACE> (approver of billing)");
  }

  @Test
  void twoApprovals_areTwoPeople() {
    Message card = office.asked(GRACE, Map.of("service", "vault", "types", List.of("iban")));
    office.slack.press(ADA, card, Ids.APPROVE);
    Message half = office.awaitCard(card, m -> m.shown().contains("1 approval more"));
    assertThat(half.buttons()).hasSize(3);
    assertThat(half.shown()).contains("approved by <@U0ADA>", "Can decide: <@U0EDSGER>");
    office.slack.press(ADA, half, Ids.APPROVE);
    office.awaitWhisper(ADA, "You have approved");
    office.slack.press(EDSGER, half, Ids.APPROVE);
    office.awaitCard(card, m -> m.shown().contains("*Approved* by <@U0ADA>, <@U0EDSGER>"));
  }

  @Test
  void requester_cancelsFromTheDirectMessage() {
    Message card = office.asked();
    Message status = office.slack.awaitDirectMessage(GRACE, m -> !m.buttons().isEmpty());
    office.slack.press(GRACE, status, Ids.TAKE_BACK);
    assertThat(office.awaitCard(card, m -> m.buttons().isEmpty()).shown()).contains("*Cancelled*");
    office.slack.press(ADA, card, Ids.APPROVE);
    office.awaitWhisper(ADA, "Already cancelled by grace");
  }

  @Test
  void requester_endsALiveGrantFromTheDirectMessage() {
    Message card = office.asked();
    office.slack.press(ADA, card, Ids.APPROVE);
    Message status = office.slack.awaitDirectMessage(GRACE, m -> m.shown().contains("End it now"));
    office.slack.press(GRACE, status, Ids.TAKE_BACK);
    assertThat(office.awaitCard(card, m -> m.shown().contains("*Revoked*")).shown())
        .contains("by <@U0GRACE>");
    assertThat(office.request(card).path("state").asText()).isEqualTo("REVOKED");
  }

  @Test
  void form_isCheckedBeforeItCloses() {
    Modal modal = office.form(GRACE);
    Delivery refused =
        office.slack.submit(
            modal,
            Office.filled(
                Map.of(
                    "service",
                    "vault",
                    "environment",
                    "test",
                    "reason",
                    "  too short          ",
                    "fields",
                    ",")));
    assertThat(refused.isAcknowledged()).isTrue();
    assertThat(refused.body())
        .contains("\"environment\"", "known are production")
        .contains("\"reason\"", "15 to 1000")
        .contains("\"fields\"", "No field named");
    assertThat(office.cards()).isEmpty();
    assertThat(office.slack.submit(modal, Office.filled(Map.of())).body()).isEmpty();
    office.slack.awaitMessage(CHANNEL, m -> !m.buttons().isEmpty());
  }

  @Test
  void form_forOneService_offersOnlyWhatItHas() {
    office.slack.command(GRACE, "/unmask", " vault ");
    Modal modal = office.slack.awaitModal(GRACE);
    assertThat(modal.options("service")).containsExactly("vault");
    assertThat(modal.initial("service")).containsExactly("vault");
    assertThat(modal.options("environment")).containsExactly("production");
    assertThat(modal.blocks())
        .containsExactly(
            "service",
            "environment",
            "sinks",
            "types",
            "subject",
            "fields",
            "minutes",
            "reason",
            "ticket");
  }

  @Test
  void personalData_inWhatPeopleWrite_isNotPosted() {
    Message card =
        office.asked(
            GRACE,
            Map.of(
                "reason", "Mail of ada.lovelace@example.com bounces since Monday",
                "subject", "charles.babbage@example.com",
                "ticket", "see 4111 1111 1111 1111"));
    office.slack.press(ADA, card, Ids.DENY);
    office.slack.submit(
        office.slack.awaitModal(ADA), Map.of("reason", "ask charles.babbage@example.com himself"));
    office.awaitCard(card, m -> m.buttons().isEmpty());
    office.slack.awaitDirectMessage(GRACE, m -> m.text().contains("Denied"));
    assertThat(office.slack.allSent())
        .doesNotContain("ada.lovelace", "charles.babbage", "4111 1111", "41111111");
  }

  @Test
  void help_isAnsweredAtOnce() {
    assertThat(office.slack.command(GRACE, "/unmask", "help").body())
        .contains("ephemeral", "fill in");
    assertThat(office.slack.command(GRACE, "/other", "").body()).contains("/unmask");
    assertThat(office.slack.calls("views.open")).isZero();
  }

  @Test
  void requestNobodyDecides_expires_andLosesItsButtons() {
    office.close();
    office = Office.open(folder, "1s");
    Message card = office.asked();
    assertThat(office.awaitCard(card, m -> m.buttons().isEmpty()).shown())
        .contains("*Expired*", "nobody decided in time");
    office.slack.awaitDirectMessage(GRACE, m -> m.text().contains("Nobody decided in time"));
    office.slack.press(ADA, card, Ids.APPROVE);
    office.awaitWhisper(ADA, "Already expired by service");
  }
}
