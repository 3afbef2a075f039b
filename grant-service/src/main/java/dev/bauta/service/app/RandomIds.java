package dev.bauta.service.app;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Ids of 16 letters and digits out of 95 random bits: nobody guesses another's. Thread-safe. */
final class RandomIds implements Supplier<String> {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 16;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String get() {
    StringBuilder id = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    return id.toString();
  }
}
