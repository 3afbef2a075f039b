package dev.bauta.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void asJsonAndBack_itIsTheSame() {
    Report report = report("desk", 3);
    assertThat(Report.parse(report.toJson())).isEqualTo(report);
  }

  @Test
  void merged_theSamePlaceOfAServiceIsAddedUp_andOtherServicesStayApart() {
    Report merged = Report.merged(List.of(report("desk", 3), report("desk", 4), report("shop", 5)));
    assertThat(merged.jvms()).hasSize(3);
    assertThat(merged.seen())
        .filteredOn(s -> "customers.email".equals(s.column()))
        .extracting(Seen::service, Seen::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("desk", 7L),
            org.assertj.core.groups.Tuple.tuple("shop", 5L));
  }

  @Test
  void whatIsNoReport_isNamedWithoutItsContent() {
    assertThatThrownBy(() -> Report.parse("{\"mail\": \"ada@example.com\""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no report")
        .hasMessageNotContaining("ada");
    assertThatThrownBy(() -> Report.parse("{}")).hasMessageContaining("bauta-report/1");
  }

  @Test
  void places_areNamedInWords_andThoseKnownByContentGetARule() {
    String text = TextTable.of(report("desk", 3));
    assertThat(text)
        .containsPattern("3 +email +jdbc +desk +column customers.email")
        .contains("logger com.acme.Desk", "member com.acme.Customer.ssn", "key mail")
        .contains("- {column: \"customers.email\", type: email}", "- {key: \"mail\", type: email}")
        .doesNotContain("- {logger", "- {member", "\"*\"")
        .contains("UNPROTECTED: desk: log of logback-1.2: hook point missing");
  }

  @Test
  void thePage_isWholeInItself_andNamesAreEscaped() {
    String page = HtmlPage.of(report("desk <b>&", 3));
    assertThat(page)
        .contains("desk &lt;b&gt;&amp;", "<caption>", "scope=\"col\"", "lang=\"en\"")
        .contains("Not protected:", "What to do next", "  log: mask")
        .doesNotContain("<script", "http://", "https://", "<b>");
  }

  @Test
  void nothingSeen_isSaid() {
    Report empty = Report.of(List.of(), List.of());
    assertThat(TextTable.of(empty)).contains("No personal data was seen.");
    assertThat(HtmlPage.of(empty)).contains("Nothing was seen so far.");
  }

  private static Report report(String service, long count) {
    Library lost =
        new Library("logback-1.2", "log", "observe", "UNPROTECTED", "hook point missing");
    Jvm jvm =
        new Jvm(
            service,
            "test",
            "17",
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:01:00Z",
            Map.of("log", "observe"),
            List.of(lost),
            0);
    return Report.of(
        List.of(jvm),
        List.of(
            seen(service, "log", "com.acme.Desk", null, null, null, Seen.CONTENT, 9),
            seen(service, "json", null, null, "mail", null, Seen.CONTENT, 8),
            seen(service, "json", null, null, "*", null, Seen.CONTENT, 7),
            seen(service, "json", null, null, "ssn", "com.acme.Customer", Seen.RULE, 6),
            seen(service, "jdbc", null, "customers.email", null, null, Seen.CONTENT, count),
            seen(service, "jdbc", null, null, null, null, Seen.OTHER, 1)));
  }

  private static Seen seen(
      String service,
      String sink,
      String logger,
      String column,
      String key,
      String owner,
      String by,
      long count) {
    return new Seen(service, "test", sink, logger, column, key, owner, "email", by, count);
  }
}
