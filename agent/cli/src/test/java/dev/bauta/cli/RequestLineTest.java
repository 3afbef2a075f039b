package dev.bauta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads of a request, whoever wrote its parts. */
class RequestLineTest {

  @Test
  void reason_cannotRewriteTheTerminal() throws Exception {
    JsonNode request =
        GrantClient.JSON.readTree(
            "{\"id\":\"req-1\",\"state\":\"PENDING\",\"service\":\"a\",\"environment\":\"b\","
                + "\"requester\":\"eve\\u001b[2K\",\"minutes\":5,\"reason\":\"x\\r\\u001b[1Areq-1 approved\\u202e\"}");

    String all = RequestLine.of(request) + String.join("|", RequestLine.reasons(request));

    assertThat(all).doesNotContain("\u001b", "\r", "\u202e").contains("eve?[2K");
  }

  @Test
  void waiting_namesTheStagesPeople() throws Exception {
    JsonNode request =
        GrantClient.JSON.readTree(
            "{\"id\":\"req-1\",\"state\":\"PENDING\",\"waitsFor\":\"lead\",\"stages\":["
                + "{\"name\":\"lead\",\"approvers\":{\"ada\":\"x\",\"linus\":\"y\"}},"
                + "{\"name\":\"later\",\"approvers\":{\"root\":\"z\"}}]}");

    assertThat(RequestLine.of(request)).endsWith("waits for ada, linus");
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, false",
    "ACTIVE, false",
    "APPROVED, false",
    "REVOKED, true",
    "EXPIRED, true"
  })
  void over_meansThatNothingFollows(String state, boolean over) {
    assertThat(RequestLine.isOver(GrantClient.JSON.createObjectNode().put("state", state)))
        .isEqualTo(over);
  }

  @ParameterizedTest
  @CsvSource({
    "http://grants.example.com, must be an https:// address",
    "ftp://127.0.0.1, must be an https:// address",
    "nonsense, must be an https:// address",
    "https://a b, is no address",
    "'', Give --url"
  })
  void addressThatWillNotDo_isRefusedBeforeATokenIsRead(String url, String fault) {
    Ran ran = Ran.with("list", "--url", url, "--token-file", "/no/such/file");

    assertThat(ran.err()).contains(fault);
    assertThat(ran.exit()).isEqualTo(2);
  }
}
