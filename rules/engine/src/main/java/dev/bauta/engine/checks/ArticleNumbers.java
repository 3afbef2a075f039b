package dev.bauta.engine.checks;

/**
 * Check digits of articles, books, securities and US banks. Characters that do not count are passed
 * over.
 */
final class ArticleNumbers {

  private ArticleNumbers() {}

  static boolean valid(String name, byte[] b, int from, int to) {
    switch (name) {
      case "ean":
        return ean(b, from, to);
      case "isbn":
        return isbn(b, from, to);
      case "issn":
        return counted(b, from, to) == 8 && descending(b, from, to, 8);
      case "isin":
        return isin(b, from, to);
      case "aba":
        return aba(b, from, to);
      default:
        throw new IllegalArgumentException("no check of the name " + name);
    }
  }

  /** GS1 General Specifications 7.9: weights 3 and 1 from the right, modulo 10. */
  private static boolean ean(byte[] b, int from, int to) {
    int sum = 0;
    int seen = 0;
    for (int i = to - 1; i >= from; i--) {
      int digit = b[i] - '0';
      if (digit >= 0 && digit <= 9) {
        sum += seen % 2 == 0 ? digit : 3 * digit;
        seen++;
      }
    }
    return seen > 1 && sum % 10 == 0;
  }

  /** ISO 2108: ten digits by weights 10 to 1 modulo 11, or thirteen as an EAN. */
  private static boolean isbn(byte[] b, int from, int to) {
    int counted = counted(b, from, to);
    return counted == 10 && descending(b, from, to, 10) || counted == 13 && ean(b, from, to);
  }

  private static int counted(byte[] b, int from, int to) {
    int counted = 0;
    for (int i = from; i < to; i++) {
      counted += CheckDigits.value(b[i]) >= 0 ? 1 : 0;
    }
    return counted;
  }

  /** Weights down to 1, modulo 11; an X at the end counts ten (ISO 2108, ISO 3297). */
  private static boolean descending(byte[] b, int from, int to, int first) {
    int weight = first;
    int sum = 0;
    for (int i = from; i < to; i++) {
      int value = CheckDigits.value(b[i]);
      if (value < 0) {
        continue;
      }
      boolean ten = weight == 1 && (b[i] | 0x20) == 'x';
      if (value > 9 && !ten) {
        return false;
      }
      sum += weight-- * (ten ? 10 : value);
    }
    return sum % 11 == 0;
  }

  /** ISO 6166: letters as two digits, then Luhn. */
  private static boolean isin(byte[] b, int from, int to) {
    int sum = 0;
    boolean twice = false;
    for (int i = to - 1; i >= from; i--) {
      int value = CheckDigits.value(b[i]);
      if (value < 0) {
        continue;
      }
      sum += luhn(value % 10, twice);
      twice = !twice;
      if (value > 9) {
        sum += luhn(value / 10, twice);
        twice = !twice;
      }
    }
    return counted(b, from, to) == 12 && sum % 10 == 0;
  }

  private static int luhn(int digit, boolean twice) {
    return !twice ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
  }

  /** ABA routing numbers: weights 3, 7, 1, modulo 10. */
  private static boolean aba(byte[] b, int from, int to) {
    int sum = 0;
    int seen = 0;
    for (int i = from; i < to; i++) {
      int digit = b[i] - '0';
      if (digit >= 0 && digit <= 9) {
        sum += digit * "371".charAt(seen++ % 3) - digit * '0';
      }
    }
    return seen == 9 && sum % 10 == 0;
  }
}
