package dev.bauta.service.chat.slack;

import static dev.bauta.service.chat.slack.Office.ADA;
import static dev.bauta.service.chat.slack.Office.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.chat.slack.standin.Delivery;
import dev.bauta.service.chat.slack.standin.Fault;
import dev.bauta.service.chat.slack.standin.Message;
import dev.bauta.service.chat.slack.standin.SignedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a socket, and to what comes through it. */
class SocketModeTest {
  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = Office.open(folder, true);
    Office.await(() -> office.slack.openSockets() == 1);
  }

  @AfterEach
  void close() {
    List<String> violations = office.slack.violations();
    office.close();
    assertThat(violations).isEmpty();
  }

  @Test
  void announcedEnd_bringsANewSocket_beforeTheOldOneGoes() {
    office.slack.refreshSockets();
    Office.await(() -> office.slack.calls("apps.connections.open") == 2);
    Office.await(() -> office.slack.openSockets() == 1);
    assertThat(office.slack.command(GRACE, "/unmask", "").isAcknowledged()).isTrue();
    office.slack.awaitModal(GRACE);
  }

  @Test
  void cutSocket_isOpenedAgain_alsoWhenSlackIsAwayForAWhile() {
    office.slack.fail("apps.connections.open", Fault.status(503));
    office.slack.fail("apps.connections.open", Fault.rateLimited(Duration.ofSeconds(1)));
    office.slack.cutSockets();
    Office.await(() -> office.slack.openSockets() == 1);
    assertThat(office.asked().buttons()).contains(Ids.APPROVE);
  }

  @Test
  void envelopeThatComesTwice_isDoneOnce_andAcknowledgedTwice() {
    Message card = office.asked();
    SignedRequest press = office.slack.pressRequest(ADA, card, Ids.APPROVE);
    Delivery first = office.slack.send(press);
    Delivery again = office.slack.send(press);
    assertThat(List.of(first, again)).allMatch(Delivery::isAcknowledged);
    office.awaitCard(card, m -> m.buttons().isEmpty());
    assertThat(office.request(card).path("approvals")).hasSize(1);
    assertThat(office.refusals("already-decided")).isEmpty();
  }

  @Test
  void whatIsNoCommandOfOurs_isAcknowledged_andNothingComesOfIt() {
    Delivery foreign =
        office.slack.send(office.slack.commandRequest("T0OTHER", "A0BAUTA", GRACE, "/unmask", ""));
    assertThat(foreign.isAcknowledged()).isTrue();
    Delivery nonsense =
        office.slack.send(
            office.slack.interaction(dev.bauta.service.chat.slack.standin.SlackStandIn.json()));
    assertThat(nonsense.isAcknowledged()).isTrue();
    assertThat(office.slack.modals(GRACE)).isEmpty();
  }

  @Test
  void withoutASigningSecret_nothingIsTakenOverHttp() {
    assertThat(office.post("grace", "/slack/events", "{}").path("status").asInt()).isEqualTo(404);
  }
}
