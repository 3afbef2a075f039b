package dev.bauta.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.engine.Disclosure;
import dev.bauta.engine.Finding;
import dev.bauta.engine.PiiType;
import dev.bauta.engine.RuleSet;
import dev.bauta.engine.Tally;
import dev.bauta.engine.TextMasker;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines longer than the memory for a line: nothing is lost where they are cut. */
class LongLineTest {

  private static final int PIECE = 300;
  private static final int LEAD = 80;
  private static final int TAIL = 80;
  private static final String[] PARTS = {
    "jane.doe@example.com",
    "4111 1111 1111 1111",
    "DE89 3704 0044 0532 0130 00",
    "password=hunter2!x",
    "ссылка",
    "Zürich 😀",
    "order 17 of 2024-05-06T10:11:12",
    "+49 30 901820 ",
    "\r",
    "x",
    "1.2.3.4",
  };

  private final TextMasker masker = RuleSet.builtIn().on("log").text();

  @Test
  void longLine_isMaskedAsIfItWereShort() throws IOException {
    for (int seed = 0; seed < 400; seed++) {
      String line = line(new Random(seed));
      String expected = masker.mask(line, Disclosure.NOTHING, Tally.NONE);

      assertThat(masked(line + "\r\nnext")).as("seed %d", seed).isEqualTo(expected + "\r\nnext");
    }
  }

  @Test
  void longLine_isScannedAsIfItWereShort() throws IOException {
    for (int seed = 0; seed < 400; seed++) {
      String line = line(new Random(seed));
      FileReport report = scanned("first\n" + line + "\nlast");

      List<String> places = new ArrayList<>();
      for (FileReport.Found found : report.types()) {
        found.places().forEach(p -> places.add(found.type() + " " + p.column() + " " + p.end()));
        found.places().forEach(p -> assertThat(p.line()).isEqualTo(2));
      }
      List<String> expected = new ArrayList<>();
      for (Finding f : masker.find(line)) {
        expected.add(f.type() + " " + (f.start() + 1) + " " + (f.end() + 1));
      }
      assertThat(places).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(report.lines()).isEqualTo(3);
    }
  }

  @Test
  void valueOnTheBorder_isFoundWhereverItLies() throws IOException {
    String value = "card 4111 1111 1111 1111 of jane@example.com";
    for (int before = PIECE - 80; before < PIECE + 20; before++) {
      String line = "x".repeat(before) + " " + value + " " + "y".repeat(PIECE);

      assertThat(masked(line))
          .isEqualTo(
              "x".repeat(before)
                  + " card **** **** **** 1111 of j***@example.com "
                  + "y".repeat(PIECE));
    }
  }

  @Test
  void valueLongerThanALook_isHiddenToItsEnd() throws IOException {
    String line = "x".repeat(250) + " password=" + "S3cr".repeat(400) + " end of jane@example.com";

    assertThat(masked(line)).doesNotContain("S3cr").endsWith(" end of j***@example.com");
  }

  @Test
  void wrongBytesInLongLines_areKept() throws IOException {
    byte[] line = new byte[5000];
    new Random(7).nextBytes(line);
    for (int i = 0; i < line.length; i++) {
      line[i] = line[i] >= 0 ? (byte) 'z' : line[i];
    }

    assertThat(mask(line)).isEqualTo(line);
  }

  @Test
  void linesInAnyPortions_areTheSame() throws IOException {
    String text = line(new Random(1)) + "\r\n\r\n" + "a@example.com\n\nend";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputStream drip =
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] b, int from, int length) {
            return super.read(b, from, Math.min(length, 7));
          }
        };

    new LineMasker(masker, out, new Failures(), LEAD, TAIL).mask(new LineSource(drip, out, PIECE));

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(masked(text));
  }

  private static String line(Random random) {
    StringBuilder line = new StringBuilder();
    int length = 250 + random.nextInt(2000);
    while (line.length() < length) {
      line.append(PARTS[random.nextInt(PARTS.length)]);
      line.append(random.nextInt(8) == 0 ? "x, y; " : ", ");
    }
    return line.toString();
  }

  private String masked(String text) throws IOException {
    return new String(mask(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }

  private byte[] mask(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new LineMasker(masker, out, new Failures(), LEAD, TAIL)
        .mask(new LineSource(new ByteArrayInputStream(bytes), out, PIECE));
    return out.toByteArray();
  }

  private FileReport scanned(String text) throws IOException {
    FileReport report = new FileReport("test", 10_000);
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    new LineScanner(masker, LongLineTest::any, false, LEAD, TAIL)
        .scan(new LineSource(in, () -> {}, PIECE), report, Progress.NONE);
    return report;
  }

  private static boolean any(PiiType type) {
    return true;
  }
}
