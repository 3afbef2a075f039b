package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any text at all: random ones, from fixed seeds, and hostile ones. */
class TextMaskerPropertiesTest {

  private static final int TEXTS = 20_000;

  // Values, labels, things that look like values, and what stands between them.
  private static final String[] PIECES = {
    "4111 1111 1111 1111",
    "4111111111111112",
    "378282246310005",
    "536-22-8726",
    "219-09-9999",
    "GB82 WEST 1234 5698 7654 32",
    "DE89370400440532013000",
    "+49 30 12345678",
    "(212) 555-0188",
    "ada.lovelace@example.com",
    "a@b",
    "@",
    "203.0.113.77",
    "::1",
    "2001:db8::8a2e:370:7334",
    "00:1B:44:11:3A:B7",
    "550e8400-e29b-41d4-a716-446655440000",
    "eyJhbGciOiJub25lIn0.eyJhIjoxfQ.",
    "2026-03-14T09:12:44.871Z",
    "12.1.12",
    "password=",
    "token: ",
    "card ",
    "phone ",
    "ssn: ",
    "Authorization: Bearer ",
    "https://ada:secret@example.com/",
    "passport no ",
    "PESEL ",
    "{\"pin\":\"",
    "-----BEGIN PRIVATE KEY-----",
    "Set-Cookie: sid=",
    "AKIA",
    "0x",
    "1-1-1-",
    "....",
    "----",
    "====",
    "++++",
    "::::",
    "\"",
    "'",
    "\\",
    "}",
    ",",
    ";",
    "&",
    "=",
    ":",
    "<a>",
    " ",
    "\t",
    "\r\n",
    "\u0000",
    "\u00a0",
    "\u00ad",
    "\u00e9",
    "\u0660\u0661\u0662",
    "\uff11\uff12\uff20",
    "\u200b",
    "\u0301",
    "\ud83d\ude00",
    "\ud83d",
    "\ude00",
    "\uffff",
    "x",
    "Z",
    "7",
    "42"
  };

  private static final Charset[] CHARSETS = {
    StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE
  };

  private final TextMasker masker = RuleSet.builtIn().text();
  private final Failures failures = new Failures();

  @Test
  void randomCharacters_neverThrow() {
    Random random = new Random(1);
    for (int i = 0; i < TEXTS; i++) {
      mask(randomCharacters(random));
    }
  }

  @Test
  void valuesAndLabelsGluedTogether_neverThrow() {
    Random random = new Random(2);
    for (int i = 0; i < TEXTS; i++) {
      mask(glued(random, ""));
    }
  }

  @Test
  void findings_lieInTheText_inOrder_andDoNotOverlap() {
    Random random = new Random(3);
    for (int i = 0; i < TEXTS / 4; i++) {
      String text = glued(random, "");
      int end = 0;
      for (Finding finding : masker.find(text)) {
        assertThat(finding.start()).as(text).isGreaterThanOrEqualTo(end);
        assertThat(finding.end()).as(text).isGreaterThan(finding.start());
        end = finding.end();
      }
      assertThat(end).as(text).isLessThanOrEqualTo(text.length());
    }
  }

  @Test
  void explaining_findsWhatFindingFinds() {
    Random random = new Random(4);
    for (int i = 0; i < TEXTS / 4; i++) {
      String text = glued(random, "");
      List<Candidate> found = masker.explain(text);
      for (Finding finding : masker.find(text)) {
        assertThat(found)
            .as(text)
            .anyMatch(c -> c.dropped() == null && c.start() == finding.start());
      }
    }
  }

  @Test
  void charactersAndBytes_giveWhatAStringGives() {
    Random random = new Random(5);
    for (int i = 0; i < TEXTS; i++) {
      String text = i % 2 == 0 ? glued(random, "") : randomCharacters(random);
      sameFromCharacters(text);
      for (Charset charset : CHARSETS) {
        sameFromBytes(new String(text.getBytes(charset), charset), charset);
      }
    }
  }

  @Test
  void partOfAnArray_isAllThatIsRead() {
    String text = "x4111 1111 1111 1111x";
    char[] chars = text.toCharArray();
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    String masked = mask(text.substring(1, 20));
    assertThat(masked).isEqualTo("**** **** **** 1111");
    assertThat(masker.mask(chars, 1, 20, Disclosure.NOTHING, failures)).isEqualTo(masked);
    assertThat(masker.mask(bytes, 1, 20, StandardCharsets.UTF_8, Disclosure.NOTHING, failures))
        .isEqualTo(masked);
  }

  @Test
  void masked_staysAsItIs_whenMaskedAgain() {
    Random random = new Random(6);
    for (int i = 0; i < TEXTS; i++) {
      String once = mask(glued(random, " | "));
      assertThat(mask(once)).isEqualTo(once);
    }
  }

  @Test
  void wrongBounds_giveNoText() {
    char[] chars = new char[8];
    assertThat(masker.mask(chars, 0, 9, Disclosure.NOTHING, Tally.NONE))
        .isEqualTo(TextMasker.FAILED);
  }

  @Test
  void valueSplitOverTwoArguments_isFoundInTheTextTheyMake() {
    String[] values = {
      "4111 1111 1111 1111",
      "536-22-8726",
      "ada.lovelace@example.com",
      "GB82 WEST 1234 5698 7654 32"
    };
    for (String value : values) {
      for (int at = 1; at < value.length(); at++) {
        String message = "for " + value.substring(0, at).concat(value.substring(at)) + " today";
        assertThat(mask(message)).doesNotContain(value);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Order accepted items=3 total=42 in 31 ms",
        "2026-03-14T09:12:44.871Z INFO  [http-nio-8080-exec-7] d.b.sample.Orders - Order 48213 sent",
        "Started Server@5e8c92f4{STARTING}[12.1,sto=0] @2211ms",
        "run 550e8400-e29b-41d4-a716-446655440000 na\u00efve"
      })
  void nothingFound_allocatesNothing(String text) {
    char[] chars = text.toCharArray();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean ascii = bytes.length == chars.length;
    for (int i = 0; i < 20_000; i++) {
      assertThat(once(text, chars, bytes, ascii)).isTrue();
    }
    assertThat(leastAllocated(text, chars, bytes, ascii)).isZero();
  }

  private long leastAllocated(String text, char[] chars, byte[] bytes, boolean ascii) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20 && least != 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 100; i++) {
        once(text, chars, bytes, ascii);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private boolean once(String text, char[] chars, byte[] bytes, boolean ascii) {
    boolean same = masker.mask(text, Disclosure.NOTHING, Tally.NONE) == text;
    if (ascii) {
      same &= masker.mask(chars, 0, chars.length, Disclosure.NOTHING, Tally.NONE) == null;
      same &=
          masker.mask(
                  bytes, 0, bytes.length, StandardCharsets.UTF_8, Disclosure.NOTHING, Tally.NONE)
              == null;
    }
    return same;
  }

  private void sameFromCharacters(String text) {
    char[] chars = ("#" + text + "#").toCharArray();
    String masked = masker.mask(chars, 1, chars.length - 1, Disclosure.NOTHING, failures);
    assertThat(masked == null ? text : masked).as(text).isEqualTo(mask(text));
  }

  private void sameFromBytes(String text, Charset charset) {
    byte[] bytes = text.getBytes(charset);
    String masked = masker.mask(bytes, 0, bytes.length, charset, Disclosure.NOTHING, failures);
    assertThat(masked == null ? text : masked).as(text).isEqualTo(mask(text));
  }

  private String mask(String text) {
    String masked = masker.mask(text, Disclosure.NOTHING, failures);
    if (failures.first != null) {
      throw new AssertionError(text, failures.first);
    }
    return masked;
  }

  private static String glued(Random random, String between) {
    StringBuilder text = new StringBuilder();
    for (int pieces = random.nextInt(12); pieces >= 0; pieces--) {
      String piece = PIECES[random.nextInt(PIECES.length)];
      int from = random.nextInt(4) == 0 ? random.nextInt(piece.length()) : 0;
      text.append(piece, from, piece.length()).append(between);
    }
    return text.toString();
  }

  private static String randomCharacters(Random random) {
    int limit = new int[] {0x80, 0x100, 0x3000, 0x10000}[random.nextInt(4)];
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(200); length > 0; length--) {
      text.append((char) random.nextInt(limit));
    }
    return text.toString();
  }

  /** A failure is told to the tally, not thrown: here it is kept. */
  private static final class Failures implements Tally {
    private Throwable first;

    @Override
    public void masked(PiiType type) {}

    @Override
    public void revealed(PiiType type) {}

    @Override
    public void failed(Throwable failure) {
      first = first == null ? failure : first;
    }
  }
}
