package dev.bauta.service.chat.slack;

import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.AskIn;
import dev.bauta.service.access.GrantRecord;
import dev.bauta.service.access.Kind;
import dev.bauta.service.access.PolicyInForce;
import dev.bauta.service.access.RequestState;
import dev.bauta.service.access.ServicePolicy;
import dev.bauta.service.chat.DeliveryException;
import dev.bauta.service.chat.MessageRef;
import dev.bauta.service.chat.MessageRefs;
import dev.bauta.service.chat.OutboxMessage;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells one change: brings every posted message of the request up to date, and adds what is new.
 * Each post is remembered at once, so that a second try posts only what is missing. Thread-safe.
 */
final class Announcer {
  private static final String CARD = "card";
  private static final String STATUS = "status";
  private static final String DIRECT = "ask:"; // and the user
  // two calls each, within the worker's claim
  private static final int MOST_DIRECT = 20;

  private final SlackSettings settings;
  private final SlackApi api;
  private final People people;
  private final PolicyInForce policy;
  private final Card card;
  private final Story story;

  Announcer(
      SlackSettings settings,
      SlackApi api,
      People people,
      PolicyInForce policy,
      Card card,
      Story story) {
    this.settings = settings;
    this.api = api;
    this.people = people;
    this.policy = policy;
    this.card = card;
    this.story = story;
  }

  void deliver(OutboxMessage message, MessageRefs refs) throws DeliveryException {
    Parts parts = new Parts();
    Optional<String> requester = people.user(message.request().requester());
    Set<String> directly = directly(message.request());
    for (String user : directly) parts.run(() -> askDirectly(message, refs, user));
    parts.run(() -> updateDirect(message, refs, directly));
    if (isForChannel(message, refs, directly)) parts.run(() -> tellApprovers(message, refs));
    if (requester.isPresent()) {
      parts.run(() -> tellRequester(message, refs, requester.get()));
      if (parts.channelFault != null) parts.run(() -> confess(message, refs, requester.get()));
    }
    if (parts.channelFault != null) throw parts.channelFault.forWorker();
    if (parts.otherFault != null) throw parts.otherFault.forWorker();
  }

  /** The Slack users who wait for a card of their own, or have one, as long as they are asked. */
  private Set<String> directly(AccessRequest request) {
    Set<String> users = new LinkedHashSet<>();
    if (askIn(request) == AskIn.CHANNEL) return users;
    request
        .openStage()
        .ifPresent(
            stage ->
                stage.approvers().keySet().stream()
                    .limit(MOST_DIRECT)
                    .forEach(person -> people.user(person).ifPresent(users::add)));
    return users;
  }

  private AskIn askIn(AccessRequest request) {
    return policy
        .get()
        .service(request.scope().service())
        .map(ServicePolicy::askIn)
        .orElse(AskIn.CHANNEL);
  }

  // a broken glass is said aloud; and what nobody could be told directly is told in the channel
  private boolean isForChannel(OutboxMessage message, MessageRefs refs, Set<String> directly) {
    AccessRequest request = message.request();
    return askIn(request) != AskIn.DIRECT
        || request.kind() == Kind.BREAK_GLASS
        || refs.find(CARD).isPresent()
        || (directly.isEmpty() && refs.all().stream().noneMatch(Announcer::isDirect));
  }

  private static boolean isDirect(MessageRef ref) {
    return ref.purpose().startsWith(DIRECT);
  }

  private void askDirectly(OutboxMessage message, MessageRefs refs, String user) throws SlackFault {
    Rendered rendered = card.forApprovers(message.request(), message.grant());
    postOrUpdate(DIRECT + user, api.directChannel(user), rendered, refs, true);
  }

  /** The cards of those who are not asked any more, or have answered. */
  private void updateDirect(OutboxMessage message, MessageRefs refs, Set<String> directly)
      throws SlackFault {
    Rendered rendered = card.forApprovers(message.request(), message.grant());
    for (MessageRef ref : refs.all()) {
      if (isDirect(ref) && !directly.contains(ref.purpose().substring(DIRECT.length())))
        postOrUpdate(ref.purpose(), ref.channel(), rendered, refs, false);
    }
  }

  private void tellApprovers(OutboxMessage message, MessageRefs refs) throws SlackFault {
    AccessRequest request = message.request();
    Rendered rendered = card.forApprovers(request, message.grant());
    boolean open = request.state() == RequestState.PENDING;
    MessageRef posted = postOrUpdate(CARD, settings.channel(), rendered, refs, open);
    String step = "step:" + message.id();
    if (refs.find(step).isPresent()) return;
    Rendered line = story.forThread(message);
    refs.remember(api.post(step, posted.channel(), posted.ts(), line.text(), line.blocks()));
  }

  private void tellRequester(OutboxMessage message, MessageRefs refs, String user)
      throws SlackFault {
    String channel = api.directChannel(user);
    Rendered status = card.forRequester(message.request(), message.grant());
    postOrUpdate(STATUS, channel, status, refs, false);
    String news = "news:" + message.id();
    if (!Story.isNews(message.kind()) || refs.find(news).isPresent()) return;
    Rendered line = story.forRequester(message);
    refs.remember(api.post(news, channel, null, line.text(), line.blocks()));
  }

  // otherwise the requester waits for people who never heard of it
  private void confess(OutboxMessage message, MessageRefs refs, String user) throws SlackFault {
    String purpose = "unreached";
    if (message.request().state() != RequestState.PENDING || refs.find(purpose).isPresent()) return;
    String text =
        "The approvers' channel cannot be reached, so nobody was told of your request yet. It is tried again; an administrator can see why in the service's log.";
    Rendered line = new Rendered(text, java.util.List.of(Blocks.section(Blocks.marked(text))));
    refs.remember(api.post(purpose, api.directChannel(user), null, text, line.blocks()));
  }

  /**
   * @param again whether to post it again if somebody has deleted it
   */
  private MessageRef postOrUpdate(
      String purpose, String channel, Rendered rendered, MessageRefs refs, boolean again)
      throws SlackFault {
    Optional<MessageRef> posted = refs.find(purpose);
    if (posted.isPresent()) {
      try {
        api.update(posted.get(), rendered.text(), rendered.blocks());
        return posted.get();
      } catch (SlackFault e) {
        if (!e.is("message_not_found")) throw e;
        if (!again) return posted.get();
      }
    }
    MessageRef ref = api.post(purpose, channel, null, rendered.text(), rendered.blocks());
    refs.remember(ref);
    return ref;
  }

  /** Brings a card up to date outside the outbox, wherever it is. */
  void refresh(MessageRef where, AccessRequest request, Optional<GrantRecord> grant)
      throws SlackFault {
    Rendered rendered = card.forApprovers(request, grant);
    api.update(where, rendered.text(), rendered.blocks());
  }

  @FunctionalInterface
  private interface Part {
    void run() throws SlackFault;
  }

  /** One part's fault does not keep the others from being told, unless Slack itself is away. */
  private static final class Parts {
    private SlackFault channelFault;
    private SlackFault otherFault;

    void run(Part part) throws DeliveryException {
      try {
        part.run();
      } catch (SlackFault e) {
        if (e.isOutage()) throw e.forWorker();
        if (e.isAboutChannel()) channelFault = e;
        else otherFault = e;
      }
    }
  }
}
