package dev.bauta.engine;

/**
 * Which first digits and lengths payment cards have (ISO/IEC 7812 ranges as the networks publish
 * them). No issuer of cards that people carry begins with 1, so time stamps in milliseconds never
 * are cards.
 */
final class CardIssuers {

  private static final int FROM_16_TO_19 = 1 << 16 | 1 << 17 | 1 << 18 | 1 << 19;

  // From and to of the first six digits, then one bit for each allowed length; in two tables, so
  // that a bare number is only held against what is told apart from an order number.
  private static final int[][] BARE = {
    {400000, 499999, 1 << 13 | 1 << 16 | 1 << 18 | 1 << 19}, // Visa
    {510000, 559999, 1 << 16}, // Mastercard
    {222100, 272099, 1 << 16},
    {340000, 349999, 1 << 15}, // American Express
    {370000, 379999, 1 << 15},
    {601100, 601199, FROM_16_TO_19}, // Discover
    {644000, 659999, FROM_16_TO_19},
    {622126, 622925, FROM_16_TO_19},
    {300000, 305999, 1 << 14 | 1 << 16 | 1 << 19}, // Diners Club
    {309500, 309599, 1 << 14 | 1 << 16 | 1 << 19},
    {360000, 369999, 1 << 14 | 1 << 16 | 1 << 19},
    {380000, 399999, 1 << 14 | 1 << 16 | 1 << 19},
    {352800, 358999, FROM_16_TO_19}, // JCB
    {620000, 629999, FROM_16_TO_19}, // UnionPay
    {810000, 817199, FROM_16_TO_19},
    {220000, 220499, FROM_16_TO_19}, // Mir
    {600000, 600099, 1 << 16}, // RuPay
    {606282, 606282, 1 << 16}, // Hipercard
    {606900, 608599, 1 << 16},
    {817200, 820199, 1 << 16},
    {500000, 509999, 1 << 16 | 1 << 18 | 1 << 19}, // Maestro, Elo, Verve
    {560000, 589999, 1 << 16 | 1 << 18 | 1 << 19},
    {630000, 639999, 1 << 16 | 1 << 18 | 1 << 19}, // also Elo, InstaPayment
    {670000, 679999, 1 << 16 | 1 << 18 | 1 << 19},
    {979200, 979289, 1 << 16}, // Troy
  };

  private static final int[][] LABELLED = {
    {500000, 509999, 0xFF << 12}, // Maestro
    {560000, 589999, 0xFF << 12},
    {600000, 699999, 0xFF << 12}, // Maestro and the networks that share its range
    {100000, 199999, 1 << 15}, // UATP
    {213100, 213199, 1 << 15}, // JCB, old
    {300000, 305999, 1 << 15 | 1 << 17 | 1 << 18},
    {360000, 369999, 1 << 15 | 1 << 17 | 1 << 18},
    {810000, 820199, FROM_16_TO_19},
  };

  private CardIssuers() {}

  /**
   * Whether some network issues numbers like this.
   *
   * @param prefix the first six digits
   * @param length the number of digits
   */
  static boolean issues(int prefix, int length) {
    return holds(BARE, prefix, length);
  }

  /** The same for a number that is said to be a card's. */
  static boolean issuesLabelled(int prefix, int length) {
    return holds(BARE, prefix, length) || holds(LABELLED, prefix, length);
  }

  private static boolean holds(int[][] ranges, int prefix, int length) {
    for (int[] range : ranges) {
      if (prefix <= range[1] && prefix >= range[0] && (range[2] >>> length & 1) != 0) {
        return true;
      }
    }
    return false;
  }
}
