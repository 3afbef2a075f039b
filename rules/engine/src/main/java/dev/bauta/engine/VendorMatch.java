package dev.bauta.engine;

/** Compares a token with the forms that may begin as it does, and with what must stand around. */
final class VendorMatch {

  // A shorter prefix is an ordinary beginning of a word: names joined by dots have it anywhere.
  private static final int TELLING = 4;

  private VendorMatch() {}

  /** Adds the longest token that begins here and reaches past {@code at}; its end, or 0. */
  static int token(Line line, int start, int at, int first, Findings out) {
    byte[] b = line.bytes;
    int farthest = at;
    VendorToken longest = null;
    for (int entry = first; entry != 0; entry = VendorTable.next(entry)) {
      VendorToken form = VendorTable.token(entry);
      if (form.begins(b, start)) {
        int end = form.end(b, start + form.prefix.length());
        if (end > farthest && end <= Line.PAD + line.length) {
          farthest = end;
          longest = form;
        }
      }
    }
    return longest == null ? 0 : token(b, start, farthest, longest, out);
  }

  private static int token(byte[] b, int start, int end, VendorToken form, Findings out) {
    int body = start + form.prefix.length();
    int from = form.isAddress() ? body : start(b, start, form);
    return from > 0 && accept(b, from, body, end, form, out) ? end : 0;
  }

  private static boolean accept(
      byte[] b, int from, int body, int end, VendorToken form, Findings out) {
    if (!Entropy.random(b, body, end)) {
      out.refuse(PiiType.SECRET, from - Line.PAD, end - Line.PAD, form.rule, "not random");
      return false;
    }
    out.add(PiiType.SECRET, from - Line.PAD, end - Line.PAD, form.rule);
    return true;
  }

  /** Where the token begins, with what belongs before its prefix; or 0 where that is wrong. */
  private static int start(byte[] b, int start, VendorToken form) {
    String prefix = form.prefix;
    if (prefix.length() >= TELLING) {
      return form.rule.equals(VendorPrefixes.TERRAFORM) ? terraform(b, start) : start;
    }
    if (form.rule.equals(VendorPrefixes.TELEGRAM)) {
      int digits = start - 1;
      while (Ascii.digit(b[digits - 1])) {
        digits--;
      }
      return b[start - 1] == ':' && start - digits > 8 ? digits : 0;
    }
    return b[start - 1] == '.' || b[start - 1] == '/' && prefix.length() < 3 ? 0 : start;
  }

  private static int terraform(byte[] b, int start) {
    int from = start - 1;
    while (start - from < 15 && Ascii.alphanumeric(b[from - 1])) {
      from--;
    }
    return b[start - 1] == '.' ? from : 0;
  }
}
