package dev.bauta.engine;

import java.util.Random;

/** Random values of each type, as they are written, and values of no type at all. Seeded. */
final class TypedValues {

  private static final String JUNK =
      "0123456789+-() .:@*#aAfZ_/[]{}\u00b0\u00e9\u00df\u0130\u01c5\uff11\u0661\u738b\u0301\u200b"
          + "\ud83d\ude00\ud835\udfce\0\n\t'\"=,";

  final Random random;

  TypedValues(long seed) {
    random = new Random(seed);
  }

  String junk(int longest) {
    StringBuilder junk = new StringBuilder();
    for (int n = random.nextInt(longest + 1); n > 0; n--) {
      junk.append(JUNK.charAt(random.nextInt(JUNK.length())));
    }
    return junk.toString();
  }

  /** Now and then the beginning of a masked form before junk. */
  String lookalike() {
    String[] heads = {
      "tok_",
      "email#",
      "name#k2:",
      "[EMAIL]",
      "[",
      "+999",
      "***",
      "f3:",
      "f0",
      "DE00",
      "40-49",
      "1980s",
      "1984-**",
      "ghp_",
      "0",
      "9",
      "240.",
      "a***",
      "52.5"
    };
    return heads[random.nextInt(heads.length)] + junk(20);
  }

  String of(PiiType type) {
    return switch (type.id()) {
      case "email" -> letters(1 + random.nextInt(12)) + "@" + letters(5) + ".example";
      case "payment-card" -> grouped(card(4));
      case "imei" -> luhn("35" + digits(12));
      case "us-ssn" -> group() ? "219-09-" + digits(4) : "21909" + digits(4);
      case "phone" -> phone();
      case "iban" -> iban();
      case "ipv4" -> octet() + "." + octet() + "." + octet() + "." + octet();
      case "ipv6" -> "2001:db8:" + hex(4) + "::" + hex(4);
      case "mac-address" -> "00:1a:2b:" + hex(2) + ":" + hex(2) + ":" + hex(2);
      case "geo-coordinates" -> random.nextInt(90) + "." + digits(5) + ", -" + "12." + digits(4);
      case "date-of-birth" -> date();
      case "card-expiry" -> "0" + (1 + random.nextInt(9)) + "/2" + digits(1);
      case "name" -> "Ada-" + letters(4) + " " + letters(8);
      case "bic" -> "DEUTDE" + digits(2) + (group() ? "" : "500");
      case "us-bank-routing" -> "02100002" + digits(1);
      case "url-credentials" -> letters(5) + ":" + letters(9);
      case "crypto-address" -> "bc1q" + letters(30);
      case "secret" -> (group() ? "ghp_" : "") + letters(20) + digits(4);
      default -> letters(3) + digits(7) + (group() ? "-" + digits(2) : "");
    };
  }

  /** A number with a right Luhn check digit. */
  String card(int first) {
    return luhn(first + digits(11 + random.nextInt(7)));
  }

  private static String luhn(String payload) {
    for (int check = 0; check < 10; check++) {
      if (isLuhn(payload + check)) {
        return payload + check;
      }
    }
    throw new AssertionError(payload);
  }

  static boolean isLuhn(String value) {
    int sum = 0;
    boolean twice = false;
    for (int i = value.length() - 1; i >= 0; i--) {
      int digit = Character.digit(value.charAt(i), 10);
      if (digit >= 0) {
        int product = twice ? 2 * digit : digit;
        sum += product / 10 + product % 10;
        twice = !twice;
      }
    }
    return sum % 10 == 0;
  }

  private String grouped(String card) {
    if (group()) {
      return card;
    }
    StringBuilder grouped = new StringBuilder();
    for (int i = 0; i < card.length(); i++) {
      grouped.append(i > 0 && i % 4 == 0 ? "-" : "").append(card.charAt(i));
    }
    return grouped.toString();
  }

  private String phone() {
    return switch (random.nextInt(3)) {
      case 0 -> "+49 171 " + digits(7);
      case 1 -> "(212) 555-" + digits(4);
      default -> "0171 " + digits(3) + " " + digits(4);
    };
  }

  private String iban() {
    return group()
        ? "DE" + digits(2) + " 3704 0044 " + digits(4) + " " + digits(4) + " 00"
        : "GB" + digits(2) + "WEST" + digits(14);
  }

  private String date() {
    String month = "0" + (1 + random.nextInt(9));
    String day = "1" + digits(1);
    String year = "19" + digits(2);
    return switch (random.nextInt(4)) {
      case 0 -> year + "-" + month + "-" + day;
      case 1 -> day + "." + month + "." + year;
      case 2 -> month + "/" + day + "/" + year;
      default -> year + "-" + month + "-" + day + "T23:30:00-05:00";
    };
  }

  private boolean group() {
    return random.nextBoolean();
  }

  private String octet() {
    return String.valueOf(random.nextInt(224));
  }

  private String digits(int count) {
    return draw("0123456789", count);
  }

  private String hex(int count) {
    return draw("0123456789abcdef", count);
  }

  private String letters(int count) {
    return draw("abcdefghijklmnopqrstuvwxyz", count);
  }

  private String draw(String alphabet, int count) {
    StringBuilder drawn = new StringBuilder();
    for (int i = 0; i < count; i++) {
      drawn.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return drawn.toString();
  }
}
