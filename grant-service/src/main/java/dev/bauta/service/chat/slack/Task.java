package dev.bauta.service.chat.slack;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/**
 * What is to be done after the answer. Holds all that is needed, so that it can be done after a
 * restart, by another instance, or twice.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Task.OpenForm.class, name = "open-form"),
  @JsonSubTypes.Type(value = Task.OpenFilledForm.class, name = "open-filled-form"),
  @JsonSubTypes.Type(value = Task.Home.class, name = "home"),
  @JsonSubTypes.Type(value = Task.AskFor.class, name = "ask"),
  @JsonSubTypes.Type(value = Task.Approval.class, name = "approve"),
  @JsonSubTypes.Type(value = Task.OpenNarrowing.class, name = "open-narrowing"),
  @JsonSubTypes.Type(value = Task.LesserApproval.class, name = "approve-less"),
  @JsonSubTypes.Type(value = Task.OpenDenial.class, name = "open-denial"),
  @JsonSubTypes.Type(value = Task.Denial.class, name = "deny"),
  @JsonSubTypes.Type(value = Task.TakeBack.class, name = "take-back"),
  @JsonSubTypes.Type(value = Task.Command.class, name = "command"),
  @JsonSubTypes.Type(value = Task.Say.class, name = "say")
})
sealed interface Task {
  JsonMapper JSON = JsonMapper.builder().build();

  /** Show the form for a request. */
  record OpenForm(String trigger, String text, Place place) implements Task {}

  /** Show the form with what a masked line tells. */
  record OpenFilledForm(String trigger, Prefill prefill, Place place) implements Task {}

  /** Show the app's home, as it is now. */
  record Home() implements Task {}

  /**
   * File the request that was filled in.
   *
   * @param id the random part of the request's id, drawn before the answer: a second try files
   *     nothing twice
   */
  record AskFor(String id, FilledForm form) implements Task {}

  /** Approve, as a button was pressed. */
  record Approval(String request, Place place) implements Task {}

  /** Ask what an approver wants to take away. */
  record OpenNarrowing(String request, String trigger, Place place) implements Task {}

  /**
   * Approve less than was asked for, as the form was filled in.
   *
   * @param subject empty for the one that was asked for, if any
   */
  record LesserApproval(String request, int minutes, List<String> types, String subject)
      implements Task {}

  /** Ask for the reason of a denial. */
  record OpenDenial(String request, String trigger, Place place) implements Task {}

  /** Deny, as the reason was given. */
  record Denial(String request, String why) implements Task {}

  /** The requester's own button: cancel while it is pending, end the grant while it is live. */
  record TakeBack(String request, Place place) implements Task {}

  /**
   * Do what was typed behind the command.
   *
   * @param id the random part of what is made
   */
  record Command(String id, String text, Place place) implements Task {}

  /**
   * Tell the user something, to nobody else. A task of its own, so that telling can be tried again
   * without deciding again.
   */
  record Say(String text, Place place) implements Task {}

  /** Where a button was pressed, and where to answer; good for an answer, never for a decision. */
  record Place(String channel, String ts, String responseUrl) {
    static final Place NOWHERE = new Place("", "", "");
    static final Place HOME = new Place("home", "", "");
  }

  default String toJson() {
    try {
      return JSON.writerFor(Task.class).writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a task is plain text", e);
    }
  }

  static Task parse(String json) {
    try {
      return JSON.readValue(json, Task.class);
    } catch (JsonProcessingException e) {
      // no cause: it may quote what somebody typed
      throw new IllegalArgumentException("not a task of this version");
    }
  }
}
