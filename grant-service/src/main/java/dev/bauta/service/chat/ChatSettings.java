package dev.bauta.service.chat;

import java.util.Optional;

/** A platform's section of the configuration file, with environment variables laid over it. */
public interface ChatSettings {
  /**
   * The value of {@code <platform>.<key>} in the file, or of {@code
   * BAUTA_SERVICE_<PLATFORM>_<KEY>}. Blank counts as absent.
   */
  Optional<String> value(String key);

  /**
   * An environment variable by its full name, for names a platform is known by ({@code
   * SLACK_BOT_TOKEN}). Blank counts as absent.
   */
  Optional<String> environment(String name);

  /** An exception that names file, line and key; say fault and remedy, never the value. */
  IllegalArgumentException problem(String key, String faultAndRemedy);
}
