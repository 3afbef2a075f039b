package dev.bauta.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDocumentsTest {

  @Test
  void lines_areCutOutsideOfBracketsAndStringsOnly() throws IOException {
    assertThat(cut("{\"a\":1}\n[1,\n2]\n\n{\"b\":\"}\\\"\n{\"}\r\n7"))
        .containsExactly("{\"a\":1}\n", "[1,\n2]\n", "\n", "{\"b\":\"}\\\"\n{\"}\r\n", "7");
  }

  @Test
  void documentsLongerThanTheBuffer_areWhole() throws IOException {
    String large = "[" + "\"x\",\n".repeat(40_000) + "1]\n";

    assertThat(cut("1\n" + large + "2\n")).containsExactly("1\n", large, "2\n");
  }

  @Test
  void documentThatNeverEnds_isRefused() {
    String text = "[" + "1,".repeat(100_000);
    JsonDocuments documents =
        new JsonDocuments(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), () -> {}, 1 << 17);

    assertThatThrownBy(documents::next)
        .isInstanceOf(CliException.class)
        .hasMessageContaining("one document a line");
  }

  @Test
  void json_isMasked_andTheRestKeepsItsBytes() {
    assertThat(Ran.on("{\"to\" : \"jane@example.com\"}\n{ \"n\":1 }\n", "mask", "--json").out())
        .isEqualTo("{\"to\" : \"j***@example.com\"}\n{ \"n\":1 }\n");
  }

  private static List<String> cut(String text) throws IOException {
    JsonDocuments documents =
        new JsonDocuments(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), () -> {});
    List<String> all = new ArrayList<>();
    while (documents.next()) {
      all.add(
          new String(
              documents.bytes(),
              documents.start(),
              documents.end() - documents.start(),
              StandardCharsets.UTF_8));
    }
    return all;
  }
}
