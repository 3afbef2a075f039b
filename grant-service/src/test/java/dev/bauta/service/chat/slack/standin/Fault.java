package dev.bauta.service.chat.slack.standin;

import java.time.Duration;

/** What the stand-in does to a call instead of, or besides, doing it. */
public record Fault(Kind kind, String error, Duration time) {
  enum Kind {
    ERROR,
    STATUS,
    RATE_LIMITED,
    SLOW,
    HANG_UP,
    LOST_ANSWER
  }

  /** Answers {@code {"ok": false, "error": ...}}. */
  public static Fault error(String code) {
    return new Fault(Kind.ERROR, code, Duration.ZERO);
  }

  /** Answers with that HTTP status. */
  public static Fault status(int code) {
    return new Fault(Kind.STATUS, Integer.toString(code), Duration.ZERO);
  }

  /** 429 with a Retry-After. */
  public static Fault rateLimited(Duration retryAfter) {
    return new Fault(Kind.RATE_LIMITED, "", retryAfter);
  }

  /** Does it, after a while. */
  public static Fault slow(Duration delay) {
    return new Fault(Kind.SLOW, "", delay);
  }

  /** Closes the connection without doing it. */
  public static Fault hangUp() {
    return new Fault(Kind.HANG_UP, "", Duration.ZERO);
  }

  /** Does it, and closes the connection before the answer. */
  public static Fault lostAnswer() {
    return new Fault(Kind.LOST_ANSWER, "", Duration.ZERO);
  }
}
