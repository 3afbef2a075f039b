package dev.bauta.engine;

/**
 * Tokens that have no prefix: known by what stands before them, by a mark inside, or by standing
 * alone.
 */
final class BareSecrets {

  private static final int MAILCHIMP = 32;
  private static final int ASANA = 32;
  private static final int MAX_SIGNATURE = 96;
  private static final int MIN_ENTROPY = 3 * Entropy.BIT;

  private BareSecrets() {}

  /**
   * Adds the token between two positions, or what it is a part of; returns its end, or 0.
   *
   * @param whole where the first of the tokens joined to this one begins
   */
  static int token(Line line, int whole, int start, int end, Findings out) {
    byte[] b = line.bytes;
    int found = 0;
    if (PrivateKeys.mayBegin(b, start)) {
      out.readsDigits();
      found = PrivateKeys.body(line, start, out);
    }
    if (CryptoAddresses.isAsLong(end - start)) {
      out.readsDigits();
    }
    if (found == 0 && CryptoAddresses.mayBegin(b[start])) {
      found = CryptoAddresses.token(b, start, end, out);
    }
    if (found == 0 && HeaderCredentials.mayBegin(b, whole)) {
      out.readsDigits();
      found = HeaderCredentials.behind(line, whole, out);
    }
    if (found == 0) {
      found = marked(b, start, end, out);
    }
    if (found == 0 && (b[whole - 1] == '=' || b[whole - 1] == '%')) {
      out.readsDigits();
      found = signature(line, whole, out);
    }
    if (found == 0 && CodesInContext.mayBe(b, start, end)) {
      out.readsDigits();
      found = CodesInContext.token(b, start, end, out);
    }
    if (found == 0 && MacAddresses.mayBeFour(b, start, end)) {
      found = Math.max(0, MacAddresses.dotted(b, start, out));
    }
    if (found == 0 && PrivateKeys.mayBeLine(line, whole)) {
      out.readsDigits();
      found = PrivateKeys.lineOfBody(line, whole, out);
    }
    return found != 0 ? found : ContextSecrets.token(line, whole, out);
  }

  private static int marked(byte[] b, int start, int end, Findings out) {
    int length = end - start;
    if ((length == MAILCHIMP + 4 || length == MAILCHIMP + 5) && b[start + MAILCHIMP] == '-') {
      out.readsDigits();
      return mailchimp(b, start, end, out);
    }
    if (length == ASANA && b[start - 1] == ':' && Ascii.digit(b[start - 2])) {
      out.readsDigits();
      return asana(b, start, end, out);
    }
    if (b[end] != '~' && b[start - 1] != '~') {
      return 0;
    }
    out.readsDigits();
    return entra(b, start, out);
  }

  /** Asana: {@code 1/} and a user's number, a colon, 32 hex digits; from 2 on two numbers. */
  private static int asana(byte[] b, int start, int end, Findings out) {
    int from = start - 1;
    int slashes = 0;
    while (start - from < 42 && (Ascii.digit(b[from - 1]) || b[from - 1] == '/')) {
      from--;
      slashes += b[from] == '/' ? 1 : 0;
    }
    boolean form = slashes == b[from] - '0' && b[from + 1] == '/' && hex(b, start, end);
    return form ? add(b, from, end, "asana-token", out) : 0;
  }

  private static boolean hex(byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Ascii.hex(b[i])) {
        return false;
      }
    }
    return true;
  }

  /** A signed URL's parameter: {@code &sig=…} (Azure), {@code &X-Amz-Signature=…} and the like. */
  private static int signature(Line line, int part, Findings out) {
    byte[] b = line.bytes;
    int start = part;
    while (part - start < MAX_SIGNATURE && (Ascii.base64url(b[start - 1]) || b[start - 1] == '%')) {
      start--;
    }
    int name = start - 1;
    if (b[name] != '=' || !endsWith(b, name, "sig") && !endsWith(b, name, "signature")) {
      return 0;
    }
    while (start - name < 24 && Ascii.base64url(b[name - 1])) {
      name--;
    }
    if (b[name - 1] != '?' && b[name - 1] != '&') {
      return 0;
    }
    int end = part;
    while (Ascii.base64url(b[end]) || b[end] == '%' || b[end] == '=' || b[end] == '+') {
      end++;
    }
    return add(b, start, end, "url-signature", out);
  }

  private static boolean endsWith(byte[] b, int end, String word) {
    return end - word.length() >= Line.PAD && NoValue.equals(b, end - word.length(), end, word);
  }

  /** Mailchimp: 32 hex digits and the data centre, {@code -us6}. */
  private static int mailchimp(byte[] b, int start, int end, Findings out) {
    int region = start + MAILCHIMP;
    if (b[region + 1] != 'u' || b[region + 2] != 's') {
      return 0;
    }
    return hex(b, start, region) ? add(b, start, end, "mailchimp-key", out) : 0;
  }

  /** Microsoft Entra: 40 characters, of which the fourth to sixth are a digit and {@code Q~}. */
  private static int entra(byte[] b, int start, Findings out) {
    int from = start;
    while (from > Line.PAD && start - from < 44 && part(b[from - 1])) {
      from--;
    }
    if (!Ascii.digit(b[from + 3]) || b[from + 4] != 'Q' || b[from + 5] != '~') {
      return 0;
    }
    int to = from;
    while (to - from < 44 && part(b[to])) {
      to++;
    }
    return to - from < 37 || to - from > 40 ? 0 : add(b, from, to, "entra-client-secret", out);
  }

  private static boolean part(byte b) {
    return Ascii.base64url(b) || b == '.' || b == '~';
  }

  private static int add(byte[] b, int start, int end, String rule, Findings out) {
    if (Entropy.of(b, start, end) < MIN_ENTROPY) {
      out.refuse(PiiType.SECRET, start - Line.PAD, end - Line.PAD, rule, "not random");
      return 0;
    }
    out.add(PiiType.SECRET, start - Line.PAD, end - Line.PAD, rule);
    return end;
  }
}
