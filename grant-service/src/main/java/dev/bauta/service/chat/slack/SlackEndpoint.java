package dev.bauta.service.chat.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bauta.service.chat.ChatServices;
import dev.bauta.service.chat.Inbox;
import dev.bauta.service.chat.slack.SignatureCheck.Verdict;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Where Slack calls us over HTTP. Calls nobody: what is signed and new is taken in by {@link
 * Reception}. Thread-safe.
 */
final class SlackEndpoint {
  /** A form of 250 KB, encoded three times over, still fits. */
  static final int MOST_BYTES = 1 << 20;

  // as long as a stamp may be accepted, and as much again for clocks that are set
  private static final Duration REMEMBERED = SignatureCheck.WINDOW.multipliedBy(2);

  private final SignatureCheck signatures;
  private final Reception reception;
  private final Refusals refusals;
  private final Inbox inbox;

  SlackEndpoint(
      String signingSecret, ChatServices services, Reception reception, Refusals refusals) {
    this.signatures = new SignatureCheck(signingSecret, services.clock());
    this.reception = reception;
    this.refusals = refusals;
    this.inbox = services.inbox();
  }

  void handle(Context context) throws IOException {
    byte[] body = context.bodyInputStream().readNBytes(MOST_BYTES + 1);
    Answer answer =
        receive(
            context.header("X-Slack-Request-Timestamp"), context.header("X-Slack-Signature"), body);
    context.status(answer.status()).contentType(answer.contentType()).result(answer.body());
  }

  private Answer receive(String stamp, String signature, byte[] body) {
    if (body.length > MOST_BYTES)
      return refused("too large", 413, "Content Too Large", "At most " + MOST_BYTES + " bytes.");
    Verdict verdict = signatures.check(stamp, signature, body);
    if (verdict != Verdict.GENUINE)
      return refused(
          Words.of(verdict),
          401,
          "Unauthorized",
          "The signature does not match, or its time stamp is more than "
              + SignatureCheck.WINDOW.toSeconds()
              + " seconds off.");
    return reception.guarded(
        () -> {
          if (!inbox.firstSeen(
              "slack:" + signature, Instant.ofEpochSecond(Long.parseLong(stamp)).plus(REMEMBERED)))
            return refused("replayed", 401, "Unauthorized", "This request was received before.");
          return dispatch(body);
        });
  }

  // events come as JSON, commands and interactions as a form
  private Answer dispatch(byte[] body) throws JsonProcessingException {
    if (body.length > 0 && body[0] == '{') return reception.event(json(FormBody.text(body)));
    Map<String, String> form = FormBody.parse(body);
    if (form.containsKey("command")) return reception.command(form);
    if (!form.containsKey("payload")) throw new MalformedException();
    return reception.interaction(json(form.get("payload")));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return Task.JSON.readTree(text);
  }

  private Answer refused(String cause, int status, String title, String detail) {
    refusals.note(cause);
    return Answer.problem(status, title, detail);
  }
}
