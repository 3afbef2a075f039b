package dev.bauta.service.app;

import dev.bauta.engine.Disclosure;
import dev.bauta.engine.RuleSet;
import dev.bauta.engine.Tally;
import dev.bauta.engine.TextMasker;
import dev.bauta.grants.Keys;
import dev.bauta.grants.TokenSigner;
import dev.bauta.service.access.Actions;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.Approve;
import dev.bauta.service.access.ApprovePolicy;
import dev.bauta.service.access.Ask;
import dev.bauta.service.access.AuditEvent;
import dev.bauta.service.access.BreakGlass;
import dev.bauta.service.access.Cancel;
import dev.bauta.service.access.Delegate;
import dev.bauta.service.access.Deny;
import dev.bauta.service.access.Extend;
import dev.bauta.service.access.GrantTokens;
import dev.bauta.service.access.PolicyInForce;
import dev.bauta.service.access.Position;
import dev.bauta.service.access.Review;
import dev.bauta.service.access.Revoke;
import dev.bauta.service.access.Sweep;
import dev.bauta.service.access.TakeReceipt;
import dev.bauta.service.audit.CheckpointSigner;
import dev.bauta.service.chat.ChatPlatformProvider;
import dev.bauta.service.chat.ChatServices;
import dev.bauta.service.http.AgentAccess;
import dev.bauta.service.http.Api;
import dev.bauta.service.http.Fleet;
import dev.bauta.service.http.Gate;
import dev.bauta.service.http.GrantStream;
import dev.bauta.service.http.HttpServer;
import dev.bauta.service.signin.Linking;
import dev.bauta.service.signin.SignIn;
import dev.bauta.service.store.AuditLog;
import dev.bauta.service.store.AuditVerifier;
import dev.bauta.service.store.ChangeFeed;
import dev.bauta.service.store.Database;
import dev.bauta.service.store.IdempotencyRows;
import dev.bauta.service.store.InboxRows;
import dev.bauta.service.store.JdbiStore;
import dev.bauta.service.store.LinkRows;
import dev.bauta.service.store.SignInRows;
import dev.bauta.service.store.TokenRows;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.KeyPair;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running service: built from its configuration, in the order in which the parts need each
 * other; closed in the reverse order.
 */
public final class GrantService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GrantService.class);

  private final ServiceConfig config;
  private final DataFolder folder;
  private final Clock clock;
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private HttpServer http;
  private List<String> chatNames = List.of();

  private GrantService(ServiceConfig config, Clock clock) {
    this.config = config;
    this.folder = new DataFolder(config.data());
    this.clock = clock;
  }

  /**
   * Starts the service; when this returns it answers.
   *
   * @throws ConfigException if the configuration, the keys or the audit log cannot be used
   */
  static GrantService start(
      ServiceConfig config,
      List<ChatPlatformProvider> providers,
      Map<String, String> environment,
      Clock clock) {
    GrantService service = new GrantService(config, clock);
    try {
      service.build(providers, environment);
      return service;
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  private void build(List<ChatPlatformProvider> providers, Map<String, String> environment) {
    folder.create();
    part(folder.lock());
    KeyPair grantsKey = folder.grantsKey();
    KeyPair auditKey = folder.auditKey();
    Database database = open();
    String origin = AuditOrigin.of(auditKey.getPublic());
    verifyAudit(database, new AuditVerifier(origin, auditKey.getPublic()));
    AuditLog auditLog =
        new AuditLog(
            database,
            new CheckpointSigner(origin, auditKey.getPrivate(), auditKey.getPublic()),
            clock);
    JdbiStore store = new JdbiStore(database);
    HighWater highWater = new HighWater(folder.position());
    Position position = position(store, highWater);

    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(metrics);
    new JvmThreadMetrics().bindTo(metrics);
    LinkRows links = new LinkRows(database);
    LinkedDirectory directory =
        new LinkedDirectory(
            new ConfiguredDirectory(
                config.people(), config.agents(), config.accounts(), new TokenRows(database)),
            links);
    Optional<Linking> linking =
        config.signIn().map(s -> new Linking(s, links, store, directory, clock));
    TokenSigner signer = new TokenSigner(Keys.kid(grantsKey.getPublic()), grantsKey.getPrivate());
    ServiceConfig.Grants grants = config.grants();
    GrantTokens tokens =
        new GrantTokens(store, signer, grants.issuer(), grants.lease(), grants.lifetime(), clock);
    PolicyInForce policy = new PolicyInForce(config.policy());
    Gate gate = new Gate(config.limits());
    AgentAccess agentAccess = new AgentAccess(directory, policy, gate);
    GrantStream stream = new GrantStream(agentAccess, tokens, store, clock, grants.heartbeat());
    store.onGrantsChanged(stream::grantsChanged);
    config
        .postgres()
        .filter(ServiceConfig.Postgres::notifications)
        .ifPresent(
            p ->
                part(
                    ChangeFeed.start(
                        p.url(),
                        p.user().orElse(null),
                        p.password().orElse(null),
                        stream::grantsChanged)));
    Fleet fleet = new Fleet(store, stream, grants.lease(), clock);
    metrics.gauge("bauta.stream.clients", stream, GrantStream::clients);
    metrics.gauge("bauta.reviews.open", store, s -> s.openReviews(10_000).size());
    metrics.gauge("bauta.audit.records", auditLog, AuditLog::size);

    UnaryOperator<String> hidePersonal = personalDataHider();
    Ask ask = new Ask(store, policy, clock, new RandomIds(), hidePersonal, config.mostPending());
    Approve approve = new Approve(store, policy, clock);
    Deny deny = new Deny(store, clock, hidePersonal);
    Cancel cancel = new Cancel(store, clock);
    Revoke revoke = new Revoke(store, policy, clock, hidePersonal);
    Extend extend =
        new Extend(store, policy, clock, new RandomIds(), hidePersonal, config.mostPending());
    BreakGlass breakGlass = new BreakGlass(store, policy, clock, new RandomIds(), hidePersonal);
    Review review = new Review(store, clock, hidePersonal);
    TakeReceipt takeReceipt = new TakeReceipt(store, clock);
    Optional<PolicyWatch> watch =
        config.policyFile().map(f -> PolicyWatch.start(f, policy, store, directory, clock));
    recordStart(store, position, policy);

    IdempotencyRows idempotency = new IdempotencyRows(database);
    InboxRows inbox = new InboxRows(database, clock);
    ChatServices services =
        new ChatServices(
            ask,
            approve,
            deny,
            cancel,
            revoke,
            extend,
            breakGlass,
            store,
            policy,
            directory,
            linking.map(l -> l::begin),
            inbox,
            clock);
    Chats chats =
        part(
            Chats.start(
                providers,
                config.chats(),
                environment,
                services,
                store,
                inbox,
                database,
                fleet,
                metrics));
    chatNames = chats.names();
    linking.ifPresent(l -> l.onUnlinked(directory::refresh));
    linking.ifPresent(
        l ->
            l.onLinked(
                (account, person) -> {
                  directory.refresh();
                  chats.linked(account, person);
                }));
    part(
        Jobs.start(
            new Sweep(store, clock),
            auditLog,
            new CheckpointFile(folder.checkpoints()),
            store,
            highWater,
            idempotency,
            watch));
    watch.ifPresent(w -> metrics.gauge("bauta.policy.faults", w, f -> f.faults().size()));
    Api api =
        new Api(
            store,
            directory,
            ask,
            approve,
            deny,
            cancel,
            revoke,
            extend,
            breakGlass,
            review,
            new Delegate(store, directory, clock, new RandomIds()),
            takeReceipt,
            tokens,
            agentAccess,
            gate,
            config
                .signIn()
                .map(s -> new SignIn(s, new SignInRows(database), store, directory, clock)),
            linking,
            new ApprovePolicy(store, clock),
            policy,
            fleet,
            auditLog,
            idempotency,
            new RandomIds(),
            grantsKey.getPublic(),
            metrics,
            database::isAlive,
            clock);
    http =
        part(
            HttpServer.start(
                config.http().host(), config.http().port(), stream, api, chats.routes(), metrics));
  }

  private Database open() {
    return part(folder.open(config));
  }

  private void verifyAudit(Database database, AuditVerifier verifier) {
    AuditVerifier.Report report =
        verifier.verify(database, CheckpointFile.read(folder.checkpoints()));
    if (report.isSound()) {
      LOG.info(
          "audit log verified: {} records, {} signed checkpoints",
          report.size(),
          report.checkpoints());
      return;
    }
    report.faults().forEach(f -> LOG.error("audit log: {}", f));
    if (config.stopOnAuditFault()) {
      throw new ConfigException(
          List.of(
              "The audit log in "
                  + folder.root()
                  + " is not sound: "
                  + report.faults().get(0)
                  + ".",
              "If a backup was restored on purpose, move checkpoints.txt away and start once with audit.on-fault: warn."));
    }
  }

  private Position position(JdbiStore store, HighWater highWater) {
    Position stored = store.ensureEpoch(clock.instant());
    Optional<Position> known = highWater.read().filter(k -> k.compareTo(stored) > 0);
    if (known.isEmpty()) return stored;
    Position fresh = store.newEpoch(clock.instant(), known.get());
    LOG.warn(
        "the database is older than what agents have seen (a restored backup?): new epoch {}",
        fresh.epoch());
    Map<String, String> details =
        Map.of("from", Long.toString(stored.epoch()), "to", Long.toString(fresh.epoch()));
    append(store, AuditEvent.about(clock.instant(), Actions.EPOCH, Actor.service(), details));
    return fresh;
  }

  private void recordStart(JdbiStore store, Position position, PolicyInForce policy) {
    Map<String, String> details = new TreeMap<>();
    details.put("version", Main.version());
    details.put("policy", policy.get().version());
    details.put("epoch", Long.toString(position.epoch()));
    append(store, AuditEvent.about(clock.instant(), Actions.STARTED, Actor.service(), details));
  }

  private static void append(JdbiStore store, AuditEvent event) {
    store.inTransaction(
        tx -> {
          tx.append(event);
          return null;
        });
  }

  private static UnaryOperator<String> personalDataHider() {
    TextMasker masker = RuleSet.builtIn().text();
    return text -> masker.mask(text, Disclosure.NOTHING, Tally.NONE);
  }

  private <T extends AutoCloseable> T part(T part) {
    parts.push(part);
    return part;
  }

  int port() {
    return http.port();
  }

  String url() {
    String host = config.http().host();
    return "http://"
        + (host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host)
        + ":"
        + port();
  }

  /** What a person wants to know right after the start. */
  String summary() {
    return String.join(
        System.lineSeparator(),
        "Bauta grant service " + Main.version(),
        "  URL        " + url(),
        "  data       " + folder.root().toAbsolutePath(),
        "  database   "
            + (config.postgres().isPresent()
                ? "PostgreSQL"
                : "SQLite, " + folder.database().getFileName()),
        "  trust key  "
            + folder.keys().resolve("grants.pub").toAbsolutePath()
            + " (give it to the agents)",
        "  from "
            + config.source()
            + ": "
            + config.people().size()
            + " people, "
            + config.policy().services().size()
            + " services, "
            + config.agents().size()
            + " agent accounts, chat: "
            + (chatNames.isEmpty() ? "none" : String.join(", ", chatNames)));
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("could not stop one part: {}", e.getClass().getName());
      }
    }
  }
}
