package dev.bauta.engine;

import java.math.BigInteger;

/** Tokens with the value's own form, among the values of its type that nobody is given. */
final class ReservedTokens {

  private static final CheckedTokens CARD =
      new CheckedTokens("payment-card", 0, 12, 19, CheckedTokens.Check.LUHN);
  private static final CheckedTokens IMEI =
      new CheckedTokens("imei", 7, 15, 15, CheckedTokens.Check.LUHN);
  private static final CheckedTokens ROUTING =
      new CheckedTokens("us-bank-routing", 9, 9, 9, CheckedTokens.Check.ROUTING);

  private static final String PHONE = "+999";
  private static final String DOMAIN = "tok.invalid";
  private static final int LOCAL = 16;

  private ReservedTokens() {}

  static boolean has(PiiType type) {
    return switch (type.id()) {
      case "payment-card",
          "imei",
          "us-bank-routing",
          "iban",
          "us-ssn",
          "phone",
          "email",
          "ipv4",
          "ipv6",
          "mac-address" ->
          true;
      default -> false;
    };
  }

  static boolean isToken(String value, PiiType type) {
    return switch (type.id()) {
      case "payment-card" -> CARD.isToken(value);
      case "imei" -> IMEI.isToken(value);
      case "us-bank-routing" -> ROUTING.isToken(value);
      case "iban" -> isIban(value) && value.charAt(2) == '0' && value.charAt(3) == '0';
      case "us-ssn" -> isSsnToken(value);
      case "phone" -> isPhoneToken(value);
      case "email" -> isEmailToken(value);
      case "ipv4" -> isIpv4Token(value);
      case "ipv6" -> value.length() == 39 && value.startsWith("f0") && IpText.ipv6(value) != null;
      case "mac-address" -> value.startsWith("f3") && macDigits(value) != null;
      default -> false;
    };
  }

  /** The token, or null where the value has not its type's form. */
  static String token(String value, PiiType type, TokenCipher cipher) {
    return switch (type.id()) {
      case "payment-card" -> CARD.token(value, cipher);
      case "imei" -> IMEI.token(value, cipher);
      case "us-bank-routing" -> ROUTING.token(value, cipher);
      case "iban" -> iban(value, cipher);
      case "us-ssn" -> ssn(value, cipher);
      case "phone" -> phone(value, cipher);
      case "email" -> email(value, cipher);
      case "ipv4" -> ipv4(value, cipher);
      case "ipv6" -> ipv6(value, cipher);
      case "mac-address" -> mac(value, cipher);
      default -> null;
    };
  }

  private static boolean isIban(String value) {
    int characters = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != ' ' && !isLetter(c) && !isDigit(c) || characters > 34) {
        return false;
      }
      characters += c == ' ' ? 0 : 1;
    }
    boolean head = characters >= 15 && isLetter(value.charAt(0)) && isLetter(value.charAt(1));
    return head && characters <= 34 && isDigit(value.charAt(2)) && isDigit(value.charAt(3));
  }

  private static String iban(String value, TokenCipher cipher) {
    if (!isIban(value)) {
      return null;
    }
    // without blanks: groups of four digits could be looked at as a card
    StringBuilder account = new StringBuilder(30);
    for (int i = 4; i < value.length(); i++) {
      if (value.charAt(i) != ' ') {
        account.append(value.charAt(i));
      }
    }
    Shape shape = new Shape(account.toString());
    String head = value.substring(0, 4);
    BigInteger token = cipher.permute(shape.number(), shape.size(), head + shape.form());
    return value.substring(0, 2) + "00" + shape.fill(token, false);
  }

  private static boolean isSsnToken(String value) {
    int[] digits = Digits.of(value, 9, 9);
    return digits != null && digits[0] == 9 && !isItinGroup(digits[3] * 10 + digits[4]);
  }

  /** The fourth and fifth digits a taxpayer number has (IRS, "ITIN"): not 00-49, 66-69, 89, 93. */
  private static boolean isItinGroup(int group) {
    return group >= 50 && (group < 66 || group > 69) && group != 89 && group != 93;
  }

  private static String ssn(String value, TokenCipher cipher) {
    int[] digits = Digits.of(value, 9, 9);
    if (digits == null) {
      return null;
    }
    BigInteger all = BigInteger.valueOf(100L * 56 * 10_000);
    long token = cipher.number("us-ssn", join(digits), all).longValue();
    int group = (int) (token / 10_000 % 56);
    group = group < 50 ? group : group < 54 ? group + 16 : group == 54 ? 89 : 93;
    long number = 900_000_000L + token / 560_000 * 1_000_000 + group * 10_000L + token % 10_000;
    Digits.write(BigInteger.valueOf(number), digits, 0, 9);
    return Digits.replace(value, digits);
  }

  private static boolean isPhoneToken(String value) {
    return value.startsWith(PHONE) && Digits.of(value, 10, 18) != null;
  }

  // No blank behind +999: what comes next must not be looked at as a number of its own.
  private static String phone(String value, TokenCipher cipher) {
    int[] digits = Digits.of(value, 7, 15);
    if (digits == null) {
      return null;
    }
    String trimmed = value.trim();
    String national = trimmed.startsWith("+") ? trimmed.substring(1) : trimmed;
    BigInteger size = BigInteger.TEN.pow(digits.length);
    String what = trimmed.startsWith("+") ? "phone+" : "phone";
    BigInteger number = Digits.number(digits, 0, digits.length);
    number = cipher.permute(number, size, what + digits.length);
    Digits.write(number, digits, 0, digits.length);
    return PHONE + Digits.replace(national.trim(), digits);
  }

  private static boolean isEmailToken(String value) {
    return value.length() > LOCAL
        && value.charAt(LOCAL) == '@'
        && value.length() == LOCAL + 1 + DOMAIN.length()
        && value.endsWith(DOMAIN)
        && TokenCipher.areLetters(value, 0, LOCAL);
  }

  private static String email(String value, TokenCipher cipher) {
    int at = value.lastIndexOf('@');
    boolean address = at > 0 && at < value.length() - 1 && value.indexOf(' ') < 0;
    return address ? cipher.letters("email", value, LOCAL) + "@" + DOMAIN : null;
  }

  private static boolean isIpv4Token(String value) {
    int[] octets = IpText.ipv4(value);
    return octets != null && octets[0] >= 240 && octets[0] < 255;
  }

  private static String ipv4(String value, TokenCipher cipher) {
    int[] octets = IpText.ipv4(value);
    if (octets == null) {
      return null;
    }
    String address = IpText.format4(octets);
    int token = cipher.number("ipv4", address, BigInteger.valueOf(15L << 24)).intValue();
    octets[0] = 240 + (token >>> 24);
    octets[1] = token >>> 16 & 255;
    octets[2] = token >>> 8 & 255;
    octets[3] = token & 255;
    return IpText.format4(octets);
  }

  private static String ipv6(String value, TokenCipher cipher) {
    int[] groups = IpText.ipv6(value);
    if (groups == null) {
      return null;
    }
    BigInteger all = BigInteger.ONE.shiftLeft(120);
    BigInteger token = cipher.number("ipv6", IpText.format6(groups), all);
    String hex = all.multiply(BigInteger.valueOf(0xf0)).add(token).toString(16);
    StringBuilder address = new StringBuilder(39);
    for (int i = 0; i < 32; i += 4) {
      address.append(i == 0 ? "" : ":").append(hex, i, i + 4);
    }
    return address.toString();
  }

  private static String mac(String value, TokenCipher cipher) {
    String digits = macDigits(value);
    if (digits == null) {
      return null;
    }
    BigInteger all = BigInteger.ONE.shiftLeft(4 * digits.length() - 8);
    BigInteger token = cipher.number("mac-address", digits, all);
    String hex = all.multiply(BigInteger.valueOf(0xf3)).add(token).toString(16);
    StringBuilder address = new StringBuilder(value.length());
    int n = 0;
    for (int i = 0; i < value.length(); i++) {
      address.append(IpText.hex(value.charAt(i)) < 0 ? value.charAt(i) : hex.charAt(n++));
    }
    return address.toString();
  }

  /** The 12 or 16 digits of an address in lower case, or null. */
  private static String macDigits(String value) {
    StringBuilder digits = new StringBuilder(16);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (IpText.hex(c) >= 0 && digits.length() < 17) {
        digits.append(Character.toLowerCase(c));
      } else if (c != ':' && c != '-' && c != '.') {
        return null;
      }
    }
    return digits.length() == 12 || digits.length() == 16 ? digits.toString() : null;
  }

  private static String join(int[] digits) {
    StringBuilder joined = new StringBuilder(digits.length);
    for (int digit : digits) {
      joined.append(digit);
    }
    return joined.toString();
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
