package dev.bauta.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Whether a string has no character above U+00FF. The JDK knows and does not tell; where {@code
 * java.lang} is open to this module it is asked, else the characters are looked at.
 */
final class Latin1 {

  private static final MethodHandle IS_LATIN1 = find();
  private static final int CHUNK = 256;

  private Latin1() {}

  /**
   * False where a character above U+00FF is there, or may be there.
   *
   * @param scratch at least 256 characters to work in
   */
  static boolean holds(String text, char[] scratch) {
    if (IS_LATIN1 != null) {
      try {
        return (boolean) IS_LATIN1.invokeExact(text);
      } catch (Throwable impossible) {
        return false; // the slow path is right for every string
      }
    }
    return looksLatin1(text, scratch);
  }

  // Not charAt: on newer JDKs a loop of it costs twice what the copy and the sum of it cost.
  private static boolean looksLatin1(String text, char[] scratch) {
    int length = text.length();
    for (int from = 0; from < length; from += CHUNK) {
      int count = Math.min(CHUNK, length - from);
      text.getChars(from, from + count, scratch, 0);
      int all = 0;
      for (int i = 0; i < count; i++) {
        all |= scratch[i];
      }
      if (all > 0xFF) {
        return false;
      }
    }
    return true;
  }

  private static MethodHandle find() {
    try {
      return MethodHandles.privateLookupIn(String.class, MethodHandles.lookup())
          .findVirtual(String.class, "isLatin1", MethodType.methodType(boolean.class));
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return null;
    }
  }
}
