package dev.bauta.engine;

/**
 * What is printed on documents and cards, in the forms that countries give them; taken only where a
 * label or a word says what it is.
 */
final class IdentityDocuments {

  private static final int VIN_LENGTH = 17;
  private static final int VIN_CHECK = 8;
  private static final int VIN_SERIAL = 5;

  // ISO 3779, 49 CFR 565: what each letter counts, from A on; 0 for I, O and Q, which have no
  // place.
  private static final String VIN_LETTERS = "12345678012345070923456789";
  private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

  private IdentityDocuments() {}

  /** Three or four digits. */
  static int securityCodeEnd(byte[] b, int from) {
    int digits = Groups.run(b, from, 4);
    return digits >= 3 && digits <= 4 && Groups.endsAlone(b, from + digits) ? from + digits : -1;
  }

  /** A month and a year of two or four digits, in either order. */
  static int expiryEnd(byte[] b, int from) {
    int first = Groups.run(b, from, 6);
    if (first == 4 && b[from + 4] != '-' && b[from + 4] != '/' || first == 6) {
      return month(b, from, 2) && Groups.endsAlone(b, from + first) ? from + first : -1;
    }
    int i = from + first;
    while ((b[i] == ' ' || b[i] == '/' || b[i] == '-' || b[i] == '.') && i < from + first + 3) {
      i++;
    }
    int second = Groups.run(b, i, 4);
    boolean monthFirst = first <= 2 && (second == 2 || second == 4) && month(b, from, first);
    boolean yearFirst = first == 4 && second == 2 && month(b, i, 2);
    boolean joined = i > from + first;
    return joined && (monthFirst || yearFirst) && Groups.endsAlone(b, i + second) ? i + second : -1;
  }

  private static boolean month(byte[] b, int from, int digits) {
    int month = b[from] - '0';
    month = digits == 2 ? month * 10 + b[from + 1] - '0' : month;
    return month >= 1 && month <= 12;
  }

  /** Six to eleven letters and digits, three of them digits, the letters in front or mixed. */
  static int passportEnd(byte[] b, int from) {
    return Tokens.mixedEnd(b, from, 6, 11, 3);
  }

  /** Five to twenty letters and digits, three of them digits. */
  static int licenceEnd(byte[] b, int from) {
    return Tokens.mixedEnd(b, from, 5, 20, 3);
  }

  /** Five to sixteen letters and digits, four of them digits. */
  static int healthEnd(byte[] b, int from) {
    return Tokens.mixedEnd(b, from, 5, 16, 4);
  }

  /** A vehicle identification number; those of North America have a check digit. */
  static int vehicleEnd(byte[] b, int from) {
    int end = Tokens.end(b, from, VIN_LENGTH + 1);
    if (end - from != VIN_LENGTH || !Groups.endsAlone(b, end)) {
      return -1;
    }
    int sum = 0;
    for (int i = 0; i < VIN_LENGTH; i++) {
      byte c = b[from + i];
      int value = Ascii.digit(c) ? c - '0' : VIN_LETTERS.charAt((c & 0x1F) - 1) - '0';
      if (Ascii.letter(c) && value == 0) {
        return -1;
      }
      sum += value * VIN_WEIGHTS[i];
    }
    boolean northAmerican = b[from] >= '1' && b[from] <= '5';
    int check = sum % 11;
    boolean right = (b[from + VIN_CHECK] & ~0x20) == (check == 10 ? 'X' : '0' + check & ~0x20);
    return !northAmerican || right ? end : -1;
  }

  /**
   * Takes a vehicle identification number that nothing names: one of North America, whose check
   * digit is right and whose last five are digits (49 CFR 565).
   *
   * @param at a byte inside it
   * @return the end of what was found, or -1
   */
  static int bareVehicle(byte[] b, int at, Findings out) {
    int start = at;
    while (start > at - VIN_LENGTH && (Ascii.digit(b[start - 1]) || Ascii.capital(b[start - 1]))) {
      start--;
    }
    if (Tokens.end(b, start, VIN_LENGTH + 1) - start != VIN_LENGTH
        || !Groups.startsAlone(b, start)) {
      return -1;
    }
    out.readsDigits();
    boolean northAmerican = b[start] >= '1' && b[start] <= '5';
    int end = northAmerican ? vehicleEnd(b, start) : -1;
    if (end < 0 || Groups.run(b, end - VIN_SERIAL, VIN_SERIAL) != VIN_SERIAL) {
      return -1;
    }
    int letters = 0;
    for (int i = start; i < end; i++) {
      letters += Ascii.capital(b[i]) ? 1 : Ascii.digit(b[i]) ? 0 : -VIN_LENGTH;
    }
    if (letters < 3) {
      return -1;
    }
    out.add(PiiType.VEHICLE_ID, start - Line.PAD, end - Line.PAD, "vehicle-id");
    return end;
  }

  /** Two to nine capitals and digits with at least one digit, in up to three groups. */
  static int plateEnd(byte[] b, int from) {
    int end = Tokens.mixedEnd(b, from, 2, 9, 1);
    for (int i = from; i < end; i++) {
      if (Ascii.letter(b[i]) && !Ascii.capital(b[i])) {
        return -1;
      }
    }
    return end < 0 ? end : withLetters(b, end);
  }

  /** A last group of up to three capitals, as British plates have. */
  private static int withLetters(byte[] b, int end) {
    int i = end + 1;
    while (i - end <= 3 && Ascii.capital(b[i])) {
      i++;
    }
    return b[end] == ' ' && i > end + 1 && !Ascii.alphanumeric(b[i]) ? i : end;
  }
}
