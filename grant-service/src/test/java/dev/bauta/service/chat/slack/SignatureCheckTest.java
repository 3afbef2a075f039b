package dev.bauta.service.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.chat.slack.SignatureCheck.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignatureCheckTest {
  private static final long STAMP = 1531420618;
  // the worked example of Slack's documentation
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String SIGNATURE =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
  private static final byte[] BODY =
      ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
              + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
              + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
              + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
          .getBytes(StandardCharsets.US_ASCII);

  private static Verdict at(long seconds) {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(STAMP + seconds), ZoneOffset.UTC);
    return new SignatureCheck(SECRET, clock).check(Long.toString(STAMP), SIGNATURE, BODY);
  }

  @Test
  void publishedExample_isGenuine() {
    assertThat(at(0)).isEqualTo(Verdict.GENUINE);
  }

  @Test
  void window_hasTwoSides() {
    assertThat(at(300)).isEqualTo(Verdict.GENUINE);
    assertThat(at(301)).isEqualTo(Verdict.STALE);
    assertThat(at(-300)).isEqualTo(Verdict.GENUINE);
    assertThat(at(-301)).isEqualTo(Verdict.FUTURE);
  }

  @Test
  void oneBitOff_isForged() {
    for (int i = 0; i < BODY.length; i++) {
      byte[] other = BODY.clone();
      other[i] ^= 1;
      Clock clock = Clock.fixed(Instant.ofEpochSecond(STAMP), ZoneOffset.UTC);
      assertThat(new SignatureCheck(SECRET, clock).check(Long.toString(STAMP), SIGNATURE, other))
          .isEqualTo(Verdict.FORGED);
    }
  }

  @Test
  void staleForgery_isToldAsForged() {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(STAMP + 9999), ZoneOffset.UTC);
    assertThat(new SignatureCheck("other", clock).check(Long.toString(STAMP), SIGNATURE, BODY))
        .isEqualTo(Verdict.FORGED);
  }
}
