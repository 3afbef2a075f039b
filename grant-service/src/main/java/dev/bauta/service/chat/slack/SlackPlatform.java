package dev.bauta.service.chat.slack;

import dev.bauta.service.access.ChatAccount;
import dev.bauta.service.chat.ChatPlatform;
import dev.bauta.service.chat.ChatServices;
import dev.bauta.service.chat.DeliveryException;
import dev.bauta.service.chat.Inbox;
import dev.bauta.service.chat.InboxEntry;
import dev.bauta.service.chat.MessageRefs;
import dev.bauta.service.chat.OutboxMessage;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One Slack workspace, over HTTP, a socket, or both. Thread-safe. */
final class SlackPlatform implements ChatPlatform {
  static final String NAME = "slack";
  private static final Duration HOUR = Duration.ofHours(1);
  static final String PATH = "/slack/events";

  private final SlackApi api;
  private final Optional<SlackEndpoint> endpoint;
  private final Optional<SocketLine> socket;
  private final TaskWork work;
  private final Announcer announcer;
  private final Inbox inbox;
  private final Clock clock;

  SlackPlatform(SlackSettings settings, ChatServices services, UnaryOperator<String> hidePersonal) {
    People people = new People(services.directory(), settings.team());
    SlackText text = new SlackText(hidePersonal);
    Card card =
        new Card(
            people,
            text,
            request ->
                services.store().masked(request.scope(), services.clock().instant().minus(HOUR)));
    this.inbox = services.inbox();
    this.clock = services.clock();
    this.api = new SlackApi(settings, services.clock());
    this.announcer =
        new Announcer(
            settings,
            api,
            people,
            services.policy(),
            card,
            new Story(people, text, settings.command()));
    Home home = new Home(people, text, settings.command());
    this.work = new TaskWork(settings, services, api, people, home, announcer);
    Refusals refusals = new Refusals(services.store(), services.clock());
    Reception reception = new Reception(settings, services, people, refusals);
    this.endpoint =
        settings
            .signingSecret()
            .map(secret -> new SlackEndpoint(secret, services, reception, refusals));
    this.socket = settings.appToken().map(token -> new SocketLine(settings, api, reception));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void routes(JavalinConfig config) {
    endpoint.ifPresent(slack -> config.routes.post(PATH, slack::handle));
  }

  // through the inbox: told once it can be, also when Slack is away now
  @Override
  public void linked(ChatAccount account, String person) {
    Task.Say say =
        new Task.Say(
            "This account is connected with "
                + SlackText.escaped(person, 80)
                + " from now on. If you did not do that, tell your administrators at once.",
            Task.Place.NOWHERE);
    inbox.accept(
        new InboxEntry(
            NAME,
            account.team(),
            account.user(),
            Ids.random(),
            "linked",
            say.toJson(),
            clock.instant(),
            0));
  }

  @Override
  public void start() {
    socket.ifPresent(SocketLine::start);
  }

  @Override
  public void deliver(OutboxMessage message, MessageRefs refs) throws DeliveryException {
    announcer.deliver(message, refs);
  }

  @Override
  public void handle(InboxEntry entry) throws DeliveryException {
    work.handle(entry);
  }

  @Override
  public void close() {
    socket.ifPresent(SocketLine::close);
    api.close();
  }
}
