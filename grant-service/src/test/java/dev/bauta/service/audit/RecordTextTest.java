package dev.bauta.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.service.access.Actor;
import dev.bauta.service.access.AuditEvent;
import dev.bauta.service.access.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Pins the stored form: whoever changes it makes every log that was ever written unverifiable. */
class RecordTextTest {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00.000001Z");

  @Test
  void version1_isThisTextAndThisHash() {
    AuditEvent event =
        new AuditEvent(
            AT,
            "request.asked",
            Outcome.DONE,
            new Actor("grace", Set.of(), "api", "127.0.0.1"),
            Optional.of("req-1"),
            new TreeMap<>(Map.of("b", "2", "a", "1")),
            new TreeMap<>(Map.of("reason", "x")));
    Commitment reason =
        new Commitment("reason", "AAECAwQFBgcICQoLDA0ODw==", "customer cannot be reached");
    String text = RecordText.of(7, event, List.of(reason));
    assertThat(text)
        .isEqualTo(
            "{\"v\":1,\"seq\":7,\"time\":\"2026-03-01T10:00:00.000001Z\",\"action\":\"request.asked\",\"outcome\":\"done\","
                + "\"actor\":\"grace\",\"via\":\"api\",\"address\":\"127.0.0.1\",\"request\":\"req-1\","
                + "\"details\":{\"a\":\"1\",\"b\":\"2\"},\"personal\":{\"reason\":\"2zuuCkPfDRpqKgpUCmK2G7hnZnzuZnYhpnaBTwl1S94=\"}}");
    assertThat(
            Base64.getEncoder()
                .encodeToString(MerkleTree.leafHash(text.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("ObASCc11mNOOAEiAixegVpuYbrdwdSpbdDBRQDIaPe0=");
  }

  @Test
  void quotesControlsAndForeignLetters_areEscaped_evenLoneSurrogates() {
    AuditEvent event =
        AuditEvent.about(
            AT, "a", Actor.stranger("\"\\\n\u0000\u00e9\ud800", "slack", ""), Map.of());
    assertThat(RecordText.of(0, event, List.of()))
        .contains("\"actor\":\"\\\"\\\\\\u000a\\u0000\\u00e9\\ud800\"");
  }
}
