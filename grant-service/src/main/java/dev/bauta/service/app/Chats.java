package dev.bauta.service.app;

import dev.bauta.service.access.AccessRequest;
import dev.bauta.service.access.ChatAccount;
import dev.bauta.service.access.Notice;
import dev.bauta.service.chat.ChatPlatform;
import dev.bauta.service.chat.ChatPlatformProvider;
import dev.bauta.service.chat.ChatServices;
import dev.bauta.service.chat.DeliveryException;
import dev.bauta.service.chat.InboxEntry;
import dev.bauta.service.chat.OutboxMessage;
import dev.bauta.service.chat.WorkQueue;
import dev.bauta.service.chat.Worker;
import dev.bauta.service.http.Fleet;
import dev.bauta.service.store.Database;
import dev.bauta.service.store.InboxRows;
import dev.bauta.service.store.JdbiStore;
import dev.bauta.service.store.OutboxRows;
import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/**
 * The configured chat platforms, with a worker for what comes in and one each for what goes out.
 */
final class Chats implements AutoCloseable {
  private static final int OUT_THREADS = 2;
  // a form has to be opened within seconds, also when the platform is slow to open the one before
  private static final int IN_THREADS = 4;

  private final List<ChatPlatform> platforms = new ArrayList<>();
  private final List<Worker<?>> workers = new ArrayList<>();
  private final JdbiStore store;
  private final Fleet fleet;
  private final Clock clock;

  private Chats(JdbiStore store, Fleet fleet, Clock clock) {
    this.store = store;
    this.fleet = fleet;
    this.clock = clock;
  }

  static List<ChatPlatformProvider> providers() {
    return ServiceLoader.load(ChatPlatformProvider.class, Chats.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  static Chats start(
      List<ChatPlatformProvider> providers,
      Map<String, Section> sections,
      Map<String, String> environment,
      ChatServices services,
      JdbiStore store,
      InboxRows inbox,
      Database database,
      Fleet fleet,
      MeterRegistry metrics) {
    Chats chats = new Chats(store, fleet, services.clock());
    for (ChatPlatformProvider provider : providers) {
      provider
          .create(services, new SectionSettings(sections.get(provider.name()), environment))
          .ifPresent(p -> chats.add(p, services, database, metrics));
    }
    if (!chats.platforms.isEmpty()) {
      if (!database.isShared()) inbox.release(services.clock().instant());
      chats.startInbox(inbox, services);
    }
    chats.workers.forEach(Worker::start);
    chats.platforms.forEach(ChatPlatform::start);
    return chats;
  }

  List<String> names() {
    return platforms.stream().map(ChatPlatform::name).toList();
  }

  List<Consumer<JavalinConfig>> routes() {
    return platforms.stream().<Consumer<JavalinConfig>>map(p -> p::routes).toList();
  }

  private void add(
      ChatPlatform platform, ChatServices services, Database database, MeterRegistry metrics) {
    OutboxRows outbox = new OutboxRows(database, platform.name());
    if (!database.isShared()) outbox.release(services.clock().instant());
    Worker<Notice> worker =
        new Worker<>(
            "outbox-" + platform.name(),
            outbox,
            claim -> deliver(platform, outbox, claim),
            services.clock(),
            OUT_THREADS);
    platforms.add(platform);
    workers.add(worker);
    store.tell(platform.name());
    store.onNotices(worker::wake);
    metrics.gauge(
        "bauta.outbox.waiting",
        List.of(io.micrometer.core.instrument.Tag.of("platform", platform.name())),
        outbox,
        OutboxRows::waiting);
  }

  private void startInbox(InboxRows inbox, ChatServices services) {
    Worker<InboxEntry> worker =
        new Worker<>("inbox", inbox, claim -> handle(claim.item()), services.clock(), IN_THREADS);
    inbox.onAccepted(worker::wake);
    workers.add(worker);
  }

  private void handle(InboxEntry entry) throws DeliveryException {
    Optional<ChatPlatform> platform =
        platforms.stream().filter(p -> p.name().equals(entry.platform())).findFirst();
    if (platform.isEmpty())
      throw DeliveryException.later("the chat platform " + entry.platform() + " is not configured");
    platform.get().handle(entry);
  }

  void linked(ChatAccount account, String person) {
    platforms.stream()
        .filter(platform -> platform.name().equals(account.platform()))
        .forEach(platform -> platform.linked(account, person));
  }

  private void deliver(ChatPlatform platform, OutboxRows outbox, WorkQueue.Claim<Notice> claim)
      throws DeliveryException {
    Notice notice = claim.item();
    AccessRequest request = store.request(notice.request(), clock.instant()).orElseThrow();
    var grant = store.grant(request.grantId());
    Fleet.Confirmed agents = grant.map(fleet::confirmed).orElse(new Fleet.Confirmed(0, 0));
    OutboxMessage message =
        new OutboxMessage(
            Long.parseLong(claim.key()),
            notice.kind(),
            notice.at(),
            claim.attempt(),
            request,
            grant,
            new OutboxMessage.Confirmations(agents.confirmed(), agents.of()));
    platform.deliver(message, outbox.refs(request.id()));
  }

  @Override
  public void close() {
    workers.forEach(Worker::close);
    platforms.forEach(ChatPlatform::close);
  }
}
