package dev.bauta.agent.core;

import java.nio.charset.StandardCharsets;

/**
 * Looks for UTF-8 constants in a class file without parsing more than the lengths of its constant
 * pool (JVMS 4.4). Immutable; costs a few nanoseconds a constant and allocates nothing.
 */
final class ConstantPoolScan {

  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int METHOD_HANDLE = 15;
  private static final int METHOD_TYPE = 16;
  private static final int MODULE = 19;
  private static final int PACKAGE = 20;

  private final byte[][] constants;

  /** At most 32 constants, in ASCII. */
  ConstantPoolScan(String... constants) {
    this.constants = new byte[constants.length][];
    for (int i = 0; i < constants.length; i++) {
      this.constants[i] = constants[i].getBytes(StandardCharsets.US_ASCII);
    }
  }

  /**
   * One bit for each constant that the class holds.
   *
   * @throws ArrayIndexOutOfBoundsException for a class file cut short
   */
  int hits(byte[] classFile) {
    int hits = 0;
    int count = u2(classFile, 8);
    int at = 10;
    for (int i = 1; i < count; i++) {
      switch (classFile[at]) {
        case UTF8 -> {
          int length = u2(classFile, at + 1);
          hits |= match(classFile, at + 3, length);
          at += 3 + length;
        }
        case LONG, DOUBLE -> {
          at += 9;
          i++;
        }
        case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> at += 3;
        case METHOD_HANDLE -> at += 4;
        case INTEGER, FLOAT -> at += 5;
        default -> at += 5;
      }
    }
    return hits;
  }

  private int match(byte[] classFile, int from, int length) {
    int hits = 0;
    for (int c = 0; c < constants.length; c++) {
      byte[] wanted = constants[c];
      if (wanted.length == length && equals(classFile, from, wanted)) {
        hits |= 1 << c;
      }
    }
    return hits;
  }

  // Backwards: descriptors of one package differ at their end.
  private static boolean equals(byte[] classFile, int from, byte[] wanted) {
    for (int i = wanted.length - 1; i >= 0; i--) {
      if (classFile[from + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static int u2(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
