package dev.bauta.service.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

  @Test
  void nothing_opensTheForm_oneWord_theFormForThatService() {
    assertThat(Typed.parse("")).isEqualTo(new Typed.Form(""));
    assertThat(Typed.parse("  orders ")).isEqualTo(new Typed.Form("orders"));
    assertThat(Typed.parse("help")).isEqualTo(new Typed.Help());
  }

  @Test
  void line_isAWholeRequest() {
    assertThat(Typed.parse("orders email,phone 15m INC-42 customer cannot be reached"))
        .isEqualTo(
            new Typed.Line(
                new Typed.AskedLine(
                    "orders",
                    Optional.empty(),
                    List.of("email", "phone"),
                    15,
                    Optional.empty(),
                    Optional.of("INC-42"),
                    "customer cannot be reached"),
                false));
    assertThat(Typed.parse("break-glass orders/production email 1h for:4711 the shop is down"))
        .isEqualTo(
            new Typed.Line(
                new Typed.AskedLine(
                    "orders",
                    Optional.of("production"),
                    List.of("email"),
                    60,
                    Optional.of("4711"),
                    Optional.empty(),
                    "the shop is down"),
                true));
  }

  @Test
  void ids_areOfRequestsOrGrants() {
    assertThat(Typed.parse("status req-0a1b")).isEqualTo(new Typed.Status("req-0a1b"));
    // as the API draws them
    assertThat(Typed.parse("status req-veno_hyJ-SFQ6LIM"))
        .isEqualTo(new Typed.Status("req-veno_hyJ-SFQ6LIM"));
    assertThat(Typed.parse("revoke grant-0a1b all done"))
        .isEqualTo(new Typed.TakeBack("grant-0a1b", "all done"));
    assertThat(Typed.parse("extend req-0a1b 15m still on the line"))
        .isEqualTo(new Typed.Longer("req-0a1b", 15, "still on the line"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "status ada@example.com",
        "revoke",
        "extend req-1",
        "extend req-1 15m",
        "extend req-1 soon why",
        "orders email",
        "orders email soon because of it",
        "break-glass",
        "break-glass orders email 15m",
        "orders email 99999m a reason"
      })
  void whatIsNotUnderstood_isAnsweredWithWhatWouldBe_andNeverRepeated(String text) {
    assertThat(Typed.parse(text))
        .isInstanceOfSatisfying(
            Typed.Wrong.class,
            wrong -> assertThat(wrong.remedy()).doesNotContain("ada@example.com", "soon"));
  }
}
