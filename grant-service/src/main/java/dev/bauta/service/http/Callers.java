package dev.bauta.service.http;

import dev.bauta.service.access.Actor;
import dev.bauta.service.access.Directory;
import dev.bauta.service.access.NotAllowedException;
import dev.bauta.service.access.Role;
import io.javalin.http.Context;

/** Who is calling: the owner of the bearer token, and nobody the body names. Thread-safe. */
final class Callers {
  private final Directory directory;

  Callers(Directory directory) {
    this.directory = directory;
  }

  /** No valid token came along. */
  static final class UnknownCallerException extends RuntimeException {
    UnknownCallerException() {
      super("An API token is needed: 'Authorization: Bearer ...'.", null, false, false);
    }
  }

  Actor caller(Context context) {
    return BearerToken.in(context.header("Authorization"))
        .flatMap(directory::byToken)
        .map(person -> Actor.of(person, "api", context.ip()))
        .orElseThrow(UnknownCallerException::new);
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
