package dev.bauta.engine;

/** The extension behind a telephone number: {@code ext. 12}, {@code x12}, {@code ;ext=12}. */
final class PhoneExtension {

  private static final int MAX_DIGITS = 7;

  private PhoneExtension() {}

  /** Where the extension behind a number ends; the number's own end where there is none. */
  static int end(byte[] b, int number) {
    int i = number;
    while ((b[i] == ' ' || b[i] == ',' || b[i] == ';') && i < number + 2) {
      i++;
    }
    int word = word(b, i);
    if (word == i) {
      return number;
    }
    i = word;
    while ((b[i] == '.' || b[i] == ':' || b[i] == '=' || b[i] == ' ') && i < word + 2) {
      i++;
    }
    int end = Groups.skip(b, i);
    boolean number1to7 = end > i && end - i <= MAX_DIGITS;
    return number1to7 && !(b[end] > 0 && Ascii.wordy(b[end])) ? end : number;
  }

  /** Behind the word for it, or where it was looked for. */
  private static int word(byte[] b, int i) {
    if ((b[i] | 0x20) == 'e' && (b[i + 1] | 0x20) == 'x' && (b[i + 2] | 0x20) == 't') {
      int end = i + 3;
      while (Ascii.letter(b[end]) && end < i + 9) {
        end++; // extn, extension
      }
      return Ascii.letter(b[end]) ? i : end;
    }
    return (b[i] | 0x20) == 'x' && Ascii.digit(b[i + 1]) ? i + 1 : i;
  }
}
