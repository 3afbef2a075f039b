package dev.bauta.engine.checks;

import java.util.List;

/** Check-digit families by the name rule files give them. */
public final class CheckDigits {

  /** The names rule files may use. */
  public static final List<String> NAMES = List.of("luhn");

  private CheckDigits() {}

  /**
   * Whether the check digit is right.
   *
   * @param compact digits and letters only, without separators
   */
  public static boolean valid(String name, byte[] compact, int from, int to) {
    int sum = 0;
    boolean twice = false;
    for (int i = to - 1; i >= from; i--) {
      int d = compact[i] - '0';
      int v = twice ? d * 2 : d;
      sum += v > 9 ? v - 9 : v;
      twice = !twice;
    }
    return sum % 10 == 0;
  }
}
