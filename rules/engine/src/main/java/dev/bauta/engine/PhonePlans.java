package dev.bauta.engine;

/**
 * The world's numbering plans (ITU-T E.164): which calling codes there are, and how long a national
 * number is for each of its first three digits ({@link PhonePlanTable}). A country's line is read
 * each time it is asked for: such numbers are rare, and to make tables of all lines would cost
 * milliseconds.
 */
final class PhonePlans {

  private static final int CODES = 1000;

  private static final String TABLE = PhonePlanTable.TEXT;

  // Where the plan of each calling code begins; 0 for a code that is not in use.
  private static final int[] PLANS = plans();

  private PhonePlans() {}

  /** Whether a calling code is in use; no code is the beginning of another. */
  static boolean inUse(int code) {
    return PLANS[code] > 0;
  }

  /**
   * Whether a country has numbers like this.
   *
   * @param code the calling code, in use
   * @param head the first three digits of the national number
   * @param length the number of its digits
   * @param named whether something says that it is a telephone number: then its first digit is
   *     enough, because countries open new ranges
   */
  static boolean allows(int code, int head, int length, boolean named) {
    boolean lengths = true;
    boolean fits = false;
    int low = -1;
    int n = 0;
    int scale = 1000;
    for (int at = PLANS[code]; ; at++) { // 7,8:30-32,5 9:1
      char c = TABLE.charAt(at);
      if (c >= '0' && c <= '9') {
        n = n * 10 + c - '0';
        scale /= 10;
        continue;
      }
      if (lengths) {
        fits |= n == length;
        lengths = c != ':';
      } else if (c == '-') {
        low = n * scale;
      } else {
        int from = low < 0 ? n * scale : low;
        if (fits && within(head, from, n * scale + scale - 1, named)) {
          return true;
        }
        low = -1;
        lengths = c == ' ';
        fits &= !lengths;
      }
      if (c == '\n') {
        return false;
      }
      n = 0;
      scale = 1000;
    }
  }

  private static boolean within(int head, int low, int high, boolean named) {
    return named
        ? head / 100 >= low / 100 && head / 100 <= high / 100
        : head >= low && head <= high;
  }

  /** Whether national numbers may begin with 0 behind the calling code, as in Italy. */
  static boolean keepsZero(int code) {
    for (int at = PLANS[code]; TABLE.charAt(at) != '\n'; at++) {
      char before = TABLE.charAt(at - 1);
      if (TABLE.charAt(at) == '0' && (before == ':' || before == ',')) {
        return true;
      }
    }
    return false;
  }

  private static int[] plans() {
    int[] plans = new int[CODES];
    for (int line = 0; line < TABLE.length(); line = TABLE.indexOf('\n', line) + 1) {
      int end = TABLE.indexOf(' ', line);
      plans[Integer.parseInt(TABLE, line, end, 10)] = end + 1;
    }
    return plans;
  }
}
