package dev.bauta.service.chat.slack;

import static dev.bauta.service.chat.slack.Office.ADA;
import static dev.bauta.service.chat.slack.Office.EDSGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.chat.slack.standin.Message;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What went wrong between other products and Slack, and must not here. */
class SlackRulesTest {
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

  /** A form holds all that its answer needs; nothing is kept in memory between the two. */
  @Test
  void form_carriesItsRequest() {
    var shown =
        Task.JSON
            .createObjectNode()
            .put("private_metadata", DenialForm.view("req-1").getPrivateMetadata());
    assertThat(Carried.request(shown)).isEqualTo("req-1");
  }

  /** Everything that people wrote is escaped, and cut after that. */
  @Test
  void text_isEscaped_thenCut() {
    assertThat(SlackText.escaped("<!channel>".repeat(5), 20))
        .doesNotContain("<")
        .hasSizeLessThan(21);
    assertThat(SlackText.escaped("&".repeat(50), 12)).matches("(&amp;)*…");
  }

  /** However many may decide, there is one pair of buttons, and nobody waits for the posting. */
  @Test
  void card_hasOnePairOfButtons_howeverManyMayDecide() {
    assertThat(office.asked().buttons()).containsExactly(Ids.APPROVE, Ids.NARROW, Ids.DENY);
  }

  /** A card says what is stored, not what was pressed. */
  @Test
  void card_saysWhatIsStored() {
    Message card = office.asked();
    office.post(
        "edsger",
        "/api/v1/requests/" + Office.requestId(card) + "/deny",
        "{\"reason\":\"not for this ticket\"}");
    office.slack.press(ADA, card, Ids.APPROVE);
    Message denied = office.awaitCard(card, m -> m.buttons().isEmpty());
    assertThat(denied.shown()).contains("*Denied* by <@" + EDSGER + ">").doesNotContain("Approved");
    assertThat(office.request(card).path("state").asText()).isEqualTo("DENIED");
  }

  /** Where a message is stands in the database: its end is told wherever it was posted. */
  @Test
  void everyEnd_bringsTheCardUpToDate() {
    Message card = office.asked();
    office.slack.press(ADA, card, Ids.APPROVE);
    office.awaitCard(card, m -> m.shown().contains("*Approved*"));
    String grant = office.request(card).path("grant").asText();
    office.post("grace", "/api/v1/grants/" + grant + "/revoke", "{\"reason\":\"it is done\"}");
    Message revoked = office.awaitCard(card, m -> m.shown().contains("*Revoked*"));
    assertThat(revoked.buttons()).isEmpty();
    office.slack.awaitMessage(
        Office.CHANNEL, m -> card.ts().equals(m.thread()) && m.shown().contains("Revoked by"));
  }
}
