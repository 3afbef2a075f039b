package dev.bauta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaskCommandTest {

  @TempDir private Path folder;

  @Test
  void everyLine_isMaskedAsALogWouldPrintIt() {
    Ran ran = Ran.on("paid by jane@example.com\nnothing here\n", "mask");

    assertThat(ran.out()).isEqualTo("paid by j***@example.com\nnothing here\n");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isZero();
  }

  @Test
  void lineEnds_stayAsTheyAre() {
    Ran ran = Ran.on("a\r\njane@example.com\r\n\r\n\nb\rc\njane@example.com", "mask");

    assertThat(ran.out()).isEqualTo("a\r\nj***@example.com\r\n\r\n\nb\rc\nj***@example.com");
  }

  @Test
  void emptyInput_givesEmptyOutput() {
    assertThat(Ran.on("", "mask").bytes()).isEmpty();
  }

  @Test
  void bytesThatAreNoUtf8_areKept() {
    byte[] latin1 =
        "Müller jane@example.com Zürich\nStraße\n".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Ran.on(latin1, "mask").bytes())
        .isEqualTo(
            "Müller j***@example.com Zürich\nStraße\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void utf8AndOtherBytesInOneLine_areBothKept() {
    byte[] mixed = concat("ü jane@example.com ", new byte[] {(byte) 0xFF, (byte) 0xC3}, " 😀 ü");

    assertThat(Ran.on(mixed, "mask").bytes())
        .isEqualTo(concat("ü j***@example.com ", new byte[] {(byte) 0xFF, (byte) 0xC3}, " 😀 ü"));
  }

  @Test
  void oneWrongByte_doesNotHideFullWidthDigits() {
    byte[] mixed = concat("card ４１１１１１１１１１１１１１１１ ", new byte[] {(byte) 0xFF}, "");

    assertThat(new String(Ran.on(mixed, "mask").bytes(), StandardCharsets.UTF_8))
        .doesNotContain("４１１１１１１１１１１１１１１１");
  }

  @Test
  void rules_decideWhatIsMasked() throws IOException {
    Path rules = folder.resolve("bauta.yaml");
    Files.writeString(rules, "types:\n  email: {enabled: false}\n");

    Ran ran = Ran.on("jane@example.com", "mask", "--rules", rules.toString());

    assertThat(ran.out()).isEqualTo("jane@example.com");
  }

  @Test
  void wrongRules_endItBeforeAnythingIsWritten() throws IOException {
    Path rules = folder.resolve("bauta.yaml");
    Files.writeString(rules, "types:\n  email: {masker: hsah}\n");

    Ran ran = Ran.on("jane@example.com", "mask", "-r", rules.toString());

    assertThat(ran.bytes()).isEmpty();
    assertThat(ran.err()).contains("bauta.yaml:2").contains("unknown masker 'hsah'");
    assertThat(ran.exit()).isEqualTo(2);
  }

  @Test
  void unknownSink_isNamedWithTheKnownOnes() {
    Ran ran = Ran.on("x", "mask", "--sink", "lgo");

    assertThat(ran.err())
        .isEqualTo("bauta mask: --sink: 'lgo' is not known; use one of log, jdbc, json\n");
    assertThat(ran.exit()).isEqualTo(2);
  }

  @Test
  void damagedGzip_isMaskedAsFarAsItGoes() {
    byte[] packed = Bytes.gzip("jane@example.com\n".getBytes(StandardCharsets.UTF_8));

    Ran ran = Ran.on(Arrays.copyOf(packed, packed.length - 4), "mask");

    assertThat(ran.out()).isEqualTo("j***@example.com\n");
    assertThat(ran.err()).contains("it is gzip and ends too early");
    assertThat(ran.exit()).isEqualTo(2);
  }

  @Test
  void files_areReadOneAfterTheOther() throws IOException {
    Path one = Files.writeString(folder.resolve("one.log"), "jane@example.com\n");
    Path two = Files.writeString(folder.resolve("two.log"), "john@example.com\n");

    assertThat(Ran.with("mask", one.toString(), two.toString()).out())
        .isEqualTo("j***@example.com\nj***@example.com\n");
  }

  private static byte[] concat(String before, byte[] middle, String after) {
    return Bytes.of(
        before.getBytes(StandardCharsets.UTF_8), middle, after.getBytes(StandardCharsets.UTF_8));
  }
}
