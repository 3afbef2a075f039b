package dev.bauta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.report.Jvm;
import dev.bauta.report.Report;
import dev.bauta.report.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

  @TempDir private Path folder;

  @Test
  void severalReports_becomeOneTable() throws IOException {
    Ran ran = Ran.with("report", write("a.json", "desk", 3), write("b.json", "desk", 4));

    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out())
        .containsPattern("7 +email +jdbc +desk +column CUSTOMERS.MAIL")
        .contains("- {column: \"CUSTOMERS.MAIL\", type: email}");
  }

  @Test
  void asJson_itIsAReportAgain() throws IOException {
    Ran ran = Ran.with("report", "--format", "json", write("a.json", "desk", 3));

    Report merged = Report.parse(ran.out());
    assertThat(merged.seen()).extracting(Seen::count).containsExactly(3L);
    assertThat(merged.jvms()).hasSize(1);
  }

  @Test
  void asAPage_itIsWhole() throws IOException {
    Ran ran = Ran.with("report", "--format", "html", write("a.json", "desk", 3));

    assertThat(ran.out()).startsWith("<!DOCTYPE html>").contains("CUSTOMERS.MAIL", "</html>");
  }

  @Test
  void whatIsNoReport_isRefusedWithoutItsContent() throws IOException {
    Path file = Files.writeString(folder.resolve("log"), "mail ada@example.com");
    Ran ran = Ran.with("report", file.toString());

    assertThat(ran.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(ran.err()).contains(file.toString(), "no report").doesNotContain("ada@");
    assertThat(Ran.with("report", folder.resolve("none").toString()).err())
        .contains("there is no such file");
  }

  private String write(String name, String service, long count) throws IOException {
    Jvm jvm = new Jvm(service, "", "1", "", "", Map.of("jdbc", "observe"), List.of(), 0);
    Seen seen =
        new Seen(
            service, "", "jdbc", null, "CUSTOMERS.MAIL", null, null, "email", Seen.CONTENT, count);
    Report report = Report.of(List.of(jvm), List.of(seen));
    return Files.writeString(folder.resolve(name), report.toJson()).toString();
  }
}
