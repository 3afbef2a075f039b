package dev.bauta.service.chat;

import java.time.Duration;
import java.util.Optional;

/**
 * A platform could not deliver or handle something. The message names the fault, never a token or
 * personal data.
 */
public final class DeliveryException extends Exception {
  private final boolean hopeless;
  private final transient Optional<Duration> pause;

  private DeliveryException(String message, boolean hopeless, Optional<Duration> pause) {
    super(message);
    this.hopeless = hopeless;
    this.pause = pause;
  }

  /** Try again later. */
  public static DeliveryException later(String message) {
    return new DeliveryException(message, false, Optional.empty());
  }

  /** Try again, but not before that long: the platform said so. */
  public static DeliveryException after(Duration pause, String message) {
    return new DeliveryException(message, false, Optional.of(pause));
  }

  /** Never try again: it cannot succeed. */
  public static DeliveryException never(String message) {
    return new DeliveryException(message, true, Optional.empty());
  }

  boolean hopeless() {
    return hopeless;
  }

  Optional<Duration> pause() {
    return pause;
  }
}
