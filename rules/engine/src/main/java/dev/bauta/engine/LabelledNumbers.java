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
      return Documents.securityCodeEnd(b, from);
    }
    if (type == PiiType.CARD_EXPIRY) {
      return Documents.expiryEnd(b, from);
    }
    if (type == PiiType.PASSPORT) {
      return Documents.passportEnd(b, from);
    }
    if (type == PiiType.DRIVING_LICENCE) {
      return Documents.licenceEnd(b, from);
    }
    if (type == PiiType.VEHICLE_ID) {
      return Documents.vehicleEnd(b, from);
    }
    if (type == PiiType.LICENCE_PLATE) {
      return Documents.plateEnd(b, from);
    }
    return type == PiiType.HEALTH ? Documents.healthEnd(b, from) : -1;
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
    for (int i = 0; i < BY_WORD.length; i++) {
      if ((said & WORDS[i]) != 0) {
        int end = end(b, from, BY_WORD[i]);
        if (end > 0) {
          out.add(BY_WORD[i], from - Line.PAD, end - Line.PAD, CONTEXT);
          return end;
        }
      }
    }
    return -1;
  }

  // The ones with a check digit first.
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
  private static final PiiType[] BY_WORD = {
    PiiType.PAYMENT_CARD,
    PiiType.IMEI,
    PiiType.US_BANK_ROUTING,
    PiiType.VEHICLE_ID,
    PiiType.PASSPORT,
    PiiType.DRIVING_LICENCE,
    PiiType.BANK_ACCOUNT,
    PiiType.HEALTH
  };
}
