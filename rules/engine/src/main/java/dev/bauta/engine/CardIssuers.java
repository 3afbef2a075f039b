package dev.bauta.engine;

/**
 * Which first digits and lengths payment cards have (ISO/IEC 7812 ranges as the networks publish
 * them). No issuer begins with 1, so time stamps in milliseconds never are cards.
 */
final class CardIssuers {

  // from and to of the first six digits, then one bit for each allowed length
  private static final int[][] RANGES = {
    {400000, 499999, 1 << 13 | 1 << 16 | 1 << 19}, // Visa
    {510000, 559999, 1 << 16}, // Mastercard
    {222100, 272099, 1 << 16}, // Mastercard
    {340000, 349999, 1 << 15}, // American Express
    {370000, 379999, 1 << 15},
    {601100, 601199, 1 << 16 | 1 << 17 | 1 << 18 | 1 << 19}, // Discover
    {644000, 659999, 1 << 16 | 1 << 17 | 1 << 18 | 1 << 19},
    {622126, 622925, 1 << 16 | 1 << 17 | 1 << 18 | 1 << 19},
    {300000, 305999, 1 << 14 | 1 << 16 | 1 << 19}, // Diners Club
    {309500, 309599, 1 << 14 | 1 << 16 | 1 << 19},
    {360000, 369999, 1 << 14 | 1 << 16 | 1 << 19},
    {380000, 399999, 1 << 14 | 1 << 16 | 1 << 19},
    {352800, 358999, 1 << 16 | 1 << 17 | 1 << 18 | 1 << 19}, // JCB
    {620000, 629999, 1 << 16 | 1 << 17 | 1 << 18 | 1 << 19}, // UnionPay
    {810000, 817199, 1 << 16 | 1 << 17 | 1 << 18 | 1 << 19},
    {220000, 220499, 1 << 16 | 1 << 17 | 1 << 18 | 1 << 19}, // Mir
    {600000, 600099, 1 << 16}, // RuPay
    {606900, 608599, 1 << 16},
    {817200, 820199, 1 << 16},
    {500000, 509999, 1 << 16 | 1 << 18 | 1 << 19}, // Maestro
    {560000, 589999, 1 << 16 | 1 << 18 | 1 << 19},
    {630000, 639999, 1 << 16 | 1 << 18 | 1 << 19},
    {670000, 679999, 1 << 16 | 1 << 18 | 1 << 19},
  };

  private CardIssuers() {}

  /**
   * Whether some network issues numbers like this.
   *
   * @param prefix the first six digits
   * @param length the number of digits
   */
  static boolean issues(int prefix, int length) {
    for (int[] range : RANGES) {
      if (prefix >= range[0] && prefix <= range[1] && (range[2] & 1 << length) != 0) {
        return true;
      }
    }
    return false;
  }
}
