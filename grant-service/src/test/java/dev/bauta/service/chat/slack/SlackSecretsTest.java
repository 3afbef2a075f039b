package dev.bauta.service.chat.slack;

import static dev.bauta.service.chat.slack.Office.ADA;
import static dev.bauta.service.chat.slack.Office.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.bauta.service.chat.slack.standin.Delivery;
import dev.bauta.service.chat.slack.standin.Fault;
import dev.bauta.service.chat.slack.standin.Message;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Tokens, triggers and what people wrote stay out of the log, at every level of our own and of
 * Slack's client.
 */
class SlackSecretsTest {
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    protected void append(ILoggingEvent event) {
      String trace =
          event.getThrowableProxy() == null
              ? ""
              : ThrowableProxyUtil.asString(event.getThrowableProxy());
      lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + trace);
    }
  }

  @Test
  void wholeLife_atTraceLevel_logsNoSecret(@TempDir Path folder) {
    Lines lines = new Lines();
    lines.start();
    Logger ours = (Logger) LoggerFactory.getLogger("dev.bauta");
    Logger theirs = (Logger) LoggerFactory.getLogger("com.slack");
    for (Logger logger : new Logger[] {ours, theirs}) {
      logger.setLevel(Level.TRACE);
      logger.setAdditive(false);
      logger.addAppender(lines);
    }
    try (Office office = Office.open(folder)) {
      office.slack.fail("chat.postMessage", Fault.status(500));
      office.slack.fail("conversations.open", Fault.error("invalid_auth"));
      office.slack.fail("chat.postMessage", Fault.hangUp());
      Message card = office.asked(GRACE, Map.of("subject", "subject-c4n4ry"));
      Delivery click = office.slack.press(ADA, card, Ids.DENY);
      office.slack.submit(office.slack.awaitModal(ADA), Map.of("reason", "because of c4n4ry"));
      office.awaitCard(card, m -> m.buttons().isEmpty());
      office.slack.send(click.request());
      office.slack.send(click.request().withSignature("v0=00"));

      String all = String.join("\n", lines.lines);
      assertThat(all)
          .contains("chat.postMessage: HTTP 500")
          .doesNotContain(office.slack.botToken())
          .doesNotContain(office.slack.signingSecret())
          .doesNotContain(click.request().signature())
          .doesNotContain("c4n4ry")
          .doesNotContain(Office.REASON)
          .doesNotContain(office.slack.responseUrl() + "/");
      assertThat(new String(click.request().body(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("trigger_id");
    } finally {
      for (Logger logger : new Logger[] {ours, theirs}) {
        logger.detachAppender(lines);
        logger.setAdditive(true);
      }
      ours.setLevel(Level.INFO);
      theirs.setLevel(null);
    }
  }
}
