package dev.bauta.service.chat.slack;

import static dev.bauta.service.chat.slack.Office.ADA;
import static dev.bauta.service.chat.slack.Office.CHANNEL;
import static dev.bauta.service.chat.slack.Office.GRACE;
import static dev.bauta.service.chat.slack.Office.LINUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.chat.slack.standin.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed behind the command, through the whole service. */
class SlackCommandsTest {
  private static final String ANYWHERE = "C0RANDOM";
  private static final String LINE =
      "billing/production email,phone 15m for:customer-4711 SUP-1 the customer cannot be reached";

  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = Office.open(folder);
  }

  @AfterEach
  void close() {
    List<String> violations = office.slack.violations();
    office.close();
    assertThat(violations).isEmpty();
  }

  @Test
  void oneLine_asks_andTheAnswerIsForOneself() {
    String answer = type(GRACE, LINE, "Asked for: ");
    assertThat(answer).contains("pending", "billing/production", "email,phone");
    Message card = office.slack.awaitMessage(CHANNEL, m -> m.shown().contains("customer-4711"));
    assertThat(card.shown()).contains("SUP-1", "15 minutes", "the customer cannot be reached");
  }

  @Test
  void lineThatThePolicyRefuses_isAnsweredWithWhy() {
    assertThat(
            type(GRACE, "billing/production iban 15m no such type here today", "Name one or more"))
        .contains("email, name, phone");
    assertThat(type(GRACE, "billing email 15m two environments are there", "environment"))
        .contains("known are production, test");
  }

  @Test
  void list_status_extend_revoke_areAboutOnesOwn() {
    Message card = office.asked();
    String id = Office.requestId(card);
    assertThat(type(GRACE, "list", "Yours:")).contains(id, "Waiting for you: nothing.");
    assertThat(type(ADA, "list", "Waiting for you:")).contains(id);
    assertThat(type(GRACE, "status " + id, id + " pending"))
        .contains("Waits for 1 of: ada, edsger");
    assertThat(type(LINUS, "status " + id, "no such request")).doesNotContain("billing");

    office.slack.press(ADA, card, Ids.APPROVE);
    office.awaitCard(card, m -> m.buttons().isEmpty());
    String longer =
        type(GRACE, "extend " + id + " 10m the customer is still on the line", "Asked for: ");
    String next = longer.replaceAll("(?s).*(req-[0-9a-z]+) .*", "$1");
    office.slack.awaitMessage(CHANNEL, m -> m.shown().contains("Goes on from " + id));
    assertThat(type(GRACE, "revoke " + next, "cancelled")).contains(next);
    assertThat(type(GRACE, "revoke " + id + " all done", "revoked")).contains(id);
    office.awaitCard(card, m -> m.shown().contains("*Revoked*"));
  }

  @Test
  void breakingTheGlass_isRefused_whereNoRuleIsForIt() {
    assertThat(type(GRACE, "break-glass " + LINE, "No rule lets you ask for"))
        .contains("What no rule allows is denied");
  }

  @Test
  void nonsense_isAnsweredAtOnce_withWhatWouldBeUnderstood() {
    assertThat(office.slack.command(GRACE, "/unmask", "status of my things").body())
        .contains("Name a request or grant by its id", "ephemeral");
    assertThat(office.slack.command(GRACE, "/unmask", "help").body()).contains("break-glass");
  }

  /** Types it, and gives the answer that has those words. */
  private String type(String user, String text, String wanted) {
    int before = office.slack.messages(ANYWHERE).size();
    assertThat(office.slack.command(user, "/unmask", text).isAcknowledged()).isTrue();
    Office.await(() -> answers(before, user, wanted).findAny().isPresent());
    return answers(before, user, wanted).findAny().orElseThrow();
  }

  private Stream<String> answers(int before, String user, String wanted) {
    return office.slack.messages(ANYWHERE).stream()
        .skip(before)
        .filter(m -> user.equals(m.seenBy()))
        .map(Message::text)
        .filter(text -> text.contains(wanted));
  }
}
