package dev.bauta.service.chat;

import dev.bauta.service.access.ChatAccount;
import io.javalin.config.JavalinConfig;

/**
 * One chat platform, connected to one workspace. Thread-safe: deliveries and clicks come from
 * several threads.
 */
public interface ChatPlatform extends AutoCloseable {
  /** The same name as its provider's: {@code slack}. */
  String name();

  /**
   * Registers the platform's HTTP routes; called once, before the server starts. Body limits and
   * security headers are set already.
   */
  void routes(JavalinConfig config);

  /**
   * Tells a change of a request: posts what is missing, updates what was posted. May be called
   * again for the same message after a failure or a crash.
   *
   * @throws DeliveryException if it should be tried again, or can never succeed
   */
  void deliver(OutboxMessage message, MessageRefs refs) throws DeliveryException;

  /**
   * Does what an accepted entry says. May be called again for the same entry after a failure or a
   * crash.
   *
   * @throws DeliveryException if it should be tried again, or can never succeed
   */
  void handle(InboxEntry entry) throws DeliveryException;

  /** Tells an account that it is that person's from now on. */
  default void linked(ChatAccount account, String person) {}

  /** What comes in is worked off from now on; called once, after {@link #routes}. */
  default void start() {}

  @Override
  default void close() {}
}
