package dev.bauta.service.chat.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.TextObject;
import dev.bauta.grants.Scope;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Approval;
import dev.bauta.service.access.Closing;
import dev.bauta.service.access.GrantRecord;
import dev.bauta.service.access.Kind;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.access.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One request as a message, rendered from what is stored and from nothing else. Thread-safe.
 *
 * <p>What people wrote stands in plain text blocks: it cannot be bold, a link, a mention, or a line
 * that looks like one of ours.
 */
final class Card {
  private static final int USER_TEXT = 1000;
  private static final int SHORT = 300;

  private final People people;
  private final SlackText text;
  private final Function<AccessRequest, ? extends Map<String, Long>> lastHour;

  /**
   * @param lastHour how much of what a request names was masked in the last hour, by type
   */
  Card(
      People people,
      SlackText text,
      Function<AccessRequest, ? extends Map<String, Long>> lastHour) {
    this.lastHour = lastHour;
    this.people = people;
    this.text = text;
  }

  /** For the approvers: with buttons as long as there is something to decide. */
  Rendered forApprovers(AccessRequest request, Optional<GrantRecord> grant) {
    List<LayoutBlock> blocks = facts(request);
    blocks.add(Blocks.section(Blocks.marked(standing(request, grant))));
    if (request.state() == RequestState.PENDING) {
      blocks.add(Blocks.context(Blocks.marked(wouldHaveShown(request))));
      blocks.add(
          Blocks.actions(
              Blocks.button(Ids.APPROVE, "Approve", "primary", request.id()),
              Blocks.button(Ids.NARROW, "Approve with changes", null, request.id()),
              Blocks.button(Ids.DENY, "Deny", "danger", request.id())));
      blocks.add(Blocks.context(Blocks.marked("Can decide: " + approvers(request))));
    }
    blocks.add(Blocks.context(Blocks.marked(SlackText.escaped(request.id(), SHORT))));
    return new Rendered(summary(request), blocks);
  }

  /**
   * For the requester: with a button to take it back as long as there is something to take back.
   */
  Rendered forRequester(AccessRequest request, Optional<GrantRecord> grant) {
    List<LayoutBlock> blocks = facts(request);
    blocks.add(Blocks.section(Blocks.marked(standing(request, grant))));
    if (!request.state().over()) {
      String label = request.state() == RequestState.PENDING ? "Cancel request" : "End it now";
      blocks.add(Blocks.actions(Blocks.button(Ids.TAKE_BACK, label, null, request.id())));
    }
    if (request.state() == RequestState.PENDING)
      blocks.add(Blocks.context(Blocks.marked("Can decide: " + approvers(request))));
    blocks.add(Blocks.context(Blocks.marked(SlackText.escaped(request.id(), SHORT))));
    return new Rendered(summary(request), blocks);
  }

  private List<LayoutBlock> facts(AccessRequest request) {
    Scope scope = request.scope();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Blocks.header(
            "Unmask "
                + SlackText.escaped(scope.service(), 60)
                + " / "
                + SlackText.escaped(scope.environment(), 60)));
    List<TextObject> fields = new ArrayList<>();
    fields.add(fact("Who", people.shown(request.requester())));
    fields.add(fact("Data types", Words.list(scope.types(), USER_TEXT)));
    fields.add(fact("Where", Words.list(scope.sinks(), SHORT)));
    fields.add(fact("How long", Words.many(request.duration().toMinutes(), "minute")));
    fields.add(fact("At most", Words.many(request.maxReveals(), "value")));
    fields.add(
        written(
            "Customer or trace",
            scope.subject().map(s -> text.shown(s, SHORT)).orElse("all of them")));
    fields.add(
        written(
            "Fields",
            scope.fields().isAny()
                ? "all of those types"
                : text.shown(String.join(", ", new TreeSet<>(scope.fields().names())), SHORT)));
    request.ticket().ifPresent(t -> fields.add(written("Ticket", text.shown(t, SHORT))));
    blocks.add(Blocks.fields(fields));
    blocks.add(Blocks.section(written("Why", text.shown(request.reason(), USER_TEXT))));
    if (request.kind() == Kind.BREAK_GLASS)
      blocks.add(
          Blocks.section(
              Blocks.marked("🚨 *The glass was broken*: nobody was asked. To be reviewed.")));
    request
        .follows()
        .ifPresent(
            before ->
                blocks.add(
                    Blocks.context(
                        Blocks.marked("Goes on from " + SlackText.escaped(before, SHORT)))));
    return blocks;
  }

  /** What there is to see: a request for a lot should look like one. */
  private String wouldHaveShown(AccessRequest request) {
    Map<String, Long> masked = lastHour.apply(request);
    if (masked.isEmpty()) return "In the last hour: nothing of these types was masked there.";
    String counts =
        masked.entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "%,d ", e.getValue()) + e.getKey())
            .collect(Collectors.joining(", "));
    boolean narrower = request.scope().subject().isPresent() || !request.scope().fields().isAny();
    return "In the last hour, masked there: "
        + SlackText.escaped(counts, USER_TEXT)
        + (narrower ? " (of all customers and fields)." : ".");
  }

  private static TextObject fact(String name, String ours) {
    return Blocks.marked("*" + name + "*\n" + ours);
  }

  private static TextObject written(String name, String theirs) {
    return Blocks.plain(name + ": " + theirs);
  }

  /** One line: what has become of it. */
  private String standing(AccessRequest request, Optional<GrantRecord> grant) {
    return switch (request.state()) {
      case PENDING ->
          "⏳ *Waiting* for "
              + Words.many(request.approvalsMissing(), "approval")
              + agreed(request)
              + ", until "
              + Words.time(request.decideBy());
      case APPROVED -> "✅ *Approved* by " + agreedBy(request) + until(request);
      case ACTIVE -> "✅ *Live*, approved by " + agreedBy(request) + until(request);
      case ENDED ->
          "⌛ *Ended* " + closing(request) + ", approved by " + agreedBy(request) + shown(grant);
      case DENIED -> "❌ *Denied* by " + closedBy(request) + " " + closing(request);
      case CANCELLED -> "↩️ *Cancelled* by " + closedBy(request) + " " + closing(request);
      case EXPIRED -> "⌛ *Expired* " + closing(request) + ": nobody decided in time";
      case REVOKED ->
          "⛔ *Revoked* by "
              + closedBy(request)
              + " "
              + closing(request)
              + ", approved by "
              + agreedBy(request)
              + shown(grant);
    };
  }

  private String agreed(AccessRequest request) {
    return request.agreed() == 0 ? "" : " more (approved by " + agreedBy(request) + ")";
  }

  private String agreedBy(AccessRequest request) {
    return request.approvals().stream()
        .map(Approval::person)
        .map(people::shown)
        .collect(Collectors.joining(", "));
  }

  private static String until(AccessRequest request) {
    return request.window().map(w -> ", until " + Words.time(w.until())).orElse("");
  }

  private String closedBy(AccessRequest request) {
    return request.closing().map(Closing::by).map(people::shown).orElse("");
  }

  private static String closing(AccessRequest request) {
    return request.closing().map(c -> Words.time(c.at())).orElse("");
  }

  static String shown(Optional<GrantRecord> grant) {
    return grant.map(g -> ". Shown: " + Words.many(g.revealed(), "value")).orElse("");
  }

  /** Whom the request waits for now, and why them, so that the requester sees who was told. */
  String approvers(AccessRequest request) {
    Map<String, String> asked = request.openStage().map(Stage::approvers).orElse(new TreeMap<>());
    String shown =
        asked.entrySet().stream()
            .filter(entry -> !request.approvers().contains(entry.getKey()))
            .limit(20)
            .map(entry -> asked(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    return shown.isEmpty() ? "nobody (the policy names no other approver)" : shown;
  }

  private String asked(String person, String why) {
    return people.shown(person) + " (" + SlackText.escaped(why, 80) + ")";
  }

  private String summary(AccessRequest request) {
    Scope scope = request.scope();
    String all =
        request.requester()
            + " asks to see "
            + String.join(", ", new TreeSet<>(scope.types()))
            + " in "
            + scope.service()
            + " / "
            + scope.environment()
            + " ("
            + request.state().name().toLowerCase(java.util.Locale.ROOT)
            + ")";
    return SlackText.escaped(all, Blocks.FALLBACK);
  }
}
