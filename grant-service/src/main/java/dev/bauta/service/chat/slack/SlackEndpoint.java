package dev.bauta.service.chat.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.Ask;
import dev.bauta.service.access.Fault;
import dev.bauta.service.chat.ChatServices;
import dev.bauta.service.chat.Inbox;
import dev.bauta.service.chat.InboxEntry;
import dev.bauta.service.chat.slack.SignatureCheck.Verdict;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Slack sends commands, clicks and forms. Calls nobody: what is accepted is stored, then
 * answered, then done by {@link TaskWork}. Thread-safe.
 */
final class SlackEndpoint {
  /** A form of 250 KB, encoded three times over, still fits. */
  static final int MOST_BYTES = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(SlackEndpoint.class);
  // as long as a stamp may be accepted, and as much again for clocks that are set
  private static final Duration REMEMBERED = SignatureCheck.WINDOW.multipliedBy(2);

  private final SlackSettings settings;
  private final SignatureCheck signatures;
  private final Refusals refusals;
  private final People people;
  private final Inbox inbox;
  private final Ask ask;
  private final Clock clock;

  SlackEndpoint(SlackSettings settings, ChatServices services, People people) {
    this.settings = settings;
    this.signatures = new SignatureCheck(settings.signingSecret(), services.clock());
    this.refusals = new Refusals(services.store(), services.clock());
    this.people = people;
    this.inbox = services.inbox();
    this.ask = services.ask();
    this.clock = services.clock();
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
    try {
      if (!inbox.firstSeen(
          "slack:" + signature, Instant.ofEpochSecond(Long.parseLong(stamp)).plus(REMEMBERED)))
        return refused("replayed", 401, "Unauthorized", "This request was received before.");
      return dispatch(FormBody.parse(body));
    } catch (MalformedException e) {
      return refused(
          "malformed", 400, "Bad Request", "Neither a command nor an interaction of Slack's.");
    } catch (RuntimeException e) {
      // nothing is stored, so nothing is acknowledged: Slack tells the person that it failed.
      // The type alone: a database exception may quote what was to be stored
      LOG.error("cannot take a request from Slack: {}", e.getClass().getSimpleName());
      return Answer.problem(503, "Service Unavailable", "Nothing was stored; try again.");
    }
  }

  private Answer dispatch(Map<String, String> form) {
    if (form.containsKey("command")) return command(Sender.of(form), form);
    if (!form.containsKey("payload")) throw new MalformedException();
    JsonNode payload = json(form.get("payload"));
    Sender sender = Sender.of(payload);
    if (!sender.isOurs(settings)) return foreign();
    return switch (payload.path("type").asText("")) {
      case "block_actions" -> clicks(sender, payload);
      case "view_submission" -> submission(sender, payload);
      default -> Answer.ACKNOWLEDGED; // a closed form, say: nothing to do
    };
  }

  private Answer command(Sender sender, Map<String, String> form) {
    if (!sender.isOurs(settings)) return foreign();
    String text = form.getOrDefault("text", "").strip();
    Typed typed = Typed.parse(text);
    if (!form.get("command").equals(settings.command()) || typed instanceof Typed.Help)
      return Answer.ephemeral(Words.help(settings.command()));
    if (typed instanceof Typed.Wrong wrong) return Answer.ephemeral(wrong.remedy());
    String trigger = required(form.get("trigger_id"));
    Task.Place place = new Task.Place("", "", form.getOrDefault("response_url", ""));
    Task task =
        typed instanceof Typed.Form
            ? new Task.OpenForm(trigger, text, place)
            : new Task.Command(Ids.random(), text, place);
    accept(sender, trigger, "command", task);
    return Answer.ACKNOWLEDGED;
  }

  private Answer clicks(Sender sender, JsonNode payload) {
    Task.Place place =
        new Task.Place(
            payload.path("container").path("channel_id").asText(""),
            payload.path("container").path("message_ts").asText(""),
            payload.path("response_url").asText(""));
    // all of them are stored before the answer, or Slack is told that it failed
    for (JsonNode action : payload.path("actions")) {
      String button = action.path("action_id").asText("");
      String request = action.path("value").asText("");
      Task task =
          switch (button) {
            case Ids.APPROVE -> new Task.Approval(request, place);
            case Ids.NARROW ->
                new Task.OpenNarrowing(
                    request, required(payload.path("trigger_id").asText("")), place);
            case Ids.DENY ->
                new Task.OpenDenial(
                    request, required(payload.path("trigger_id").asText("")), place);
            case Ids.TAKE_BACK -> new Task.TakeBack(request, place);
            default -> null;
          };
      if (task != null)
        accept(sender, required(action.path("action_ts").asText("")), button + " " + request, task);
    }
    return Answer.ACKNOWLEDGED;
  }

  private Answer submission(Sender sender, JsonNode payload) {
    JsonNode view = payload.path("view");
    String viewId = required(view.path("id").asText(""));
    return switch (view.path("callback_id").asText("")) {
      case Ids.REQUEST_FORM -> asked(sender, viewId, view.path("state").path("values"));
      case Ids.NARROW_FORM -> {
        accept(sender, viewId, Ids.NARROW_FORM, NarrowingForm.read(view));
        yield Answer.ACKNOWLEDGED;
      }
      case Ids.DENIAL_FORM -> denied(sender, viewId, view);
      default -> throw new MalformedException();
    };
  }

  private Answer asked(Sender sender, String viewId, JsonNode values) {
    Actor actor = people.actor(sender.team(), sender.user());
    List<Fault> faults = new ArrayList<>();
    FilledForm form = RequestForm.read(values, faults);
    faults.addAll(ask.faults(actor, form.wanted()));
    if (!faults.isEmpty()) return Answer.errors(byBlock(faults));
    accept(sender, viewId, Ids.REQUEST_FORM, new Task.AskFor(Ids.random(), form));
    return Answer.ACKNOWLEDGED;
  }

  private Answer denied(Sender sender, String viewId, JsonNode view) {
    String why = DenialForm.why(view).strip();
    if (why.isEmpty()) return Answer.errors(Map.of("reason", "Say why."));
    accept(sender, viewId, Ids.DENIAL_FORM, new Task.Denial(Carried.request(view), why));
    return Answer.ACKNOWLEDGED;
  }

  private static Map<String, String> byBlock(List<Fault> faults) {
    Map<String, String> byBlock = new LinkedHashMap<>();
    for (Fault fault : faults) {
      // the form has no field for the number of reveals: it is the policy's
      String block = fault.field().equals("maxReveals") ? "types" : fault.field();
      byBlock.merge(block, fault.message(), (a, b) -> a + " " + b);
    }
    return byBlock;
  }

  private void accept(Sender sender, String actionTime, String actionId, Task task) {
    boolean isNew =
        inbox.accept(
            new InboxEntry(
                SlackPlatform.NAME,
                sender.team(),
                sender.user(),
                actionTime,
                actionId,
                task.toJson(),
                clock.instant(),
                0));
    // delivered twice: it is stored, so it is acknowledged again and done once
    if (!isNew) refusals.note("duplicate delivery");
  }

  private Answer foreign() {
    return refused("foreign", 403, "Forbidden", "Another workspace, another app, or not a person.");
  }

  private Answer refused(String cause, int status, String title, String detail) {
    refusals.note(cause);
    return Answer.problem(status, title, detail);
  }

  private static JsonNode json(String text) {
    try {
      return Task.JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new MalformedException();
    }
  }

  private static String required(String text) {
    if (text == null || text.isEmpty()) throw new MalformedException();
    return text;
  }
}
