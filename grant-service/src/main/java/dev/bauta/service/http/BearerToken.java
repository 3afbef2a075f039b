package dev.bauta.service.http;

import java.util.Optional;

/** Reads {@code Authorization: Bearer ...}. */
final class BearerToken {
  private static final String SCHEME = "bearer ";
  private static final int LONGEST = 512;

  private BearerToken() {}

  static Optional<String> in(String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
      return Optional.empty();
    String token = authorization.substring(SCHEME.length()).strip();
    return token.isEmpty() || token.length() > LONGEST ? Optional.empty() : Optional.of(token);
  }
}
