package dev.bauta.service.http;

import dev.bauta.service.access.Actor;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.NotAllowedException;
import dev.bauta.service.access.Role;
import io.javalin.http.Context;

/** Who is calling: the owner of the bearer token, and nobody the body names. Thread-safe. */
final class Callers {
  private static final String CALLER = "bauta.caller";

  private final Directory directory;
  private final Gate gate;

  Callers(Directory directory, Gate gate) {
    this.directory = directory;
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
   * @throws TooManyException if the caller, or those who fail to be one, call too often
   */
  Actor caller(Context context) {
    Actor known = context.attribute(CALLER);
    if (known != null) return known;
    String address = address(gate, context);
    Actor caller =
        gate.owner(address, BearerToken.in(context.header("Authorization")), directory::byToken)
            .map(person -> Actor.of(person, "api", address))
            .orElseThrow(UnknownCallerException::new);
    gate.byPerson(caller.name());
    context.attribute(CALLER, caller);
    return caller;
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
