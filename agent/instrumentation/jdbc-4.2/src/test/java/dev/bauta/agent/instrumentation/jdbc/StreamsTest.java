package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.TestMasking;
import dev.bauta.agent.testing.TestViewers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long texts, read piece by piece. */
class StreamsTest {

  private static final String EMAIL = "ada.lovelace@example.com";

  private final TestMasking masking = new TestMasking(new TestViewers());
  private final Column content = new Column(1, "note", null, masking);

  static IntStream offsets() {
    return IntStream.rangeClosed(-30, 4);
  }

  @ParameterizedTest
  @MethodSource("offsets")
  void valueAtAnyPlaceAroundACut_isMasked(int offset) throws IOException {
    String before = filler(Window.SIZE - 8 * 1024 + offset);
    String after = filler(12_000);

    assertThat(read(before + EMAIL + after)).isEqualTo(before + "[EMAIL]" + after);
  }

  @ParameterizedTest
  @MethodSource("offsets")
  void bytesAtAnyPlaceAroundACut_areMasked(int offset) throws IOException {
    String before = filler(MaskedStream.SIZE - 8 * 1024 + offset);
    String after = filler(12_000);

    assertThat(read(before + EMAIL + after, StandardCharsets.UTF_8))
        .isEqualTo(before + "[EMAIL]" + after);
  }

  /** Words with white space at both ends. */
  private static String filler(int length) {
    StringBuilder words = new StringBuilder(" ");
    for (int i = 1; i < length - 1; i++) {
      words.append(i % 5 == 0 ? ' ' : 'x');
    }
    return words.append(' ').toString();
  }

  @Test
  void valueWithWhiteSpaceInside_isNeverCut() throws IOException {
    masking.hiding("Ada King of Lovelace");
    StringBuilder text = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    Random random = new Random(1815);
    while (text.length() < 120_000) {
      String filler = "word ".repeat(random.nextInt(40));
      text.append(filler).append("Ada King of Lovelace, ");
      expected.append(filler).append("[HIDDEN], ");
    }

    assertThat(read(text.toString())).isEqualTo(expected.toString());
  }

  @Test
  void longRunWithoutWhiteSpace_comesThroughWhole() throws IOException {
    String letters = "日本語".repeat(40_000);
    String wide = "😀".repeat(60_000);

    assertThat(read(letters)).isEqualTo(letters);
    assertThat(read(wide)).isEqualTo(wide);
    assertThat(read(wide, StandardCharsets.UTF_8)).isEqualTo(wide);
  }

  @Test
  void textInManyAlphabets_keepsItsBytes() throws IOException {
    String text = "Ёлка 日本語 Zoë – ".repeat(9_000);

    assertThat(read(text, StandardCharsets.UTF_8)).isEqualTo(text);
    assertThat(read(text + EMAIL, StandardCharsets.UTF_8)).isEqualTo(text + "[EMAIL]");
  }

  @Test
  void textInLatin1_isMaskedToo() throws IOException {
    String text = "Zoë Müller, ".repeat(5_000);

    assertThat(read(text + EMAIL, StandardCharsets.ISO_8859_1)).isEqualTo(text + "[EMAIL]");
  }

  @Test
  void binaryData_isLeftAlone() throws IOException {
    byte[] bytes = new byte[200_000];
    new Random(1815).nextBytes(bytes);

    assertThat(bytes(new ByteArrayInputStream(bytes))).isEqualTo(bytes);
    assertThat(Bytes.visible(content, bytes)).isSameAs(bytes);
  }

  @Test
  void cleanBytes_areTheSameArray() {
    byte[] bytes = "nothing here".getBytes(StandardCharsets.UTF_8);

    assertThat(Bytes.visible(content, bytes)).isSameAs(bytes);
  }

  @Test
  void markedText_isMaskedAsAWholeAndHiddenWhenLong() throws IOException {
    Column marked = marked();

    assertThat(read("Ada Lovelace", marked)).isEqualTo("[NAME]");
    assertThat(read("Ada ".repeat(20_000), marked)).isEqualTo("[MASKED]");
    assertThat(new MaskedStream(stream("Ada"), new Window(marked)).readAllBytes())
        .isEqualTo("[NAME]".getBytes(StandardCharsets.UTF_8));
    assertThat(new MaskedStream(stream("\0Ada"), new Window(marked)).readAllBytes()).isEmpty();
    assertThat(Bytes.visible(marked, new byte[] {0, 'A', 'd', 'a'})).isNull();
  }

  @Test
  void valueLongerThanAWindow_hidesTheRest() throws IOException {
    String secret = "one two ".repeat(8_000);
    masking.hiding(secret.substring(0, Window.SIZE - 10));

    assertThat(read("head " + secret)).doesNotContain("one two one two");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 4096})
  void readInAnyPortions_givesTheSame(int size) throws IOException {
    String text = ("see " + EMAIL + " ").repeat(2_000);
    Reader reader = new MaskedReader(new StringReader(text), new Window(content));
    StringBuilder found = new StringBuilder();
    char[] portion = new char[size];
    for (int n = reader.read(portion); n >= 0; n = reader.read(portion)) {
      found.append(portion, 0, n);
    }

    assertThat(found).hasToString("see [EMAIL] ".repeat(2_000));
    assertThat(reader.read()).isEqualTo(-1);
  }

  @Test
  void singleBytes_areReadUnsigned() throws IOException {
    InputStream stream = new MaskedStream(stream("ÿ"), new Window(content));

    assertThat(stream.read()).isEqualTo(0xc3);
    assertThat(stream.read()).isEqualTo(0xbf);
    assertThat(stream.read()).isEqualTo(-1);
  }

  private Column marked() {
    masking.rule("name", "name");
    return new Column(1, "name", masking.column(null, "name"), masking);
  }

  private String read(String text) throws IOException {
    return read(text, content);
  }

  private static String read(String text, Column column) throws IOException {
    StringWriter found = new StringWriter();
    try (Reader reader = new MaskedReader(new StringReader(text), new Window(column))) {
      reader.transferTo(found);
    }
    return found.toString();
  }

  private String read(String text, Charset charset) throws IOException {
    return new String(bytes(new ByteArrayInputStream(text.getBytes(charset))), charset);
  }

  private byte[] bytes(InputStream raw) throws IOException {
    try (InputStream stream = new MaskedStream(raw, new Window(content))) {
      return stream.readAllBytes();
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
