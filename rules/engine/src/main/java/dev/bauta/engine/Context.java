package dev.bauta.engine;

/**
 * Words before a bare number that tell what it is. Where the number has a label of its own ({@code
 * phone: 5551234}), the label alone counts; else any word within 32 characters.
 */
final class Context {

  /** A word that names a telephone number. */
  static final int PHONE = 1;

  /** A word that names a social security number. */
  static final int SSN = 2;

  /** A word that goes with telephone numbers, and with much else. */
  static final int CALL = 4;

  /** The word is the number's own label. */
  static final int LABEL = 8;

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
  static int before(byte[] b, int number) {
    int i = number - 1;
    while (b[i] == ' ' || b[i] == '"' || b[i] == '\'' || b[i] == '(' || b[i] == '\\') {
      i--;
    }
    boolean label = b[i] == ':' || b[i] == '=';
    boolean spaces = b[i] == ':'; // "Phone number: 5551234", but "phone order_id=5551234"
    int floor = Math.max(Line.PAD, number - REACH);
    int said = 0;
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

  private static int meaning(long word, int letters) {
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
