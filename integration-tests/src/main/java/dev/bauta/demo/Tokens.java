package dev.bauta.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** API tokens made for one run, one a person. Thread-safe. */
final class Tokens {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  String of(String name) {
    return tokens.computeIfAbsent(name, n -> random());
  }

  String sha256(String name) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(of(name).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String random() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
