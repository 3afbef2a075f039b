package dev.bauta.service.chat.slack;

import static dev.bauta.service.chat.slack.Office.ADA;
import static dev.bauta.service.chat.slack.Office.CHANNEL;
import static dev.bauta.service.chat.slack.Office.EDSGER;
import static dev.bauta.service.chat.slack.Office.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.chat.slack.standin.Delivery;
import dev.bauta.service.chat.slack.standin.Message;
import dev.bauta.service.chat.slack.standin.Modal;
import dev.bauta.service.chat.slack.standin.SlackStandIn;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process killed between a click and its effect: what was acknowledged is done. */
class SlackCrashTest {
  private static final int MORE_THAN_THE_WORKERS = 8;

  @TempDir Path folder;
  private SlackStandIn slack;
  private ForkedService service;

  @BeforeEach
  void start() throws Exception {
    slack = SlackStandIn.start();
    slack.channel(CHANNEL, GRACE, ADA, EDSGER);
    service = new ForkedService(folder, slack);
    service.start();
  }

  @AfterEach
  void stop() throws Exception {
    service.close();
    slack.close();
  }

  private Message ask(String reason) {
    slack.command(GRACE, "/unmask", "");
    Modal modal = slack.awaitModal(GRACE);
    assertThat(slack.submit(modal, Office.filled(Map.of("reason", reason))).body()).isEmpty();
    Message card = slack.awaitMessage(CHANNEL, m -> m.shown().contains(reason));
    slack.awaitDirectMessage(GRACE, m -> m.shown().contains(reason));
    return card;
  }

  @Test
  void click_acknowledgedAndNotYetDone_isDoneAfterARestart() throws Exception {
    Message card = ask("Killed between the click and its effect");
    // every worker waits for a form to open, so the click stays where it was stored
    slack.slow(Duration.ofSeconds(2));
    for (int i = 0; i < MORE_THAN_THE_WORKERS; i++) slack.command(GRACE, "/unmask", "");
    assertThat(slack.press(ADA, card, Ids.APPROVE).isAcknowledged()).isTrue();
    service.kill();
    assertThat(
            count(
                "select count(*) from inbox where done_at is null and action_id like 'bauta.approve%'"))
        .isEqualTo(1);
    assertThat(count("select count(*) from access_request where state = 'PENDING'")).isEqualTo(1);

    slack.slow(Duration.ZERO);
    service.start();
    Message approved =
        slack.awaitMessage(CHANNEL, m -> m.ts().equals(card.ts()) && m.buttons().isEmpty());
    assertThat(approved.shown()).contains("*Approved* by <@U0ADA>");
    assertThat(count("select count(*) from access_grant")).isEqualTo(1);
  }

  @Test
  void form_acknowledgedAndNotYetFiled_isFiledOnce() throws Exception {
    slack.command(GRACE, "/unmask", "");
    Modal modal = slack.awaitModal(GRACE);
    slack.slow(Duration.ofSeconds(2));
    for (int i = 0; i < MORE_THAN_THE_WORKERS; i++) slack.command(ADA, "/unmask", "");
    assertThat(slack.submit(modal, Office.filled(Map.of())).isAcknowledged()).isTrue();
    service.kill();
    assertThat(count("select count(*) from access_request")).isZero();
    slack.slow(Duration.ZERO);
    service.start();
    slack.awaitMessage(CHANNEL, m -> !m.buttons().isEmpty());
    assertThat(count("select count(*) from access_request")).isEqualTo(1);
  }

  @Test
  void killedAtAnyMoment_acknowledgedClicksCount_andOnlyOnce() throws Exception {
    List<Message> cards = new ArrayList<>();
    for (int i = 0; i < 6; i++) cards.add(ask("One of several, number " + i));
    List<Message> acknowledged = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      acknowledged.addAll(pressAndKill(cards.subList(round * 3, round * 3 + 3), 5 + 25 * round));
      service.start();
    }
    for (Message card : acknowledged)
      slack.awaitMessage(CHANNEL, m -> m.ts().equals(card.ts()) && m.buttons().isEmpty());
    assertThat(count("select count(*) from access_grant"))
        .isGreaterThanOrEqualTo(acknowledged.size());
    assertThat(slack.messages(CHANNEL))
        .filteredOn(m -> m.thread() == null && !m.isEphemeral())
        .hasSize(6);
    assertThat(
            count(
                "select count(*) from audit_record where record like '%\"request.approved\"%' and record like '%\"done\"%'"))
        .isEqualTo(count("select count(*) from access_grant"));
  }

  private List<Message> pressAndKill(List<Message> cards, long afterMillis) throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Future<Delivery>> clicks = new ArrayList<>();
    for (Message card : cards)
      clicks.add(threads.submit(() -> slack.press(ADA, card, Ids.APPROVE)));
    Thread.sleep(afterMillis);
    service.kill();
    List<Message> acknowledged = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      if (clicks.get(i).get().isAcknowledged()) acknowledged.add(cards.get(i));
    }
    threads.shutdown();
    return acknowledged;
  }

  private long count(String sql) throws SQLException {
    Path database = folder.resolve("bauta-data").resolve("bauta.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
