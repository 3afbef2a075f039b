package dev.bauta.service.chat.slack;

import dev.bauta.service.chat.ChatPlatform;
import dev.bauta.service.chat.ChatServices;
import dev.bauta.service.chat.DeliveryException;
import dev.bauta.service.chat.InboxEntry;
import dev.bauta.service.chat.MessageRefs;
import dev.bauta.service.chat.OutboxMessage;
import io.javalin.config.JavalinConfig;
import java.util.function.UnaryOperator;

/** One Slack workspace, over HTTP. Thread-safe. */
final class SlackPlatform implements ChatPlatform {
  static final String NAME = "slack";
  static final String PATH = "/slack/events";

  private final SlackApi api;
  private final SlackEndpoint endpoint;
  private final TaskWork work;
  private final Announcer announcer;

  SlackPlatform(SlackSettings settings, ChatServices services, UnaryOperator<String> hidePersonal) {
    People people = new People(services.directory(), settings.team());
    SlackText text = new SlackText(hidePersonal);
    Card card = new Card(people, text);
    this.api = new SlackApi(settings, services.clock());
    this.announcer =
        new Announcer(
            settings,
            api,
            people,
            services.policy(),
            card,
            new Story(people, text, settings.command()));
    this.work = new TaskWork(settings, services, api, people, announcer);
    this.endpoint = new SlackEndpoint(settings, services, people);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void routes(JavalinConfig config) {
    config.routes.post(PATH, endpoint::handle);
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
    api.close();
  }
}
