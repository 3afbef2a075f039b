package dev.bauta.engine.ids;

/** As {@link SpecialChecks}: the rest of the names. */
final class MoreSpecialChecks {

  private static final String CHINESE_REGIONS =
      "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 91 ";
  private static final String MEXICAN_STATES =
      "AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS NE NL NT OC PL QR QT SL SP SR TC TL TS VZ YN ZS ";
  private static final String NO_MALAYSIAN_PLACES = "00 17 18 19 20 69 70 73 80 81 94 95 96 97 ";
  private static final String NO_EMPLOYERS = "00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97 ";

  private MoreSpecialChecks() {}

  static boolean valid(String name, IdToken token, int at) {
    byte[] b = token.chars;
    switch (name) {
      case "atuid":
        return (96 - doubled(b, at + 1, 7)) % 10 == b[at + 8] - '0';
      case "double":
        return twice(b, at, 10, "1234567891", "3456789123") == b[at + 10] - '0';
      case "eik":
        return twice(b, at, 8, "12345678", "3456789:") == b[at + 8] - '0';
      case "eepvm":
        return b[at + 7] == '1' && twice(b, at, 8, "12345678", "34567891") == b[at + 8] - '0';
      case "kazakh":
        return twice(b, at, 11, "123456789:;", "3456789:;12") == b[at + 11] - '0';
      case "cui":
        return romanian(b, at, token.length - at);
      case "vkn":
        return turkish(b, at);
      case "edrpou":
        long number = token.number(at, at + 8);
        boolean middle = number >= 30_000_000 && number <= 60_000_000;
        return twice(b, at, 7, middle ? "7123456" : "1234567", middle ? "9345678" : "3456789")
            == b[at + 7] - '0';
      case "btw":
        return token.number(at + 10, at + 12) != 0;
      case "mtvat":
        return (sum(b, at, 6, "346789") + token.number(at + 6, at + 8)) % 37 == 0;
      case "abn":
        return (sum(b, at, 11, ":13579;=?AC") - 10) % 89 == 0;
      case "ird":
        return newZealand(token, at);
      case "hkid":
        return CitizenCards.hongKong(b, at, b[at + 1] > '9' ? 2 : 1);
      case "twid":
        return CitizenCards.taiwanese(b, at);
      case "nric":
        return CitizenCards.singaporean(b, at);
      case "nhi":
        return CitizenCards.newZealandHealth(b, at);
      case "curp":
        return CitizenCards.curp(b, at) && among(MEXICAN_STATES, b, at + 11);
      case "ubn":
        return taiwaneseBusiness(b, at);
      case "brn":
        int ninth = 5 * (b[at + 8] - '0');
        return (10 - (sum(b, at, 8, "13713713") + ninth + ninth / 10) % 10) % 10 == b[at + 9] - '0'
            || token.joins[at + 3] == '-';
      case "krplace":
        boolean past = "3478".indexOf(b[at + 6]) < 0 || token.number(at, at + 2) <= 36;
        return past && token.number(at + 7, at + 9) <= 96;
      case "cnregion":
        return among(CHINESE_REGIONS, b, at);
      case "mykad":
        return !among(NO_MALAYSIAN_PLACES, b, at + 6);
      case "ein":
        return !among(NO_EMPLOYERS, b, at);
      default:
        return rest(name, token, at);
    }
  }

  private static boolean rest(String name, IdToken token, int at) {
    byte[] b = token.chars;
    switch (name) {
      case "itin":
        long group = token.number(at + 3, at + 5);
        return group <= 65 || group >= 70 && group <= 99 && group != 89 && group != 93;
      case "palindrome":
        for (int i = 0; i < 6; i++) {
          if (b[at + i] != b[at + 11 - i]) {
            return true;
          }
        }
        return false;
      case "pan":
        return token.number(at + 5, at + 9) != 0;
      case "nikarea":
        long province = token.number(at, at + 2);
        return province >= 11 && province <= 96;
      case "egypt":
        long governorate = token.number(at + 7, at + 9);
        return governorate >= 1 && governorate <= 35 || governorate == 88;
      case "nicdays":
        long days = token.number(token.chars[at + 9] > '9' ? at + 2 : at + 4, days(b, at));
        return days >= 1 && days <= 366 || days >= 501 && days <= 866;
      case "province":
        long ecuador = token.number(at, at + 2);
        return ecuador >= 1 && ecuador <= 24 || ecuador == 30 || ecuador == 50;
      case "ecruc":
        return ecuadorian(token, at);
      case "uyrut":
        long office = token.number(at, at + 2);
        return office >= 1 && office <= 22 && token.number(at + 2, at + 8) != 0;
      case "cpj":
        return costaRican(token, at);
      case "rude":
        return !SpecialChecks.rude(b, at);
      case "cui8":
        int r = sum(b, at, 8, "32765432") % 11;
        return "65432110987".charAt(r) == b[at + 8] || "KJIHGFEDCBA".charAt(r) == b[at + 8];
      case "rif":
        int kind = 4 * ("VEJPG".indexOf(b[at]) + 1);
        return "00987654321".charAt((kind + sum(b, at + 1, 8, "32765432")) % 11) == b[at + 9];
      default:
        throw new IllegalStateException(name);
    }
  }

  private static int days(byte[] b, int at) {
    return b[at + 9] > '9' ? at + 5 : at + 7;
  }

  /** Values times weights; a weight is the character's distance from {@code 0}. */
  private static int sum(byte[] b, int at, int n, String weights) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (b[at + i] - '0') * (weights.charAt(i) - '0');
    }
    return sum;
  }

  /** Modulo 11; where that gives ten, once more with other weights; a second ten is a zero. */
  private static int twice(byte[] b, int at, int n, String first, String second) {
    int check = sum(b, at, n, first) % 11;
    return check < 10 ? check : sum(b, at, n, second) % 11 % 10;
  }

  /** Sum of digits, every second of which is doubled and summed up again. */
  private static int doubled(byte[] b, int at, int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      int digit = b[at + i] - '0';
      sum += i % 2 == 0 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
    }
    return sum;
  }

  private static boolean among(String codes, byte[] b, int at) {
    for (int i = 0; i < codes.length(); i += 3) {
      if (codes.charAt(i) == b[at] && codes.charAt(i + 1) == b[at + 1]) {
        return true;
      }
    }
    return false;
  }

  /** CUI: weights from the right. */
  private static boolean romanian(byte[] b, int at, int length) {
    int last = at + length - 1;
    int sum = 0;
    for (int i = last - 1, k = 0; i >= at; i--, k++) {
      sum += (b[i] - '0') * ("235712357".charAt(k) - '0');
    }
    return 10 * sum % 11 % 10 == b[last] - '0';
  }

  private static boolean turkish(byte[] b, int at) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      int digit = (b[at + i] - '0' + 9 - i) % 10;
      int times = (digit << 9 - i) % 9;
      sum += digit != 0 && times == 0 ? 9 : times;
    }
    return (10 - sum % 10) % 10 == b[at + 9] - '0';
  }

  private static boolean newZealand(IdToken token, int at) {
    int digits = token.length - at < 9 ? 8 : 9;
    byte[] b = token.chars;
    int from = digits == 8 ? 1 : 0;
    int n = digits - 1;
    long number = token.number(at, at + digits);
    int check = (11 - sum(b, at, n, "32765432".substring(from)) % 11) % 11;
    check = check < 10 ? check : (11 - sum(b, at, n, "74325276".substring(from)) % 11) % 11;
    return number > 10_000_000 && number < 150_000_000 && check == b[at + n] - '0';
  }

  private static boolean taiwaneseBusiness(byte[] b, int at) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      int product = (b[at + i] - '0') * ("12121241".charAt(i) - '0');
      sum += product / 10 + product % 10;
    }
    return sum % 5 == 0 || (sum + 1) % 5 == 0 && b[at + 6] == '7';
  }

  private static boolean ecuadorian(IdToken token, int at) {
    byte[] b = token.chars;
    int third = b[at + 2] - '0';
    boolean natural = third <= 6 && doubled10(b, at) && token.number(at + 10, at + 13) != 0;
    boolean state =
        third == 6 && sum(b, at, 9, "327654321") % 11 == 0 && token.number(at + 9, at + 13) != 0;
    return natural
        || state
        || third == 9
            && sum(b, at, 10, "4327654321") % 11 == 0
            && token.number(at + 10, at + 13) != 0;
  }

  private static boolean doubled10(byte[] b, int at) {
    return (doubledFirst(b, at) + b[at + 9] - '0') % 10 == 0;
  }

  private static int doubledFirst(byte[] b, int at) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      int digit = b[at + i] - '0';
      sum += i % 2 == 1 ? digit : digit > 4 ? 2 * digit - 9 : 2 * digit;
    }
    return sum;
  }

  private static boolean costaRican(IdToken token, int at) {
    long kind = token.number(at + 1, at + 4);
    switch (token.chars[at]) {
      case '2':
        return kind % 100 == 0 && kind >= 100 && kind <= 400;
      case '3':
        return kind >= 2 && kind <= 14 || kind >= 101 && kind <= 110;
      case '4':
        return kind == 0;
      default:
        return kind == 1;
    }
  }
}
