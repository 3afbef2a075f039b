package dev.bauta.service.chat.slack.standin;

import java.time.Duration;

/**
 * A request of Slack's to the app, and what the app answered.
 *
 * @param took from the first byte sent to the last byte received
 */
public record Delivery(SignedRequest request, int status, String body, Duration took) {
  public boolean isAcknowledged() {
    return status == 200;
  }

  /** In the three seconds that Slack waits. */
  public boolean isInTime() {
    return took.toMillis() < 3_000;
  }
}
