package dev.bauta.service.chat.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The app's home: a person's own requests, and what waits for that person. Thread-safe. */
final class Home {
  // three blocks each, of the hundred that a view may have, in two lists
  private static final int MOST = 15;
  private static final int REASON = 300;

  private final People people;
  private final SlackText text;
  private final String command;

  Home(People people, SlackText text, String command) {
    this.people = people;
    this.text = text;
    this.command = command;
  }

  View view(Actor actor, Matters matters) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (actor.roles().isEmpty()) {
      blocks.add(Blocks.section(Blocks.marked(STRANGER)));
      return View.builder().type("home").blocks(blocks).build();
    }
    if (actor.has(Role.REQUESTER)) {
      blocks.add(
          Blocks.section(
              Blocks.marked(
                  "Ask to see masked values for a while; somebody else decides. `"
                      + command
                      + " help` says what can be typed.")));
      blocks.add(Blocks.named("ask", Blocks.button(Ids.ASK, "Ask to unmask", "primary", "form")));
    }
    section(blocks, "Waiting for you", matters.waiting(), true);
    section(blocks, "Yours", matters.own(), false);
    return View.builder().type("home").blocks(blocks).build();
  }

  private static final String STRANGER =
      "You are not known to the grant service. An administrator can add your Slack account to a person there.";

  private void section(
      List<LayoutBlock> blocks, String title, List<AccessRequest> requests, boolean toDecide) {
    blocks.add(Blocks.header(title));
    if (requests.isEmpty()) blocks.add(Blocks.context(Blocks.marked("Nothing.")));
    for (AccessRequest request : requests.subList(0, Math.min(MOST, requests.size()))) {
      blocks.add(Blocks.section(Blocks.marked(line(request))));
      blocks.add(Blocks.context(Blocks.plain("Why: " + text.shown(request.reason(), REASON))));
      blocks.add(toDecide ? decide(request) : takeBack(request));
    }
    if (requests.size() > MOST)
      blocks.add(Blocks.context(Blocks.marked("... and " + (requests.size() - MOST) + " more")));
  }

  private static LayoutBlock decide(AccessRequest request) {
    return Blocks.named(
        "decide " + request.id(),
        Blocks.button(Ids.APPROVE, "Approve", "primary", request.id()),
        Blocks.button(Ids.NARROW, "Approve with changes", null, request.id()),
        Blocks.button(Ids.DENY, "Deny", "danger", request.id()));
  }

  private static LayoutBlock takeBack(AccessRequest request) {
    String label = request.state() == RequestState.PENDING ? "Cancel request" : "End it now";
    return Blocks.named(
        "own " + request.id(), Blocks.button(Ids.TAKE_BACK, label, null, request.id()));
  }

  private String line(AccessRequest request) {
    return "*"
        + SlackText.escaped(request.scope().service(), 60)
        + " / "
        + SlackText.escaped(request.scope().environment(), 60)
        + "* "
        + SlackText.escaped(String.join(", ", new TreeSet<>(request.scope().types())), 300)
        + "\n"
        + people.shown(request.requester())
        + ", "
        + Words.many(request.duration().toMinutes(), "minute")
        + ", "
        + request
            .window()
            .map(w -> "live until " + Words.time(w.until()))
            .orElseGet(() -> "waiting until " + Words.time(request.decideBy()))
        + "\n"
        + SlackText.escaped(request.id(), 100);
  }
}
