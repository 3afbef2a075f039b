package dev.bauta.service.chat.slack;

import dev.bauta.grants.Selection;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.ChatAccount;
import dev.bauta.service.access.NewRequest;
import dev.bauta.service.access.RefusedException;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.access.Role;
import dev.bauta.service.access.ServicePolicy;
import dev.bauta.service.chat.ChatServices;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Does what was typed, and says what came of it, to nobody but who typed it. Thread-safe. */
final class CommandWork {
  private static final int MOST = 20;

  private final ChatServices services;
  private final String command;

  CommandWork(ChatServices services, String command) {
    this.services = services;
    this.command = command;
  }

  /**
   * @param account the Slack user who typed it
   * @param id the random part of what is made, drawn before: a second try makes nothing twice
   * @return the answer
   * @throws RefusedException with what to tell instead
   */
  String answer(Actor actor, ChatAccount account, Typed typed, String id) {
    if (typed instanceof Typed.Link)
      return services
          .linking()
          .map(linking -> linking.apply(account))
          .orElse("People cannot sign in here; an administrator adds Slack accounts to people.");
    if (typed instanceof Typed.Mine) return mine(actor);
    if (typed instanceof Typed.Status status) return status(actor, status.id());
    if (typed instanceof Typed.TakeBack back) return takeBack(actor, back);
    if (typed instanceof Typed.Longer longer) return longer(actor, longer, id);
    if (typed instanceof Typed.Line line) return line(actor, line, id);
    if (typed instanceof Typed.Wrong wrong) return wrong.remedy();
    return Words.help(command);
  }

  private String mine(Actor actor) {
    Matters matters = Matters.of(services, actor);
    return section("Yours", lines(matters.own()))
        + "\n"
        + section("Waiting for you", lines(matters.waiting()));
  }

  private static List<String> lines(List<AccessRequest> requests) {
    return requests.stream().map(CommandWork::line).toList();
  }

  private static String section(String title, List<String> lines) {
    if (lines.isEmpty()) return title + ": nothing.";
    String rest = lines.size() > MOST ? "\n... and " + (lines.size() - MOST) + " more" : "";
    return title + ":\n" + String.join("\n", lines.subList(0, Math.min(MOST, lines.size()))) + rest;
  }

  private static String line(AccessRequest request) {
    return request.id()
        + " "
        + request.state().name().toLowerCase(java.util.Locale.ROOT)
        + " "
        + request.scope().service()
        + "/"
        + request.scope().environment()
        + " "
        + String.join(",", new java.util.TreeSet<>(request.scope().types()))
        + " "
        + request.requester()
        + request.window().map(w -> " until " + w.until()).orElse("");
  }

  private String status(Actor actor, String id) {
    AccessRequest request = visible(actor, id);
    StringBuilder text = new StringBuilder(line(request));
    request
        .openStage()
        .ifPresent(
            stage ->
                text.append("\nWaits for ")
                    .append(request.approvalsMissing())
                    .append(" of: ")
                    .append(String.join(", ", stage.approvers().keySet())));
    if (!request.approvers().isEmpty())
      text.append("\nApproved by ").append(String.join(", ", request.approvers()));
    services
        .store()
        .grant(request.grantId())
        .ifPresent(grant -> text.append("\nShown: ").append(Words.many(grant.revealed(), "value")));
    request.closing().ifPresent(end -> text.append("\nClosed by ").append(end.by()));
    return text.toString();
  }

  /** Somebody else's business is not found, whether it is there or not. */
  private AccessRequest visible(Actor actor, String id) {
    return request(id)
        .filter(
            r ->
                r.requester().equals(actor.name())
                    || r.asks(actor.name())
                    || actor.has(Role.AUDITOR)
                    || actor.has(Role.ADMIN))
        .orElseThrow(() -> RefusedException.unknown("There is no such request of yours."));
  }

  private Optional<AccessRequest> request(String id) {
    return services.store().request(id.replaceFirst("^grant-", "req-"), services.clock().instant());
  }

  private String takeBack(Actor actor, Typed.TakeBack back) {
    AccessRequest request = visible(actor, back.id());
    if (request.state() == RequestState.PENDING)
      return line(services.cancel().cancel(actor, request.id()));
    String why = back.why().isBlank() ? "no longer needed" : back.why();
    return line(services.revoke().revoke(actor, request.id(), why));
  }

  private String longer(Actor actor, Typed.Longer longer, String id) {
    return "Asked for: "
        + line(services.extend().extend(actor, longer.id(), longer.minutes(), longer.why(), id));
  }

  private String line(Actor actor, Typed.Line typed, String id) {
    NewRequest wanted = wanted(typed.asked());
    return typed.breaksGlass()
        ? "The glass is broken: " + line(services.breakGlass().take(actor, wanted, id))
        : "Asked for: " + line(services.ask().ask(actor, wanted, id));
  }

  private NewRequest wanted(Typed.AskedLine asked) {
    Optional<ServicePolicy> service = services.policy().get().service(asked.service());
    return new NewRequest(
        asked.service(),
        asked.environment().or(() -> service.flatMap(CommandWork::only)).orElse(""),
        service.map(ServicePolicy::sinks).orElse(Set.of()),
        Set.copyOf(new java.util.HashSet<>(asked.types())),
        Selection.any(),
        asked.subject(),
        asked.reason(),
        asked.minutes(),
        asked.ticket(),
        Optional.empty());
  }

  private static Optional<String> only(ServicePolicy service) {
    return service.environments().size() == 1
        ? service.environments().stream().findFirst()
        : Optional.empty();
  }
}
