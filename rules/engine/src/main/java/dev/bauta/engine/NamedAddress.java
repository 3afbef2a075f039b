package dev.bauta.engine;

/**
 * An address whose host is one name, {@code joe@localhost}: it may be a user and a machine, so it
 * counts only where a label says mail, {@code email=}, {@code "e-mail": "}, {@code Mail: }.
 */
final class NamedAddress {

  private static final int MAX_HOST = 63;

  private NamedAddress() {}

  /**
   * Where the host behind the sign ends, or -1.
   *
   * @param start where the local part begins
   */
  static int end(byte[] b, int start, int at) {
    int end = at + 1;
    while (end - at <= MAX_HOST && (Ascii.alphanumeric(b[end]) || b[end] == '-')) {
      end++;
    }
    boolean whole = end > at + 1 && b[end] != '@' && b[end] != '_' && !Ascii.foreign(b[end]);
    return whole && saysMail(b, start) ? end : -1;
  }

  private static boolean saysMail(byte[] b, int start) {
    int i = start - 1;
    boolean mark = false;
    while (start - i < 6 && opens(b[i])) {
      mark |= b[i] == ':' || b[i] == '=';
      i--;
    }
    return mark
        && (b[i] | 0x20) == 'l'
        && (b[i - 1] | 0x20) == 'i'
        && (b[i - 2] | 0x20) == 'a'
        && (b[i - 3] | 0x20) == 'm';
  }

  private static boolean opens(byte b) {
    return b == ' ' || b == '"' || b == '\'' || b == '=' || b == ':' || b == '\\' || b == '<';
  }
}
