package dev.bauta.engine;

/**
 * Words before a bare number that tell what it is. Where the number has a label of its own ({@code
 * phone: 5551234}), the label alone counts; else any word within 32 characters.
 */
final class Context {

  static final long PHONE = 1L << 0;
  static final long SSN = 1L << 1;
  static final long CALL = 1L << 2;
  static final long LABEL = 1L << 3;
  static final long NATIONAL_ID = 1L << 4;
  static final long TAX_ID = 1L << 5;
  static final long PASSPORT = 1L << 6;
  static final long LICENCE = 1L << 7;
  static final long ACCOUNT = 1L << 8;
  static final long ROUTING = 1L << 9;
  static final long BIC = 1L << 10;
  static final long IMEI = 1L << 11;
  static final long VEHICLE = 1L << 12;
  static final long PLATE = 1L << 13;
  static final long GEO = 1L << 14;
  static final long CARD = 1L << 15;
  static final long SECURITY_CODE = 1L << 16;
  static final long EXPIRY = 1L << 17;
  static final long HEALTH = 1L << 18;
  static final long BIRTH = 1L << 19;

  private static final int REACH = 32;

  private static final WordTable PHONES =
      WordTable.of(
          PiiType.PHONE,
          "phones",
          "mobil",
          "mobiles",
          "cells",
          "handy",
          "sms",
          "whatsapp",
          "landline",
          "hotline",
          "phoned",
          "texted");
  private static final WordTable CALLS =
      WordTable.of(
          PiiType.PHONE, "call", "called", "calling", "callback", "contact", "dial", "reach");
  private static final WordTable SSNS =
      WordTable.of(
          PiiType.US_SSN,
          "ssn",
          "ssns",
          "ssnno",
          "ssnnumber",
          "socialsecurity",
          "socialsecurityno",
          "socialsecuritynumber",
          "social");

  private Context() {}

  /** What the words before this position say: none or some of the bits above. */
  static long before(byte[] b, int number) {
    int i = number - 1;
    while (b[i] == ' ' || b[i] == '"' || b[i] == '\'' || b[i] == '(' || b[i] == '\\') {
      i--;
    }
    boolean label = b[i] == ':' || b[i] == '=';
    boolean spaces = b[i] == ':'; // "Phone number: 5551234", but "phone order_id=5551234"
    int floor = Math.max(Line.PAD, number - REACH);
    long said = 0;
    int end = label ? i - 1 : i;
    if (label && (b[end] == '"' || b[end] == '\'')) {
      end--;
    }
    while (end >= floor) {
      if (!Ascii.letter(b[end])) {
        if (label && !partOfLabel(b[end], spaces)) {
          break;
        }
        end--;
        continue;
      }
      long word = 0;
      long place = 1;
      int letters = 0;
      while (Ascii.letter(b[end]) && letters < WordTable.MAX_LETTERS) {
        word += place * WordTable.code(b[end]);
        place *= WordTable.BASE;
        letters++;
        end--;
        if (Labels.startsPart(b, end + 1, Line.PAD)) {
          said |= meaning(word, letters);
        }
      }
      if (letters == WordTable.MAX_LETTERS) {
        while (Ascii.letter(b[end])) {
          end--; // no word of ours, and its end must not be taken for one
        }
      }
    }
    return said == 0 || !label ? said : said | LABEL;
  }

  private static long meaning(long word, int letters) {
    if (PHONES.get(word, letters) != null || Labels.isPhone(word, letters)) {
      return PHONE;
    }
    if (SSNS.get(word, letters) != null) {
      return SSN;
    }
    return CALLS.get(word, letters) != null ? CALL : 0;
  }

  private static boolean partOfLabel(byte b, boolean spaces) {
    return b == ' ' && spaces
        || b == '_'
        || b == '-'
        || b == '.'
        || Ascii.digit(b)
        || Ascii.foreign(b);
  }
}
