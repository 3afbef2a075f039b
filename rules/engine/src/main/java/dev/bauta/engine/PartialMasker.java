package dev.bauta.engine;

/**
 * The partial form of each type: {@code j***@example.com}, {@code ***-**-1234}, {@code
 * ************1111}. A value that does not have its type's shape is redacted, so that nothing is
 * shown by mistake.
 */
final class PartialMasker implements Masker {

  @Override
  public String name() {
    return "partial";
  }

  @Override
  public String mask(String value, PiiType type) {
    String masked = partial(value, type);
    return masked == null ? Maskers.REDACT.mask(value, type) : masked;
  }

  private static String partial(String value, PiiType type) {
    if (type == PiiType.EMAIL) {
      return email(value);
    }
    if (type == PiiType.US_SSN) {
      return keepLastDigits(value, 4, 9);
    }
    if (type == PiiType.PAYMENT_CARD) {
      return keepLastDigits(value, 4, 12);
    }
    if (type == PiiType.PHONE) {
      return keepLastDigits(value, 2, 7);
    }
    if (type == PiiType.IBAN) {
      return iban(value);
    }
    if (type == PiiType.IPV4) {
      return ipv4(value);
    }
    if (type == PiiType.IPV6) {
      return ipv6(value);
    }
    return null;
  }

  private static String email(String value) {
    int at = value.lastIndexOf('@');
    if (at < 1 || at == value.length() - 1) {
      return null;
    }
    int first = value.offsetByCodePoints(0, 1);
    return first > at ? null : value.substring(0, first) + "***" + value.substring(at);
  }

  /**
   * Stars every digit but the last ones; separators stay. A star counts as a digit masked before.
   */
  private static String keepLastDigits(String value, int keep, int atLeast) {
    int digits = 0;
    for (int i = 0; i < value.length(); i++) {
      digits += isDigitOrStar(value.charAt(i)) ? 1 : 0;
    }
    if (digits < atLeast) {
      return null;
    }
    StringBuilder masked = new StringBuilder(value.length());
    int left = digits;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isDigitOrStar(c)) {
        masked.append(left-- > keep ? '*' : c);
      } else if (isSeparator(c)) {
        masked.append(c);
      } else {
        return null;
      }
    }
    return masked.toString();
  }

  private static String iban(String value) {
    int letters = 0;
    for (int i = 0; i < value.length(); i++) {
      letters += value.charAt(i) == ' ' ? 0 : 1;
    }
    if (letters < 12) {
      return null;
    }
    StringBuilder masked = new StringBuilder(value.length());
    int seen = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean kept = c == ' ' || seen < 2 || seen >= letters - 4;
      masked.append(kept ? c : '*');
      seen += c == ' ' ? 0 : 1;
    }
    return masked.toString();
  }

  private static String ipv4(String value) {
    int dot = value.indexOf('.');
    return dot < 1 || dot > 3 || !allDigits(value, dot) ? null : value.substring(0, dot) + ".*.*.*";
  }

  private static String ipv6(String value) {
    int colon = value.indexOf(':');
    return colon < 0 || colon > 4 ? null : value.substring(0, colon) + ":*";
  }

  private static boolean allDigits(String value, int end) {
    for (int i = 0; i < end; i++) {
      if (Character.digit(value.charAt(i), 10) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigitOrStar(char c) {
    return c == '*' || Character.isDigit(c);
  }

  private static boolean isSeparator(char c) {
    return c == ' '
        || c == '-'
        || c == '.'
        || c == '/'
        || c == '('
        || c == ')'
        || c == '+'
        || c == '\u00a0';
  }
}
