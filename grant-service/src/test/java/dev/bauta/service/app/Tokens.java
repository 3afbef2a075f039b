package dev.bauta.service.app;

/** For tests of other packages. */
public final class Tokens {
  private Tokens() {}

  /** What a configuration says of that token. */
  public static String hash(String token) {
    return TokenHash.of(token);
  }
}
