package dev.bauta.service.chat.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.Ask;
import dev.bauta.service.access.Fault;
import dev.bauta.service.access.PolicyInForce;
import dev.bauta.service.chat.ChatServices;
import dev.bauta.service.chat.Inbox;
import dev.bauta.service.chat.InboxEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what Slack sends, over HTTP or a socket: commands, clicks, forms, shortcuts, events.
 * Calls nobody: what is accepted is stored, then answered, then done by {@link TaskWork}.
 * Thread-safe.
 */
final class Reception {
  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private final SlackSettings settings;
  private final Refusals refusals;
  private final People people;
  private final Inbox inbox;
  private final Ask ask;
  private final PolicyInForce policy;
  private final Clock clock;

  Reception(SlackSettings settings, ChatServices services, People people, Refusals refusals) {
    this.settings = settings;
    this.refusals = refusals;
    this.people = people;
    this.inbox = services.inbox();
    this.ask = services.ask();
    this.policy = services.policy();
    this.clock = services.clock();
  }

  /** Something of Slack's, to be taken in. */
  @FunctionalInterface
  interface Call {
    Answer take() throws JsonProcessingException;
  }

  /** Whatever goes wrong is an answer; from 500 on nothing is stored, and Slack is to know that. */
  Answer guarded(Call call) {
    try {
      return call.take();
    } catch (MalformedException | JsonProcessingException e) {
      refusals.note("malformed");
      return Answer.problem(
          400, "Bad Request", "Neither a command nor an interaction nor an event of Slack's.");
    } catch (RuntimeException e) {
      // nothing is stored, so nothing is acknowledged: Slack tells the person that it failed.
      // The type alone: a database exception may quote what was to be stored
      LOG.error("cannot take a request from Slack: {}", e.getClass().getSimpleName());
      return Answer.problem(503, "Service Unavailable", "Nothing was stored; try again.");
    }
  }

  /**
   * A click, a form, a shortcut.
   *
   * @throws MalformedException if it is none of them
   */
  Answer interaction(JsonNode payload) {
    Sender sender = Sender.of(payload);
    if (!sender.isOurs(settings)) return foreign();
    return switch (payload.path("type").asText("")) {
      case "block_actions" -> clicks(sender, payload);
      case "view_submission" -> submission(sender, payload);
      case "message_action" -> shortcut(sender, payload);
      default -> Answer.ACKNOWLEDGED; // a closed form, say: nothing to do
    };
  }

  /**
   * Something that happened in the workspace, or Slack's question whether anybody listens here.
   *
   * @throws MalformedException if it is neither
   */
  Answer event(JsonNode payload) {
    if (payload.path("type").asText("").equals("url_verification"))
      return new Answer(200, "text/plain", required(payload.path("challenge").asText("")));
    JsonNode event = payload.path("event");
    Sender sender = Sender.ofEvent(payload);
    if (!event.path("type").asText("").equals("app_home_opened")
        || !event.path("tab").asText("home").equals("home")) return Answer.ACKNOWLEDGED;
    if (!sender.isOurs(settings)) return foreign();
    accept(sender, required(payload.path("event_id").asText("")), "home", new Task.Home());
    return Answer.ACKNOWLEDGED;
  }

  /**
   * What was typed behind the command.
   *
   * @throws MalformedException if it is no command
   */
  Answer command(Map<String, String> form) {
    Sender sender = Sender.of(form);
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

  private Answer shortcut(Sender sender, JsonNode payload) {
    if (!payload.path("callback_id").asText("").equals(Ids.SHORTCUT))
      throw new MalformedException();
    String trigger = required(payload.path("trigger_id").asText(""));
    // what the message says goes no further than what is guessed from it
    Prefill guess = MaskedLine.guess(payload.path("message").path("text").asText(""), policy.get());
    Task.Place place = new Task.Place("", "", payload.path("response_url").asText(""));
    accept(sender, trigger, Ids.SHORTCUT, new Task.OpenFilledForm(trigger, guess, place));
    return Answer.ACKNOWLEDGED;
  }

  private static Task.Place place(JsonNode payload) {
    JsonNode container = payload.path("container");
    if (container.path("type").asText("").equals("view")) return Task.Place.HOME;
    return new Task.Place(
        container.path("channel_id").asText(""),
        container.path("message_ts").asText(""),
        payload.path("response_url").asText(""));
  }

  private Answer clicks(Sender sender, JsonNode payload) {
    Task.Place place = place(payload);
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
            case Ids.ASK ->
                new Task.OpenForm(required(payload.path("trigger_id").asText("")), "", place);
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
    refusals.note("foreign");
    return Answer.problem(403, "Forbidden", "Another workspace, another app, or not a person.");
  }

  private static String required(String text) {
    if (text == null || text.isEmpty()) throw new MalformedException();
    return text;
  }
}
