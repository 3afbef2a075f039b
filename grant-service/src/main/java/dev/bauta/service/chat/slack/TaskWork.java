package dev.bauta.service.chat.slack;

import com.slack.api.model.view.View;
import dev.bauta.grants.Selection;
import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.AlreadyDecidedException;
import dev.bauta.service.access.ChatAccount;
import dev.bauta.service.access.Narrowing;
import dev.bauta.service.access.NewRequest;
import dev.bauta.service.access.RefusedException;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.access.Role;
import dev.bauta.service.chat.ChatServices;
import dev.bauta.service.chat.DeliveryException;
import dev.bauta.service.chat.InboxEntry;
import dev.bauta.service.chat.MessageRef;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what was accepted: opens forms, files requests, decides. Whatever is refused is recorded by
 * the use case, and then told to the user. Doing an entry twice does it once. Thread-safe.
 */
final class TaskWork {
  private static final Logger LOG = LoggerFactory.getLogger(TaskWork.class);
  private static final Narrowing NOTHING =
      new Narrowing(Optional.of(0), Optional.empty(), Optional.empty());
  private static final String TOO_LATE =
      "That took too long: Slack lets a form open for three seconds only. Please try again.";

  private final SlackSettings settings;
  private final ChatServices services;
  private final SlackApi api;
  private final People people;
  private final Announcer announcer;
  private final Whisper whisper;
  private final CommandWork commands;
  private final RequestForm requestForm;
  private final Home home;

  TaskWork(
      SlackSettings settings,
      ChatServices services,
      SlackApi api,
      People people,
      Home home,
      Announcer announcer) {
    this.settings = settings;
    this.services = services;
    this.api = api;
    this.people = people;
    this.home = home;
    this.announcer = announcer;
    this.whisper = new Whisper(settings, api, services.clock());
    this.commands = new CommandWork(services, settings.command());
    this.requestForm = new RequestForm(services.policy());
  }

  void handle(InboxEntry entry) throws DeliveryException {
    Actor actor = people.actor(entry.team(), entry.user());
    try {
      Task task = parsed(entry);
      run(entry, task, actor);
      refreshHome(entry, task, actor);
    } catch (SlackFault e) {
      throw e.forWorker();
    }
  }

  // a click on the home is seen there; in a message it is the message that changes
  private void refreshHome(InboxEntry entry, Task task, Actor actor) throws SlackFault {
    boolean clicked =
        task instanceof Task.Approval a && a.place().equals(Task.Place.HOME)
            || task instanceof Task.TakeBack t && t.place().equals(Task.Place.HOME);
    if (clicked) showHome(entry, actor);
  }

  private static Task parsed(InboxEntry entry) throws DeliveryException {
    try {
      return Task.parse(entry.payload());
    } catch (IllegalArgumentException e) {
      throw DeliveryException.never(e.getMessage());
    }
  }

  private void run(InboxEntry entry, Task task, Actor actor) throws SlackFault {
    if (task instanceof Task.OpenForm t)
      openForm(entry, t.trigger(), Prefill.service(t.text()), t.place(), actor);
    else if (task instanceof Task.OpenFilledForm t)
      openForm(entry, t.trigger(), t.prefill(), t.place(), actor);
    else if (task instanceof Task.Home) showHome(entry, actor);
    else if (task instanceof Task.AskFor t) ask(entry, t, actor);
    else if (task instanceof Task.Approval t) approve(entry, t, actor);
    else if (task instanceof Task.OpenNarrowing t) openNarrowing(entry, t, actor);
    else if (task instanceof Task.LesserApproval t) approveLess(entry, t, actor);
    else if (task instanceof Task.OpenDenial t) openDenial(entry, t, actor);
    else if (task instanceof Task.Denial t) deny(entry, t, actor);
    else if (task instanceof Task.TakeBack t) takeBack(entry, t, actor);
    else if (task instanceof Task.Command t) command(entry, t, actor);
    else if (task instanceof Task.Say t) whisper.say(entry, t);
  }

  private void showHome(InboxEntry entry, Actor actor) throws SlackFault {
    api.publish(entry.user(), home.view(actor, Matters.of(services, actor)));
  }

  private void openForm(
      InboxEntry entry, String trigger, Prefill prefill, Task.Place place, Actor actor)
      throws SlackFault {
    if (!actor.has(Role.REQUESTER)) {
      // asking for nothing: refused for who it is, and recorded
      refusable(entry, place, () -> services.ask().ask(actor, nothing()));
    } else if (services.policy().get().services().isEmpty()) {
      tell(entry, place, "No service is configured to ask for.");
    } else {
      open(entry, trigger, requestForm.view(prefill), place);
    }
  }

  private void command(InboxEntry entry, Task.Command task, Actor actor) {
    refusable(
        entry,
        task.place(),
        () ->
            tell(
                entry,
                task.place(),
                commands.answer(
                    actor,
                    new ChatAccount(SlackPlatform.NAME, entry.team(), entry.user()),
                    Typed.parse(task.text()),
                    task.id())));
  }

  private static NewRequest nothing() {
    return new NewRequest(
        "",
        "",
        Set.of(),
        Set.of(),
        Selection.of(Set.of()),
        Optional.empty(),
        "",
        0,
        Optional.empty(),
        Optional.empty());
  }

  private void ask(InboxEntry entry, Task.AskFor task, Actor actor) {
    refusable(
        entry,
        Task.Place.NOWHERE,
        () -> services.ask().ask(actor, task.form().wanted(), task.id()));
  }

  private void approve(InboxEntry entry, Task.Approval task, Actor actor) {
    if (entry.attempt() > 1 && hasAgreed(task.request(), actor, entry.receivedAt())) return;
    refusable(
        entry,
        task.place(),
        () -> services.approve().approve(actor, task.request(), Narrowing.NONE));
  }

  private void openNarrowing(InboxEntry entry, Task.OpenNarrowing task, Actor actor)
      throws SlackFault {
    Optional<AccessRequest> open = decidable(task.request(), actor);
    if (open.isPresent()) {
      open(entry, task.trigger(), NarrowingForm.view(open.get()), task.place());
    } else {
      // refused and recorded; were it not refused, no minutes at all would be
      refusable(
          entry, task.place(), () -> services.approve().approve(actor, task.request(), NOTHING));
    }
  }

  private void approveLess(InboxEntry entry, Task.LesserApproval task, Actor actor) {
    if (entry.attempt() > 1 && hasAgreed(task.request(), actor, entry.receivedAt())) return;
    Narrowing narrowing =
        new Narrowing(
            Optional.of(task.minutes()),
            Optional.of(Set.copyOf(task.types())),
            Optional.of(task.subject()));
    refusable(
        entry,
        approversChannel(),
        () -> services.approve().approve(actor, task.request(), narrowing));
  }

  // the buttons are in the approvers' channel, so that is where the answer is looked for
  private Task.Place approversChannel() {
    return new Task.Place(settings.channel(), "", "");
  }

  private void openDenial(InboxEntry entry, Task.OpenDenial task, Actor actor) throws SlackFault {
    if (decidable(task.request(), actor).isPresent()) {
      open(entry, task.trigger(), DenialForm.view(task.request()), task.place());
    } else {
      // nothing that keeps them from it can change back, so this is refused, and recorded
      refusable(
          entry,
          task.place(),
          () -> services.deny().deny(actor, task.request(), "refused before a reason was asked"));
    }
  }

  /** The request, if this person may decide it. */
  private Optional<AccessRequest> decidable(String id, Actor actor) {
    Instant now = services.clock().instant();
    return services
        .store()
        .request(id, now)
        .filter(r -> r.state() == RequestState.PENDING && now.isBefore(r.decideBy()))
        .filter(r -> !r.requester().equals(actor.name()))
        .filter(r -> actor.has(Role.APPROVER) && r.asks(actor.name()));
  }

  private void deny(InboxEntry entry, Task.Denial task, Actor actor) {
    if (entry.attempt() > 1 && hasClosed(task.request(), actor, entry.receivedAt())) return;
    refusable(
        entry, approversChannel(), () -> services.deny().deny(actor, task.request(), task.why()));
  }

  private void takeBack(InboxEntry entry, Task.TakeBack task, Actor actor) {
    if (entry.attempt() > 1 && hasClosed(task.request(), actor, entry.receivedAt())) return;
    boolean live =
        services.store().request(task.request()).filter(r -> r.state().live()).isPresent();
    Runnable decision =
        live
            ? () -> services.revoke().revoke(actor, task.request(), "no longer needed")
            : () -> services.cancel().cancel(actor, task.request());
    refusable(entry, task.place(), decision);
  }

  private boolean hasAgreed(String id, Actor actor, Instant since) {
    return services.store().request(id).stream()
        .flatMap(r -> r.approvals().stream())
        .anyMatch(a -> a.person().equals(actor.name()) && !a.at().isBefore(since));
  }

  private boolean hasClosed(String id, Actor actor, Instant since) {
    return services
        .store()
        .request(id)
        .flatMap(AccessRequest::closing)
        .filter(c -> c.by().equals(actor.name()) && !c.at().isBefore(since))
        .isPresent();
  }

  private void open(InboxEntry entry, String trigger, View view, Task.Place place)
      throws SlackFault {
    try {
      api.open(trigger, view);
    } catch (SlackFault e) {
      if (e.is(SlackFault.EXPIRED_TRIGGER)) tell(entry, place, TOO_LATE);
      // used up by an earlier try, whose answer never came: the form is open
      else if (!e.is(SlackFault.EXCHANGED_TRIGGER)) throw e;
    }
  }

  private void refusable(InboxEntry entry, Task.Place place, Runnable decision) {
    try {
      decision.run();
    } catch (AlreadyDecidedException e) {
      tell(entry, place, e.getMessage());
      refresh(place, e.request());
    } catch (RefusedException e) {
      tell(entry, place, e.getMessage());
    }
  }

  // a card that was posted, and then forgotten in a crash, loses its buttons at the first click
  private void refresh(Task.Place place, AccessRequest request) {
    // Slack's direct channels begin with a D; ours is the approvers'
    if (place.ts().isEmpty()
        || !(place.channel().equals(settings.channel()) || place.channel().startsWith("D"))) return;
    services
        .store()
        .request(request.id())
        .ifPresent(
            stored -> {
              try {
                announcer.refresh(
                    new MessageRef("clicked", place.channel(), place.ts()),
                    stored,
                    services.store().grant(stored.grantId()));
              } catch (SlackFault e) {
                LOG.info("the clicked card is left as it is: {}", e.getMessage());
              }
            });
  }

  private void tell(InboxEntry entry, Task.Place place, String text) {
    Task.Say say = new Task.Say(SlackText.lines(text, Blocks.FALLBACK), place);
    services
        .inbox()
        .accept(
            new InboxEntry(
                SlackPlatform.NAME,
                entry.team(),
                entry.user(),
                entry.actionTime(),
                "say " + entry.actionId(),
                say.toJson(),
                services.clock().instant(),
                0));
  }
}
