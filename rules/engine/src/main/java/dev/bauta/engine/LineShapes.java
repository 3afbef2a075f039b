package dev.bauta.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The shapes of lines met before: a program writes the same lines again and again, with other
 * digits in them. Which places of a line are worth a look follows from its shape alone, so that a
 * known one needs to be compared and no more; what its digits say is still looked at each time.
 *
 * <p>Bounded: 4,096 shapes of 16 to 512 characters, two megabytes where lines are of the usual
 * length and five at the very most. One is kept when it is met for the second time, so that lines
 * which never come again allocate nothing. Thread-safe without a lock: what two threads write at
 * once costs another look, and a shape itself never changes.
 */
final class LineShapes {

  /** What is shorter is looked at in little more time than it is compared. */
  static final int SHORTEST = 16;

  /** Longer lines are rare, and seldom the same. */
  static final int LONGEST = 512;

  private static final int PLACES = 1024;
  private static final int WAYS = 4;

  private static final long UPPER = 0xF0F0F0F0F0F0F0F0L;

  // Numbers without a pattern, fractions of the golden ratio and of a square root.
  private static final long MIX_1 = 0x9E3779B97F4A7C15L;
  private static final long MIX_2 = 0x6A09E667F3BCC908L;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  // The keys beside the shapes, so that a shape that cannot fit is not even touched.
  private final int[] keys = new int[PLACES * WAYS];
  private final LineShape[] shapes = new LineShape[PLACES * WAYS];
  private final int[] metOnce = new int[PLACES * WAYS];
  private int next;

  /** The known shape of a line, or null. Bytes past ASCII are in none. */
  LineShape of(Line line) {
    if (line.length < SHORTEST || line.length > LONGEST) {
      return null;
    }
    int key = key(line);
    int place = place(key);
    for (int i = place; i < place + WAYS; i++) {
      if (keys[i] == key) {
        LineShape shape = shapes[i];
        if (shape != null && shape.length == line.length && shape.isThatOf(line.bytes)) {
          return shape;
        }
      }
    }
    return null;
  }

  /** Whether a line that {@link #of} does not know is worth learning: it is met again. */
  boolean meetsAgain(Line line) {
    if (line.length < SHORTEST || line.length > LONGEST) {
      return false;
    }
    int print = print(line);
    int once = print >>> 8 & metOnce.length - 1;
    boolean again = metOnce[once] == print;
    metOnce[once] = print;
    return again;
  }

  /** Keeps what was done with a line of ASCII. */
  void learn(Line line, LineSteps steps) {
    if (!steps.fits()) {
      return;
    }
    int key = key(line);
    int place = place(key);
    int way = place;
    while (way < place + WAYS && shapes[way] != null) {
      way++;
    }
    way = way < place + WAYS ? way : place + (next++ & WAYS - 1);
    shapes[way] = new LineShape(line, steps);
    keys[way] = key;
  }

  /**
   * What kind of character stands where: the upper half of each byte, mixed (multilinear hashing:
   * Carter and Wegman, 1979). Digits are all of one kind.
   */
  private static int key(Line line) {
    byte[] b = line.bytes;
    long mixed = line.length;
    long factor = MIX_1;
    for (int i = 0; i < line.length; i += 8) {
      mixed += ((long) LONG.get(b, Line.PAD + i) & UPPER) * factor;
      factor += MIX_2;
    }
    return (int) (mixed >>> 32);
  }

  private static int place(int key) {
    return (key >>> 16 & PLACES - 1) * WAYS;
  }

  /** All of the line, mixed. Only says whether a shape may have been met. */
  private static int print(Line line) {
    long mixed = line.length;
    for (int i = 0; i < line.length; i += 8) {
      long x = (long) LONG.get(line.bytes, Line.PAD + i);
      mixed = (mixed ^ LineShape.digitless(x)) * MIX_1;
      mixed ^= mixed >>> 29;
    }
    return (int) (mixed >>> 32);
  }
}
