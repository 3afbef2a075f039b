package dev.bauta.service.chat.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slack's signature: HMAC-SHA256 over {@code v0:<seconds>:<raw body>}. Thread-safe. Tells from
 * which side of the window a stamp is off, never what the signature should have been.
 */
final class SignatureCheck {
  /** How far a stamp may lie from now, in the past as in the future. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LONGEST_STAMP = 12;

  private final SecretKeySpec key;
  private final Clock clock;

  SignatureCheck(String signingSecret, Clock clock) {
    this.key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
  }

  /** What a check came to. */
  enum Verdict {
    GENUINE,
    FORGED,
    STALE,
    FUTURE
  }

  /**
   * @param stamp the header X-Slack-Request-Timestamp, or null
   * @param signature the header X-Slack-Signature, or null
   */
  Verdict check(String stamp, String signature, byte[] body) {
    if (stamp == null || signature == null || !isNumber(stamp)) return Verdict.FORGED;
    byte[] expected = sign(stamp, body).getBytes(StandardCharsets.UTF_8);
    // compared in constant time, and before the stamp is believed
    if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8)))
      return Verdict.FORGED;
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(stamp)), clock.instant());
    if (age.compareTo(WINDOW) > 0) return Verdict.STALE;
    if (age.compareTo(WINDOW.negated()) < 0) return Verdict.FUTURE;
    return Verdict.GENUINE;
  }

  private String sign(String stamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(("v0:" + stamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  private static boolean isNumber(String stamp) {
    return !stamp.isEmpty()
        && stamp.length() <= LONGEST_STAMP
        && stamp.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
