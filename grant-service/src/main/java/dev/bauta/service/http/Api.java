package dev.bauta.service.http;

import dev.bauta.service.access.Approve;
import dev.bauta.service.access.ApprovePolicy;
import dev.bauta.service.access.Ask;
import dev.bauta.service.access.BreakGlass;
import dev.bauta.service.access.Cancel;
import dev.bauta.service.access.Delegate;
import dev.bauta.service.access.Deny;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.Extend;
import dev.bauta.service.access.GrantTokens;
import dev.bauta.service.access.PolicyInForce;
import dev.bauta.service.access.Review;
import dev.bauta.service.access.Revoke;
import dev.bauta.service.access.Store;
import dev.bauta.service.access.TakeReceipt;
import dev.bauta.service.signin.Linking;
import dev.bauta.service.signin.SignIn;
import dev.bauta.service.store.AuditLog;
import dev.bauta.service.store.IdempotencyRows;
import io.javalin.config.RoutesConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** All routes but the stream and the chat platforms'. */
public record Api(
    Store store,
    Directory directory,
    Ask ask,
    Approve approve,
    Deny deny,
    Cancel cancel,
    Revoke revoke,
    Extend extend,
    BreakGlass breakGlass,
    Review review,
    Delegate delegate,
    TakeReceipt takeReceipt,
    GrantTokens tokens,
    AgentAccess agentAccess,
    Gate gate,
    Optional<SignIn> signIn,
    Optional<Linking> linking,
    ApprovePolicy approvePolicy,
    PolicyInForce policy,
    Fleet fleet,
    AuditLog auditLog,
    IdempotencyRows idempotency,
    Supplier<String> draws,
    PublicKey trustKey,
    PrometheusMeterRegistry metrics,
    BooleanSupplier databaseIsAlive,
    Clock clock) {

  void register(RoutesConfig javalin) {
    Optional<SignInRoutes> sessions = signIn.map(s -> new SignInRoutes(s, gate));
    Callers callers = new Callers(directory, sessions, gate);
    Routes routes = new Routes(javalin, new Once(callers, idempotency, draws, clock));
    sessions.ifPresent(s -> s.register(routes));
    linking.ifPresent(l -> new LinkRoutes(l, sessions.orElseThrow(), gate).register(routes));
    RequestRoutes.UseCases use = new RequestRoutes.UseCases(ask, approve, deny, cancel, revoke);
    new RequestRoutes(callers, use, store, fleet, clock).register(routes);
    new LifecycleRoutes(
            callers, new LifecycleRoutes.UseCases(extend, breakGlass, review), store, clock)
        .register(routes);
    new DelegationRoutes(callers, delegate, store, clock).register(routes);
    new PolicyRoutes(callers, approvePolicy, policy, store).register(routes);
    new AuditRoutes(callers, auditLog, fleet).register(routes);
    new AgentRoutes(agentAccess, tokens, store, takeReceipt, clock).register(routes);
    // last: it describes all the others
    new OpenRoutes(databaseIsAlive, metrics, trustKey).register(routes);
  }
}
