package dev.bauta.engine.checks;

import java.util.List;

/**
 * Check digits, computed over the bytes of a line. Characters that are no digits (where letters
 * count: no letters and no digits) are passed over, so numbers may be written in groups. Stateless.
 */
public final class CheckDigits {

  /** The names {@link #valid} knows, as rule files write them. */
  public static final List<String> NAMES =
      List.of(
          "luhn",
          "luhn-mod36",
          "verhoeff",
          "damm",
          "mod11-2",
          "mod11-10",
          "mod27-26",
          "mod37-2",
          "mod37-36",
          "mod97-10",
          "iban",
          "ean",
          "isbn",
          "issn",
          "isin",
          "aba");

  // The dihedral group of order ten: d(i, j) at 10 i + j (Verhoeff, "Error Detecting Decimal
  // Codes", 1969), and the permutation whose powers are applied place by place.
  private static final String DIHEDRAL =
      "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210";
  private static final String PERMUTED = "1576283094";

  // A totally anti-symmetric quasigroup of order ten (Damm, dissertation, 2004).
  private static final String QUASIGROUP =
      "0317598642709215486342068713591750983426612304597836742095815869720134894536201794386172052581436790";

  private CheckDigits() {}

  /**
   * Whether the check of this name holds for the characters between two positions.
   *
   * @param name one of {@link #NAMES}
   * @throws IllegalArgumentException if there is no check of this name
   */
  public static boolean valid(String name, byte[] b, int from, int to) {
    switch (name) {
      case "luhn":
        return luhn(b, from, to);
      case "luhn-mod36":
        return luhnMod36(b, from, to);
      case "verhoeff":
        return verhoeff(b, from, to);
      case "damm":
        return damm(b, from, to);
      case "mod11-2":
        return Iso7064.mod11Radix2(b, from, to);
      case "mod11-10":
        return Iso7064.mod11And10(b, from, to);
      case "mod27-26":
        return Iso7064.mod27And26(b, from, to);
      case "mod37-2":
        return Iso7064.mod37Radix2(b, from, to);
      case "mod37-36":
        return Iso7064.mod37And36(b, from, to);
      case "mod97-10":
        return Iso7064.mod97Radix10(b, from, to);
      case "iban":
        return iban(b, from, to);
      default:
        return ArticleNumbers.valid(name, b, from, to);
    }
  }

  /** The Luhn check (ISO/IEC 7812-1 annex B). */
  public static boolean luhn(byte[] b, int from, int to) {
    int sum = 0;
    boolean twice = false;
    for (int i = to - 1; i >= from; i--) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        continue;
      }
      if (twice) {
        digit = digit > 4 ? 2 * digit - 9 : 2 * digit;
      }
      sum += digit;
      twice = !twice;
    }
    return sum % 10 == 0;
  }

  /** The Luhn check over letters and digits, modulo 36. */
  public static boolean luhnMod36(byte[] b, int from, int to) {
    int sum = 0;
    boolean twice = false;
    for (int i = to - 1; i >= from; i--) {
      int value = value(b[i]);
      if (value < 0) {
        continue;
      }
      int doubled = 2 * value;
      sum += twice ? doubled / 36 + doubled % 36 : value;
      twice = !twice;
    }
    return sum % 36 == 0;
  }

  /** Verhoeff's check: finds every wrong digit and every swap of two neighbours. */
  public static boolean verhoeff(byte[] b, int from, int to) {
    int check = 0;
    int place = 0;
    for (int i = to - 1; i >= from; i--) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        continue;
      }
      for (int turn = place % 8; turn > 0; turn--) {
        digit = PERMUTED.charAt(digit) - '0';
      }
      check = DIHEDRAL.charAt(10 * check + digit) - '0';
      place++;
    }
    return place > 1 && check == 0;
  }

  /** Damm's check: as Verhoeff's, without a permutation by place. */
  public static boolean damm(byte[] b, int from, int to) {
    int interim = 0;
    int seen = 0;
    for (int i = from; i < to; i++) {
      int digit = b[i] - '0';
      if (digit >= 0 && digit <= 9) {
        interim = QUASIGROUP.charAt(10 * interim + digit) - '0';
        seen++;
      }
    }
    return seen > 1 && interim == 0;
  }

  /**
   * The remainder by 97 of an account number's letters and digits, the first four moved behind (ISO
   * 13616). The country's length is not looked at.
   */
  public static boolean iban(byte[] b, int from, int to) {
    int head = from;
    for (int seen = 0; seen < 4; head++) {
      if (head >= to) {
        return false;
      }
      seen += value(b[head]) >= 0 ? 1 : 0;
    }
    return Iso7064.remainder97(b, from, head, Iso7064.remainder97(b, head, to, 0)) == 1;
  }

  /**
   * The sum of the characters' values times their weights, modulo {@code modulus}.
   *
   * @param from of the first character; none is passed over, so the number must be written in one
   *     run
   * @param weights one for each character
   */
  public static int weighted(byte[] b, int from, int[] weights, int modulus) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * value(b[from + i]);
    }
    return Math.floorMod(sum, modulus);
  }

  /** What a character counts: 0 to 9, A and a 10, Z and z 35; -1 for any other. */
  public static int value(byte b) {
    if (b >= '0' && b <= '9') {
      return b - '0';
    }
    int small = b | 0x20;
    return b > 0 && small >= 'a' && small <= 'z' ? small - 'a' + 10 : -1;
  }
}
