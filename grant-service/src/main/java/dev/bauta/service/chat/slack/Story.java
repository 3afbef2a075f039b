package dev.bauta.service.chat.slack;

import com.slack.api.model.block.LayoutBlock;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Approval;
import dev.bauta.service.access.Closing;
import dev.bauta.service.access.Notice;
import dev.bauta.service.chat.OutboxMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One change of a request as a line: a reply in the card's thread, which so becomes the request's
 * timeline, and a direct message to the requester. Thread-safe.
 */
final class Story {
  private static final int WHY = 1000;

  private final People people;
  private final SlackText text;
  private final String command;

  Story(People people, SlackText text, String command) {
    this.command = command;
    this.people = people;
    this.text = text;
  }

  Rendered forThread(OutboxMessage message) {
    return rendered(sentence(message), message);
  }

  Rendered forRequester(OutboxMessage message) {
    String what =
        SlackText.escaped(message.request().scope().service(), 80)
            + " / "
            + SlackText.escaped(message.request().scope().environment(), 80);
    return rendered("Your request for " + what + ": " + sentence(message), message);
  }

  private Rendered rendered(String sentence, OutboxMessage message) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(Blocks.marked(sentence)));
    why(message).ifPresent(why -> blocks.add(Blocks.section(Blocks.plain(why))));
    return new Rendered(sentence, blocks);
  }

  // what somebody wrote is a block of its own, without formatting
  private Optional<String> why(OutboxMessage message) {
    return switch (message.kind()) {
      case DENIED, REVOKED, ENDED ->
          message.request().closing().map(c -> "Why: " + text.shown(c.why(), WHY));
      default -> Optional.empty();
    };
  }

  private String sentence(OutboxMessage message) {
    AccessRequest request = message.request();
    String at = " " + Words.time(message.at()) + ".";
    return switch (message.kind()) {
      case ASKED ->
          "Asked by "
              + people.shown(request.requester())
              + at
              + " The people named above were told.";
      case PARTLY_APPROVED ->
          "Approved by "
              + by(message)
              + at
              + " "
              + request.agreed()
              + " of "
              + request.approvalsNeeded()
              + " approvals.";
      case APPROVED ->
          "Approved by "
              + by(message)
              + at
              + request.window().map(w -> " It ends " + Words.time(w.until()) + ".").orElse("");
      case ESCALATED ->
          "Nobody has answered, so more people were asked"
              + at
              + " Can decide now: "
              + canDecide(request)
              + ".";
      case ACTIVE -> "Live" + at + " " + confirmed(message.confirmations());
      case DENIED -> "Denied by " + closedBy(request) + at;
      case CANCELLED -> "Cancelled by " + closedBy(request) + at;
      case EXPIRED -> "Expired" + at + " Nobody decided in time.";
      case REVOKED -> "Revoked by " + closedBy(request) + at + seen(message);
      case ENDED -> "Ended" + at + " Everything is masked again." + seen(message);
      case ENDING ->
          request
                  .window()
                  .map(w -> "It ends " + Words.time(w.until()) + ".")
                  .orElse("It ends soon.")
              + " To go on: `"
              + command
              + " extend "
              + request.id()
              + " 15m` and why.";
      case BREAK_GLASS ->
          "🚨 *The glass was broken* by "
              + people.shown(request.requester())
              + at
              + " Nobody was asked."
              + request.window().map(w -> " It ends " + Words.time(w.until()) + ".").orElse("")
              + " It has to be reviewed.";
      case REVIEW_DUE ->
          "🚨 Nobody has reviewed yet why the glass was broken. It should have been done by now.";
      case REVIEWED -> "Reviewed" + at + " The audit log says by whom, and what was found.";
    };
  }

  private String canDecide(AccessRequest request) {
    return request
        .openStage()
        .map(
            stage ->
                stage.approvers().keySet().stream()
                    .limit(20)
                    .map(people::shown)
                    .collect(Collectors.joining(", ")))
        .orElse("nobody");
  }

  private static String confirmed(OutboxMessage.Confirmations confirmations) {
    return confirmations.confirmed()
        + " of "
        + Words.many(confirmations.of(), "agent")
        + (confirmations.of() == 1 ? " has" : " have")
        + " confirmed.";
  }

  private static String seen(OutboxMessage message) {
    return message
        .grant()
        .map(g -> " Shown: " + Words.many(g.revealed(), "value") + ".")
        .orElse("");
  }

  // the row may have moved on since: the approval this notice is about is the last one up to it
  private String by(OutboxMessage message) {
    List<Approval> approvals = message.request().approvals();
    String name =
        approvals.stream()
            .filter(a -> !a.at().isAfter(message.at()))
            .reduce((first, second) -> second)
            .or(() -> approvals.stream().findFirst())
            .map(Approval::person)
            .orElse("nobody");
    return people.shown(name);
  }

  private String closedBy(AccessRequest request) {
    return request.closing().map(Closing::by).map(people::shown).orElse("nobody");
  }

  /** Whether the requester is to be told by a message of its own, and not only by the card. */
  static boolean isNews(Notice.Kind kind) {
    return kind != Notice.Kind.ASKED;
  }
}
