package dev.bauta.service.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Plants values that must never be logged, goes through everything that can go wrong, and reads the
 * service's own log.
 */
class SilenceTest {
  private static final String REASON = "canary-reason-7b1f is long enough";
  private static final String SUBJECT = "canary-subject-9c2e";

  @TempDir Path folder;

  @Test
  void log_neverShowsTokensReasonsSubjectsBodiesOrRows() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    AppenderBase<ILoggingEvent> capture =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            StringBuilder text = new StringBuilder(event.getFormattedMessage());
            for (IThrowableProxy t = event.getThrowableProxy(); t != null; t = t.getCause())
              text.append('\n').append(t.getMessage());
            lines.add(text.toString());
          }
        };
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    capture.setContext(root.getLoggerContext());
    capture.start();
    root.addAppender(capture);
    try (RunningService service = RunningService.start(folder)) {
      String ask =
          RunningService.ASK
              .replace("customer cannot be reached", REASON)
              .replace("customer-4711", SUBJECT);
      String id = service.post("grace", "/api/v1/requests", ask).json().path("id").asText();
      service.post("grace", "/api/v1/requests/" + id + "/approve", "{}");
      service.post("canary-token-unknown", "/api/v1/requests", ask);
      service.post("grace", "/api/v1/requests", ask.substring(5));
      service.post(
          "grace",
          "/api/v1/requests",
          ask.replace("\"minutes\":10", "\"minutes\":{\"a\":\"" + SUBJECT + "\"}"));
      service.get("grace", "/api/v1/requests/" + SUBJECT);
      service.get(
          "grace", "/agent/v1/stream?service=" + SUBJECT + "&environment=x&agent=" + SUBJECT);
      service.post("grace", "/api/v1/requests", ask + "x".repeat(300_000));
      // the database fails under it
      try (Connection connection =
              DriverManager.getConnection("jdbc:sqlite:" + service.data().resolve("bauta.db"));
          Statement statement = connection.createStatement()) {
        statement.execute("alter table audit_personal rename to audit_personal_away");
        assertThat(service.post("grace", "/api/v1/requests", ask).status()).isEqualTo(503);
        assertThat(
                service
                    .post(
                        "linus",
                        "/api/v1/requests/" + id + "/deny",
                        "{\"reason\":\"" + REASON + "\"}")
                    .status())
            .isEqualTo(503);
        statement.execute("alter table audit_personal_away rename to audit_personal");
        statement.execute("alter table access_request rename to access_request_away");
        assertThat(service.get("grace", "/api/v1/requests/" + id).status()).isEqualTo(503);
        statement.execute("alter table access_request_away rename to access_request");
      }
      assertThat(service.post("linus", "/api/v1/requests/" + id + "/approve", "{}").status())
          .isEqualTo(200); // nothing was lost
    } finally {
      root.detachAppender(capture);
    }
    assertThat(lines)
        .anyMatch(l -> l.contains("the database failed"))
        .anyMatch(l -> l.contains("audit log verified"));
    assertThat(root.getLevel()).isEqualTo(Level.WARN);
    assertThat(lines)
        .noneMatch(
            l -> l.contains("canary") || l.contains("grace-token") || l.contains("linus-token"));
  }
}
