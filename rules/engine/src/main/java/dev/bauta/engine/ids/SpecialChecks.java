package dev.bauta.engine.ids;

import dev.bauta.engine.checks.CheckDigits;

/**
 * Checks that are more than weights: by name, over the characters of a token from a position on.
 * The shape was compared before, so places that must be digits are.
 */
final class SpecialChecks {

  private static final String HETU = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final String NO_NINO = "BG GB NK KN TN NT ZZ ";
  private static final String RUDE = "BUEIBUEYCACACACOCAGACAGOCAKACAKOCOGECOJACOJECOJICOJO";

  private SpecialChecks() {}

  static boolean valid(String name, IdToken token, int at) {
    byte[] b = token.chars;
    switch (name) {
      case "nrt":
        return andorra(b[at], token.number(at + 1, at + 7));
      case "jmbg":
        return jmbg(token, at);
      case "bevat":
        return 97 - token.number(at, at + 8) % 97 == token.number(at + 8, at + 10);
      case "benn":
        return belgian(token, at);
      case "cyprus":
        return cyprus(b, at);
      case "shortrc":
        return birthNumber(token, at) && token.number(at + 6, at + 9) != 0;
      case "rc":
        return birthNumber(token, at) && czech(token.number(at, at + 9), b[at + 9] - '0');
      case "idnr":
        return repeats(b, at);
      case "svnr":
        return pension(token, at);
      case "mixed":
        return (token.digits >>> at & 0xFF) != 0 && (token.digits >>> at & 0x1FF) != 0x1FE;
      case "cpr":
        return danish(token, at);
      case "hetu":
        long number = token.number(at, at + 6) * 1000 + token.number(at + 7, at + 10);
        return HETU.charAt((int) (number % 31)) == b[at + 10];
      case "nino":
        return prefixOfNino(b[at], b[at + 1]);
      case "gbvat":
        return britishVat(token, at);
      case "codice":
        return ItalianCode.valid(token, at);
      case "nir":
        return french(token, at);
      case "spi":
        return token.number(at, at + 10) % 511 == token.number(at + 10, at + 13);
      case "tva":
        return (12 + 3 * (token.number(at + 2, at + 11) % 97)) % 97 == token.number(at, at + 2);
      case "cif":
        return cif(b, at);
      case "nuss":
        return nuss(token, at);
      case "luxembourg":
        byte eleventh = b[at + 11];
        b[at + 11] = b[at + 12]; // both checks are over the same eleven digits
        boolean verhoeff = CheckDigits.verhoeff(b, at, at + 12);
        b[at + 11] = eleventh;
        return verhoeff;
      case "luvat":
        return token.number(at, at + 6) % 89 == token.number(at + 6, at + 8);
      case "ptcc":
        return CitizenCards.portuguese(b, at);
      case "snils":
        return snils(token, at);
      case "ogrn":
        return token.number(at, at + 12) % 11 % 10 == b[at + 12] - '0';
      default:
        return MoreSpecialChecks.valid(name, token, at);
    }
  }

  /** Persons below 700,000, but for those whose letter has the numbers above. */
  private static boolean andorra(byte letter, long number) {
    if (letter == 'F') {
      return number <= 699_999;
    }
    return letter != 'A' && letter != 'L' || number > 699_999 && number < 800_000;
  }

  /** The Yugoslav number: day, month and the year's last three digits, then weights modulo 11. */
  private static boolean jmbg(IdToken token, int at) {
    int year = (int) token.number(at + 4, at + 7);
    year += year < 100 ? 2000 : 1000;
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (7 - i % 6) * (token.chars[at + i] - '0');
    }
    return (year < 2050 && year >= 1850)
        && IdDates.valid(year, (int) token.number(at + 2, at + 4), (int) token.number(at, at + 2))
        && (11 - sum % 11) % 11 % 10 == token.chars[at + 12] - '0';
  }

  /** From 2000 on a 2 goes before the number; the month may be unknown, or be raised. */
  private static boolean belgian(IdToken token, int at) {
    long number = token.number(at, at + 9);
    long check = token.number(at + 9, at + 11);
    long month = token.number(at + 2, at + 4);
    long day = token.number(at + 4, at + 6);
    boolean known = month % 20 >= 1 && month % 20 <= 12 && day >= 1;
    boolean date = known ? IdDates.valid(4, (int) month % 20, (int) day) : month % 20 == 0;
    return date
        && month < 60
        && day <= 31
        && (97 - number % 97 == check || 97 - (2_000_000_000L + number) % 97 == check);
  }

  private static boolean cyprus(byte[] b, int at) {
    String odd = "\001\000\005\007\011\015\017\021\023\025";
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      int digit = b[at + i] - '0';
      sum += i % 2 == 0 ? odd.charAt(digit) : digit;
    }
    return 'A' + sum % 26 == b[at + 8] && !(b[at] == '1' && b[at + 1] == '2');
  }

  private static boolean birthNumber(IdToken token, int at) {
    return IdDates.valid(token, at, "ymd", "m+20+50+70");
  }

  /** Until 1985 a remainder of ten was written as 0. */
  private static boolean czech(long number, int check) {
    return number % 11 == check || number % 11 == 10 && check == 0;
  }

  /** Of the first ten digits of the tax number, one comes twice or three times, the others once. */
  private static boolean repeats(byte[] b, int at) {
    int counts = 0;
    int more = 0;
    int most = 0;
    for (char digit = '0'; digit <= '9'; digit++) {
      counts = 0;
      for (int i = 0; i < 10; i++) {
        counts += b[at + i] == digit ? 1 : 0;
      }
      more += counts > 1 ? 1 : 0;
      most = Math.max(most, counts);
    }
    return more == 1 && most <= 3;
  }

  /** VKVV: the letter as two digits, then sums of digits by weights. */
  private static boolean pension(IdToken token, int at) {
    byte[] b = token.chars;
    int letter = b[at + 8] - 'A' + 1;
    String weights = "212571212121";
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      int digit =
          i < 8
              ? b[at + i] - '0'
              : i == 8 ? letter / 10 : i == 9 ? letter % 10 : b[at + i - 1] - '0';
      int product = digit * (weights.charAt(i) - '0');
      sum += product / 10 + product % 10;
    }
    return sum % 10 == b[at + 11] - '0' && IdDates.valid(token, at + 2, "dmy", "d+50");
  }

  /** The seventh digit tells the century, of which some years are yet to come. */
  private static boolean danish(IdToken token, int at) {
    int year = (int) token.number(at + 4, at + 6);
    int seventh = token.chars[at + 6] - '0';
    if (seventh < 4) {
      year += 1900;
    } else if (seventh == 4 || seventh == 9) {
      year += year <= 36 ? 2000 : 1900;
    } else {
      year += year <= 57 ? 2000 : 1800;
    }
    int day = (int) token.number(at, at + 2);
    return year <= 2036
        && IdDates.valid(year, (int) token.number(at + 2, at + 4), day > 60 ? day - 60 : day);
  }

  private static boolean prefixOfNino(byte first, byte second) {
    for (int i = 0; i < NO_NINO.length(); i += 3) {
      if (NO_NINO.charAt(i) == first && NO_NINO.charAt(i + 1) == second) {
        return false;
      }
    }
    return true;
  }

  private static boolean britishVat(IdToken token, int at) {
    int sum = (int) token.number(at + 7, at + 9);
    for (int i = 0; i < 7; i++) {
      sum += (8 - i) * (token.chars[at + i] - '0');
    }
    return sum % 97 == 0 || sum % 97 == 42;
  }

  /** Corsica's departments 2A and 2B count as 19 and 18. */
  private static boolean french(IdToken token, int at) {
    byte letter = token.chars[at + 6];
    long month = token.number(at + 3, at + 5);
    boolean corsica = letter == 'A' || letter == 'B';
    if (corsica && token.chars[at + 5] != '2' || month == 0 || month > 42 && month < 50) {
      return false;
    }
    if (corsica) {
      token.chars[at + 5] = '1';
      token.chars[at + 6] = letter == 'A' ? (byte) '9' : (byte) '8';
    }
    boolean valid = 97 - token.number(at, at + 13) % 97 == token.number(at + 13, at + 15);
    if (corsica) {
      token.chars[at + 5] = '2';
      token.chars[at + 6] = letter;
    }
    return valid;
  }

  /** Luhn over seven digits; some kinds of companies have a letter for it. */
  private static boolean cif(byte[] b, int at) {
    int sum = 0;
    for (int i = 1; i <= 7; i++) {
      int digit = b[at + i] - '0';
      sum += i % 2 == 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
    }
    int check = (10 - sum % 10) % 10;
    boolean letter = "JABCDEFGHI".charAt(check) == b[at + 8];
    boolean digit = check == b[at + 8] - '0';
    return "NPQRSW".indexOf(b[at]) >= 0
        ? letter
        : "ABEH".indexOf(b[at]) >= 0 ? digit : letter || digit;
  }

  private static boolean nuss(IdToken token, int at) {
    long number = token.number(at + 2, at + 10);
    long whole = token.number(at, at + 2) * (number < 10_000_000 ? 10_000_000 : 100_000_000);
    return (whole + number) % 97 == token.number(at + 10, at + 12);
  }

  private static boolean snils(IdToken token, int at) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (9 - i) * (token.chars[at + i] - '0');
    }
    return sum % 101 % 100 == token.number(at + 9, at + 11);
  }

  /** Four letters that no tax number of Mexico begins with; shortened list of the rude ones. */
  static boolean rude(byte[] b, int at) {
    for (int i = 0; i < RUDE.length(); i += 4) {
      if (b[at] == RUDE.charAt(i)
          && b[at + 1] == RUDE.charAt(i + 1)
          && b[at + 2] == RUDE.charAt(i + 2)
          && b[at + 3] == RUDE.charAt(i + 3)) {
        return true;
      }
    }
    return false;
  }
}
