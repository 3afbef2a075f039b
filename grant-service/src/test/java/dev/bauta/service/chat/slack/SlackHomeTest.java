package dev.bauta.service.chat.slack;

import static dev.bauta.service.chat.slack.Office.ADA;
import static dev.bauta.service.chat.slack.Office.GRACE;
import static dev.bauta.service.chat.slack.Office.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.chat.slack.standin.Message;
import dev.bauta.service.chat.slack.standin.Modal;
import dev.bauta.service.chat.slack.standin.SlackStandIn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The app's home, and the shortcut on a line of a log. */
@ParameterizedClass
@ValueSource(booleans = {false, true})
class SlackHomeTest {
  @TempDir Path folder;
  private final boolean bySocket;
  private Office office;

  SlackHomeTest(boolean bySocket) {
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
  void home_showsOnesOwn_andWhatWaits_andDecidesThere() {
    Message card = office.asked();
    String id = Office.requestId(card);
    office.slack.openHome(GRACE);
    assertThat(office.slack.awaitHome(GRACE, h -> h.contains(id)).toString())
        .contains("Cancel request", "Ask to unmask", Office.REASON)
        .doesNotContain("Approve with changes");
    office.slack.openHome(ADA);
    office.slack.awaitHome(ADA, h -> h.contains(id) && h.contains("Approve with changes"));

    assertThat(office.slack.pressHome(ADA, Ids.APPROVE, id).isAcknowledged()).isTrue();
    office.slack.awaitHome(ADA, h -> !h.contains(id));
    office.awaitCard(card, m -> m.shown().contains("*Approved* by <@U0ADA>"));
    office.slack.openHome(GRACE);
    office.slack.awaitHome(GRACE, h -> h.contains("live until") && h.contains("End it now"));
    office.slack.pressHome(GRACE, Ids.TAKE_BACK, id);
    office.slack.awaitHome(GRACE, h -> !h.contains(id));
    office.awaitCard(card, m -> m.shown().contains("*Revoked*"));
  }

  @Test
  void home_opensTheForms() {
    Message card = office.asked();
    office.slack.openHome(ADA);
    office.slack.awaitHome(ADA, h -> h.contains(Office.requestId(card)));
    office.slack.pressHome(ADA, Ids.DENY, Office.requestId(card));
    assertThat(office.slack.awaitModal(ADA).callbackId()).isEqualTo(Ids.DENIAL_FORM);
    office.slack.openHome(GRACE);
    office.slack.awaitHome(GRACE, h -> h.contains(Ids.ASK));
    office.slack.pressHome(GRACE, Ids.ASK, "form");
    Office.await(
        () ->
            office.slack.modals(GRACE).stream()
                .anyMatch(m -> m.callbackId().equals(Ids.REQUEST_FORM)));
  }

  @Test
  void home_ofAStranger_saysNothing() {
    office.asked();
    office.slack.openHome(MALLORY);
    assertThat(office.slack.awaitHome(MALLORY, h -> true).toString())
        .contains("not known")
        .doesNotContain("billing", Ids.ASK);
  }

  @Test
  void home_ofAnotherWorkspace_isRefused() {
    office.slack.send(office.slack.event("T0OTHER", SlackStandIn.APP, GRACE));
    Office.await(() -> office.audit().stream().anyMatch(l -> l.contains("\"foreign\"")));
    assertThat(office.slack.home(GRACE)).isEmpty();
  }

  @Test
  void shortcut_onAMaskedLine_opensAFormThatIsHalfFilledIn() {
    office.slack.shortcut(
        GRACE,
        Ids.SHORTCUT,
        "12:04:11 ERROR billing PaymentMailer - cannot write to j***@example.com, phone +** ** **** **58, trace_id=4bf92f3577b34da6");
    Modal form = office.slack.awaitModal(GRACE);
    assertThat(form.initial("service")).containsExactly("billing");
    assertThat(form.initial("types")).containsExactly("email", "phone");
    assertThat(form.initial("subject")).containsExactly("4bf92f3577b34da6");
    assertThat(office.slack.allSent()).doesNotContain("PaymentMailer");
  }

  @Test
  void shortcut_onAnyOtherMessage_opensTheFormAsItIs() {
    office.slack.shortcut(GRACE, Ids.SHORTCUT, "lunch?");
    Modal form = office.slack.awaitModal(GRACE);
    assertThat(form.options("service")).contains("billing", "desk", "vault");
    assertThat(form.initial("types")).isEmpty();
  }
}
