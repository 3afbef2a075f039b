package dev.bauta.agent.core;

import dev.bauta.agent.core.grants.GrantSettings;
import dev.bauta.grants.Keys;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The options about the grant service, checked together: they only make sense together. */
final class GrantOptions {

  private final ConfigReader config;

  GrantOptions(ConfigReader config) {
    this.config = config;
  }

  /** The settings, or null where no grant service is configured or the options are faulty. */
  GrantSettings read() {
    if (config.value(Option.GRANTS_URL).isEmpty()) {
      return null;
    }
    URI url = url();
    String token = token();
    Map<String, PublicKey> keys = keys();
    needed(Option.SERVICE);
    needed(Option.ENVIRONMENT);
    Duration lease = lease();
    if (url == null || token == null || keys == null || lease == null) {
      return null;
    }
    return new GrantSettings(
        url,
        token,
        keys,
        config.value(Option.SERVICE),
        config.value(Option.ENVIRONMENT),
        agentId(),
        lease);
  }

  private URI url() {
    String value = config.value(Option.GRANTS_URL);
    try {
      URI url = URI.create(value);
      if (("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
          && url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException notUri) {
      // told below
    }
    config.fault(
        Option.GRANTS_URL,
        "'" + value + "' is not an http(s) address; write https://grants.example.com");
    return null;
  }

  private String token() {
    String token = config.value(Option.GRANTS_TOKEN);
    String file = config.value(Option.GRANTS_TOKEN_FILE);
    if (!file.isEmpty()) {
      try {
        token = read(file).trim();
      } catch (IOException unreadable) {
        config.fault(
            Option.GRANTS_TOKEN_FILE,
            "cannot read '" + file + "'; check the path and its permissions");
        return null;
      }
    }
    if (token.isEmpty()) {
      config.fault(
          Option.GRANTS_TOKEN, "is needed with 'grants.url'; set it or 'grants.tokenFile'");
      return null;
    }
    return token;
  }

  private Map<String, PublicKey> keys() {
    Map<String, PublicKey> keys = new HashMap<>();
    for (String part : config.value(Option.GRANTS_TRUST_KEY).split(";")) {
      if (part.isBlank()) {
        continue;
      }
      try {
        String text = part.trim();
        String pem = new java.io.File(text).isFile() ? read(text) : text;
        PublicKey key = Keys.readPublic(pem);
        keys.put(Keys.kid(key), key);
      } catch (IOException | RuntimeException unreadable) {
        config.fault(
            Option.GRANTS_TRUST_KEY,
            "is no Ed25519 public key; give the PEM file or the base64 text that the service shows");
        return null;
      }
    }
    if (keys.isEmpty()) {
      config.fault(
          Option.GRANTS_TRUST_KEY,
          "is needed with 'grants.url'; the service writes its public key into its data folder");
      return null;
    }
    return keys;
  }

  private void needed(Option option) {
    if (config.value(option).isEmpty()) {
      config.fault(option, "is needed with 'grants.url', because grants name it");
    }
  }

  private Duration lease() {
    try {
      int seconds = Integer.parseInt(config.value(Option.GRANTS_MAX_LEASE));
      if (seconds >= 5 && seconds <= 3600) {
        return Duration.ofSeconds(seconds);
      }
    } catch (NumberFormatException notNumber) {
      // told below
    }
    config.fault(Option.GRANTS_MAX_LEASE, "must be a number of seconds from 5 to 3600");
    return null;
  }

  /** New with each process: receipts are numbered per agent, and a restart begins at one again. */
  private String agentId() {
    String name = config.value(Option.AGENT_ID);
    if (name.isEmpty()) {
      // Not InetAddress: a name service must not hold up the application's start.
      name = System.getenv("HOSTNAME");
    }
    return (name == null || name.isEmpty() ? "jvm" : name)
        + "-"
        + ProcessHandle.current().pid()
        + "-"
        + Long.toString(System.currentTimeMillis(), 36);
  }

  private static String read(String path) throws IOException {
    try (FileInputStream in = new FileInputStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
