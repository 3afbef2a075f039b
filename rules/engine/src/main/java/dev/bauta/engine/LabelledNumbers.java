package dev.bauta.engine;

/**
 * Numbers that nothing but a label or a word beside them tells from any other: bank accounts,
 * passports, licences, a card's security code. Where a type has a check digit it must be right.
 */
final class LabelledNumbers {

  /** The most digits in one run that a word may make something of. */
  static final int MAX_DIGITS = 17;

  private static final String RULE = "label";
  private static final String CONTEXT = "context";

  private static final int MIN_UNCHECKED = 8;

  // Types with a check digit first. "Health" alone is a word of programs: it takes a label.
  private static final int CHECKED = 4;
  private static final long[] WORDS = {
    Context.CARD,
    Context.IMEI,
    Context.ROUTING,
    Context.VEHICLE,
    Context.PASSPORT,
    Context.LICENCE,
    Context.ACCOUNT,
    Context.HEALTH
  };
  private static final PiiType[] TYPES = {
    PiiType.PAYMENT_CARD,
    PiiType.IMEI,
    PiiType.US_BANK_ROUTING,
    PiiType.VEHICLE_ID,
    PiiType.PASSPORT,
    PiiType.DRIVING_LICENCE,
    PiiType.BANK_ACCOUNT,
    PiiType.HEALTH
  };

  private LabelledNumbers() {}

  /**
   * Takes the value behind a label that says its type.
   *
   * @param from where the value begins
   * @return the end of what was found, or 0
   */
  static int at(Line line, int from, PiiType type, Findings out) {
    byte[] b = line.bytes;
    int end = end(b, from, type);
    if (end <= 0) {
      int stop = Tokens.end(b, from, Tokens.MAX) - Line.PAD;
      out.refuse(type, from - Line.PAD, stop, RULE, "the label's type has another form or check");
      return 0;
    }
    out.add(type, from - Line.PAD, end - Line.PAD, RULE);
    return end;
  }

  /** Where the value of this type ends that begins here, or -1. */
  private static int end(byte[] b, int from, PiiType type) {
    if (type == PiiType.PAYMENT_CARD) {
      return Cards.labelled(b, from);
    }
    if (type == PiiType.IBAN) {
      return BankCodes.ibanEnd(b, from);
    }
    if (type == PiiType.BIC) {
      return BankCodes.bicEnd(b, from);
    }
    if (type == PiiType.US_BANK_ROUTING) {
      return BankCodes.routingEnd(b, from);
    }
    if (type == PiiType.BANK_ACCOUNT) {
      return BankCodes.accountEnd(b, from);
    }
    if (type == PiiType.IMEI) {
      return DeviceCodes.imeiEnd(b, from);
    }
    if (type == PiiType.MAC_ADDRESS) {
      return MacAddresses.labelledEnd(b, from);
    }
    if (type == PiiType.GEO_COORDINATES) {
      return GeoCoordinates.end(b, from);
    }
    return documentEnd(b, from, type);
  }

  private static int documentEnd(byte[] b, int from, PiiType type) {
    if (type == PiiType.CARD_SECURITY_CODE) {
      return IdentityDocuments.securityCodeEnd(b, from);
    }
    if (type == PiiType.CARD_EXPIRY) {
      return IdentityDocuments.expiryEnd(b, from);
    }
    if (type == PiiType.PASSPORT) {
      return IdentityDocuments.passportEnd(b, from);
    }
    if (type == PiiType.DRIVING_LICENCE) {
      return IdentityDocuments.licenceEnd(b, from);
    }
    if (type == PiiType.VEHICLE_ID) {
      return IdentityDocuments.vehicleEnd(b, from);
    }
    if (type == PiiType.LICENCE_PLATE) {
      return IdentityDocuments.plateEnd(b, from);
    }
    return type == PiiType.HEALTH ? IdentityDocuments.healthEnd(b, from) : -1;
  }

  /**
   * Takes a number beside words that say what it may be; of several types, the one with a check
   * digit.
   *
   * @param from its first character
   * @param said what {@link Context} says
   * @return the end of what was found, or -1
   */
  static int inContext(byte[] b, int from, long said, Findings out) {
    int checked = said(b, from, said, 0, CHECKED, out);
    if (checked > 0) {
      return checked;
    }
    boolean label = (said & Context.LABEL) != 0;
    if (!label && (isTime(b, from) || Groups.run(b, from, MIN_UNCHECKED) < MIN_UNCHECKED)) {
      return Ascii.letter(b[from]) ? said(b, from, said, CHECKED, WORDS.length - 1, out) : -1;
    }
    return said(b, from, said, CHECKED, label ? WORDS.length : WORDS.length - 1, out);
  }

  /** As {@link #inContext}, for letters and digits mixed, which are no time and no count. */
  static int codeInContext(byte[] b, int from, long said, Findings out) {
    return said(b, from, said, 0, WORDS.length - 1, out);
  }

  private static int said(byte[] b, int from, long said, int first, int last, Findings out) {
    for (int i = first; i < last; i++) {
      int end = (said & WORDS[i]) == 0 ? -1 : end(b, from, TYPES[i]);
      if (end > 0) {
        out.add(TYPES[i], from - Line.PAD, end - Line.PAD, CONTEXT);
        return end;
      }
    }
    return -1;
  }

  /** A time stamp in seconds or milliseconds, or a day such as 20261123. */
  private static boolean isTime(byte[] b, int from) {
    int digits = Groups.run(b, from, MAX_DIGITS);
    boolean stamp = b[from] == '1' && (digits == 10 || digits == 13);
    boolean century = b[from] == '2' && b[from + 1] == '0' || b[from] == '1' && b[from + 1] == '9';
    return stamp || digits == 8 && century;
  }
}
