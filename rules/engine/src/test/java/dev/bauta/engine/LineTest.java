package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineTest {

  private static final String[] ALPHABETS = {
    "./0123456789:;<=>?@A",
    "+,-./09:;<=>?@AZ[Jaz{~ \t",
    "0J@+:\u007f\u0080\u00a0\u00ad\u00ae\u00b0\u00ba\u00c0\u00ff",
    "0:@\u0661\uff11\u200b\u0301\u2013\u3002\u4e2d\ud83d\ude00",
  };

  private final Line line = new Line();

  @Test
  void bits_areWhatLookingAtEachCharacterSays() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      String alphabet = ALPHABETS[i % ALPHABETS.length];
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(200); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      line.read(text.toString());
      checkBits(text.toString());
    }
  }

  @Test
  void plainText_keepsItsPlaces() {
    line.read("z\u00e9ro 0");
    assertThat(line.length).isEqualTo(6);
    assertThat(line.origin(5)).isEqualTo(5);
    assertThat(line.bytes[Line.PAD - 1]).isZero();
    assertThat(line.bytes[Line.PAD + 6]).isZero();
  }

  @Test
  void foldedText_knowsWhereItCameFrom() {
    line.read("\u200b\uff14\u0301\ud835\udfcf\u4e2d");
    assertThat(line.length).isEqualTo(3);
    assertThat(line.bytes[Line.PAD]).isEqualTo((byte) '4');
    assertThat(line.bytes[Line.PAD + 1]).isEqualTo((byte) '1');
    assertThat(line.bytes[Line.PAD + 2]).isEqualTo(Ascii.FOREIGN);
    assertThat(line.origin(0)).isEqualTo(1);
    assertThat(line.origin(1)).isEqualTo(3);
    assertThat(line.origin(2)).isEqualTo(5);
    assertThat(line.origin(3)).isEqualTo(6);
  }

  @Test
  void memoryOfALongText_isGivenBack() {
    line.read("x".repeat(1_000_000));
    line.release();
    assertThat(line.bytes.length).isLessThan(1 << 16);
    line.read("1.2");
    assertThat(line.digits[0]).isEqualTo(5);
  }

  private void checkBits(String text) {
    for (int i = 0; i < line.words << 6; i++) {
      byte b = line.bytes[Line.PAD + i];
      assertThat(bit(line.digits, i)).as(text).isEqualTo(Ascii.digit(b));
      assertThat(bit(line.letters, i)).as(text).isEqualTo(Ascii.letter(b));
      assertThat(bit(line.marks, i)).as(text).isEqualTo(b >= ':' && b <= '?');
      if (b == '@' || b == '+') {
        assertThat(line.hasSigns && column(line.signs, i)).as(text).isTrue();
      }
    }
  }

  private static boolean bit(long[] words, int i) {
    return (words[i >>> 6] >>> i & 1) != 0;
  }

  private static boolean column(long[] words, int i) {
    return (words[i >>> 6] >>> ((i & 7) * 8 + 7) & 1) != 0;
  }
}
