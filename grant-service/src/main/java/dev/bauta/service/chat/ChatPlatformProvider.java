package dev.bauta.service.chat;

import java.util.Optional;

/**
 * Makes a chat platform out of its section of the configuration. Found by {@link
 * java.util.ServiceLoader}.
 */
public interface ChatPlatformProvider {
  /**
   * The platform's name, which is also its section's key in the configuration file: {@code slack}.
   */
  String name();

  /** The keys the section may have; others are reported as faults of the file. */
  java.util.Set<String> keys();

  /**
   * Connects to the workspace that is configured.
   *
   * @return empty when the platform is not configured
   * @throws IllegalArgumentException with what {@link ChatSettings#problem} says, if its
   *     configuration is wrong
   */
  Optional<ChatPlatform> create(ChatServices services, ChatSettings settings);
}
