package dev.bauta.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  @TempDir private Path folder;

  @Test
  void rightFile_isFine() throws IOException {
    String file = write("rules:\n  - {column: customers.full_name, type: name}\n");

    Ran ran = Ran.with("check", file);

    assertThat(ran.out()).isEqualTo(file + ": fine\n");
    assertThat(ran.exit()).isZero();
  }

  @Test
  void everyFault_isNamedWithItsPlace() throws IOException {
    String file = write("rules:\n  - {column: a, type: Name}\n  - {key: b, masker: hsah}\n");

    Ran ran = Ran.with("check", file);

    assertThat(ran.out())
        .contains(file + ":2")
        .contains(file + ":3")
        .contains("unknown masker 'hsah'")
        .endsWith(file + ": 2 faults\n");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void faultsAsJson_haveLineAndMessage() throws IOException {
    String file = write("rules:\n  - {key: b, masker: hsah}\n");

    Ran ran = Ran.with("check", "--json", file);

    JsonNode checked = new ObjectMapper().readTree(ran.bytes()).get("files").get(0);
    assertThat(checked.get("valid").asBoolean()).isFalse();
    assertThat(checked.at("/faults/0/file").asText()).isEqualTo(file);
    assertThat(checked.at("/faults/0/line").asInt()).isEqualTo(2);
    assertThat(checked.at("/faults/0/message").asText()).contains("unknown masker 'hsah'");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void keyThatAllMayRead_isWarnedOf_andNoFault() throws IOException {
    Path key =
        Files.write(folder.resolve("main.key"), "0123456789abcdefghijklmnopqrstuv".getBytes(UTF_8));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    String file = write("keys:\n  main: {file: main.key}\n");

    Ran ran = Ran.with("check", file);

    assertThat(ran.out())
        .isEqualTo(
            file
                + ": warning: file "
                + key
                + " with a key is open to others; chmod 600 closes it\n"
                + file
                + ": fine\n");
    assertThat(ran.exit()).isZero();
  }

  @Test
  void missingFile_isAnotherExitCode() {
    Ran ran = Ran.with("check", folder.resolve("no.yaml").toString());

    assertThat(ran.err()).contains("there is no such file");
    assertThat(ran.exit()).isEqualTo(2);
  }

  @Test
  void fault_withColumn_isReadBack() {
    assertThat(Fault.all("C:\\r.yaml:3:14: key: empty\nno place"))
        .containsExactly(
            new Fault("C:\\r.yaml", 3, 14, "key: empty"), new Fault("", 0, 0, "no place"))
        .extracting(Fault::toString)
        .containsExactly("C:\\r.yaml:3:14: key: empty", "no place");
  }

  private String write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("bauta.yaml"), yaml).toString();
  }
}
