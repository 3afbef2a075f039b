package dev.bauta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

  @TempDir private Path folder;

  @Test
  void findings_areMarkedUnderTheText() {
    Ran ran = Ran.with("explain", "order by jane@example.com");

    assertThat(ran.out())
        .isEqualTo(
            """
            order by jane@example.com
                     ^^^^^^^^^^^^^^^^

            Found (^):
              1. email at 10-25, by rule email: printed as j***@example.com
            Printed as:
              order by j***@example.com
            """);
    assertThat(ran.exit()).isZero();
  }

  @Test
  void eachLine_hasItsOwnMarks() {
    assertThat(Ran.on("jane@example.com\n\tand john@example.com\n", "explain").out())
        .startsWith(
            "jane@example.com\n^^^^^^^^^^^^^^^^\n\tand john@example.com\n\t    ^^^^^^^^^^^^^^^^\n\n");
  }

  @Test
  void cleanText_isSaidToBe() {
    assertThat(Ran.with("explain", "nothing").out()).isEqualTo("nothing\n\nNothing is found.\n");
  }

  @Test
  void typeLeftOut_isDropped_andSaysSo() throws IOException {
    String rules = write("types:\n  email: {enabled: false}\n");

    assertThat(Ran.with("explain", "-r", rules, "to jane@example.com").out())
        .isEqualTo(
            """
            to jane@example.com
               ----------------

            Nothing is found.
            Dropped (-):
              email at 4-19, by rule email: the rules leave this type out
            """);
  }

  @Test
  void escapes_doNotReachTheTerminal() {
    assertThat(Ran.with("explain", "a\u001b[31mb").out()).startsWith("a?[31mb\n");
  }

  @Test
  void json_hasTheSame() throws IOException {
    JsonNode json =
        new ObjectMapper().readTree(Ran.with("explain", "--json", "by jane@example.com").bytes());

    assertThat(json.at("/masked").asText()).isEqualTo("by j***@example.com");
    assertThat(json.at("/found/0/type").asText()).isEqualTo("email");
    assertThat(json.at("/found/0/start").asInt()).isEqualTo(3);
    assertThat(json.at("/found/0/masked").asText()).isEqualTo("j***@example.com");
    assertThat(json.at("/dropped").isArray()).isTrue();
  }

  @Test
  void places_haveTheirRule() throws IOException {
    String rules = write("rules:\n  - {column: customers.nick, type: name, masker: redact}\n");

    assertThat(Ran.with("explain", "--column", "email", "--key", "total").out())
        .isEqualTo(
            "column email: email, masker partial (a built-in name)\n"
                + "key total: not personal (no rule and no built-in name)\n");
    assertThat(Ran.with("explain", "-r", rules, "--column", "crm.customers.nick").out())
        .isEqualTo("column crm.customers.nick: name, masker redact (" + rules + ")\n");
  }

  private String write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("bauta.yaml"), yaml).toString();
  }
}
