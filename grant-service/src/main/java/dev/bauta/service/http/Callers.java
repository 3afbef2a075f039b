package dev.bauta.service.http;

import dev.bauta.service.access.AccountScope;
import dev.bauta.service.access.Actor;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.NotAllowedException;
import dev.bauta.service.access.Role;
import dev.bauta.service.access.ServiceAccount;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is calling: the owner of the bearer token, person or service account, or who is signed in
 * with that browser; nobody the body names. Thread-safe.
 */
final class Callers {
  /** The operation that is called, among a context's attributes. */
  static final String OPERATION = "bauta.operation";

  private static final String CALLER = "bauta.caller";

  private final Directory directory;
  private final Optional<SignInRoutes> sessions;
  private final Gate gate;

  Callers(Directory directory, Optional<SignInRoutes> sessions, Gate gate) {
    this.directory = directory;
    this.sessions = sessions;
    this.gate = gate;
  }

  /** No valid token came along. */
  static final class UnknownCallerException extends RuntimeException {
    UnknownCallerException() {
      super("An API token is needed: 'Authorization: Bearer ...'.", null, false, false);
    }
  }

  /**
   * @throws UnknownCallerException if nobody's token came along
   * @throws NotAllowedException if it is a service account's, and none of its scopes opens this
   * @throws TooManyException if the caller, or those who fail to be one, call too often
   */
  Actor caller(Context context) {
    Actor known = context.attribute(CALLER);
    if (known != null) return known;
    String address = address(gate, context);
    Actor caller = byCookie(context, address).orElseGet(() -> byToken(context, address));
    gate.byPerson(caller.name());
    context.attribute(CALLER, caller);
    return caller;
  }

  // who shows a token is whose it is, whatever cookies come along
  private Optional<Actor> byCookie(Context context, String address) {
    if (context.header("Authorization") != null) return Optional.empty();
    return sessions.flatMap(signedIn -> signedIn.caller(context, address));
  }

  private Actor byToken(Context context, String address) {
    return gate.owner(address, BearerToken.in(context.header("Authorization")), this::owner)
        .map(owner -> owner.actor(context, address))
        .orElseThrow(UnknownCallerException::new);
  }

  /** Whose token it is. */
  @FunctionalInterface
  private interface Owner {
    Actor actor(Context context, String address);
  }

  private Optional<Owner> owner(String token) {
    Optional<Owner> person =
        directory
            .byToken(token)
            .map(found -> (context, address) -> Actor.of(found, "api", address));
    return person.or(
        () ->
            directory
                .accountByToken(token)
                .map(found -> (context, address) -> account(found, context, address)));
  }

  private static Actor account(ServiceAccount account, Context context, String address) {
    Operation operation = context.attribute(OPERATION);
    Set<AccountScope> open = operation == null ? Set.of() : operation.scopes();
    if (open.isEmpty())
      throw new NotAllowedException("This is for people; a service account cannot do it.");
    if (Collections.disjoint(open, account.scopes()))
      throw new NotAllowedException(
          "The service account lacks the scope "
              + open.stream().map(AccountScope::word).sorted().collect(Collectors.joining(" or "))
              + "; an administrator can add it under service-accounts:.");
    return Actor.account(account, open, address);
  }

  static String address(Gate gate, Context context) {
    return gate.address(context.ip(), context.header("X-Forwarded-For"));
  }

  static void require(Actor caller, Role... oneOf) {
    for (Role role : oneOf) {
      if (caller.has(role)) return;
    }
    throw new NotAllowedException(
        "You may not read this; it needs the role "
            + String.join(
                " or ",
                java.util.Arrays.stream(oneOf)
                    .map(r -> r.name().toLowerCase(java.util.Locale.ROOT))
                    .toList())
            + ".");
  }
}
