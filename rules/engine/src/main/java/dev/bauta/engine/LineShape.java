package dev.bauta.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A line without its digits, and what the detectors have to do with every line that is the same
 * otherwise. Immutable.
 */
final class LineShape {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long[] NONE = {};

  final int length;

  /** As {@link LineSteps} has them; none for most lines. */
  final long[] steps;

  // Eight characters a number: the text with zeros for digits, and the low half of those bytes set.
  private final long[] text;
  private final long[] digits;

  // Of the line, where a step needs them.
  private final long[] marks;
  private final long[] signs;

  /** The shape of a line of ASCII. */
  LineShape(Line line, LineSteps steps) {
    this.length = line.length;
    this.steps = steps.copy();
    this.text = new long[length + 7 >>> 3];
    this.digits = new long[text.length];
    for (int i = 0; i < text.length; i++) {
      long x = (long) LONG.get(line.bytes, Line.PAD + (i << 3));
      text[i] = digitless(x);
      digits[i] = lowHalves(x);
    }
    boolean bits = steps.needsBits();
    this.marks = bits ? Arrays.copyOf(line.marks, line.words) : NONE;
    this.signs = bits ? Arrays.copyOf(line.signs, line.words) : NONE;
  }

  /** Whether a line of this length is the same but for its digits; a byte past ASCII never is. */
  boolean isThatOf(byte[] b) {
    long other = 0;
    long noDigit = 0;
    for (int i = 0; i < text.length; i++) {
      long x = (long) LONG.get(b, Line.PAD + (i << 3));
      other |= (x ^ text[i]) & ~digits[i];
      noDigit |= (x & digits[i]) + ONES * 6; // from ten on, the fifth bit of a byte is set
    }
    return (other | noDigit & ONES * 0x10) == 0;
  }

  /** Gives a line of this shape the bits that the steps need. */
  void restore(Line line) {
    line.words = length + 63 >>> 6;
    for (int w = 0; w < marks.length; w++) {
      line.marks[w] = marks[w];
      line.signs[w] = signs[w];
    }
  }

  /** Eight characters of ASCII with zeros for digits. */
  static long digitless(long x) {
    return x & ~lowHalves(x);
  }

  private static long lowHalves(long x) {
    long digits = x + ONES * (0x80 - '0') & ~(x + ONES * (0x80 - ':')) & HIGH;
    return (digits >>> 3) - (digits >>> 7);
  }
}
