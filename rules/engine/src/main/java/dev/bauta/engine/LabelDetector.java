package dev.bauta.engine;

/**
 * Finds values by their label: {@code password=…}, {@code "token": "…"}, {@code api_key: …}, {@code
 * Authorization: Bearer …}, {@code <secret>…</secret>}, {@code tel: …}.
 */
final class LabelDetector {

  private LabelDetector() {}

  /** Looks at the label before a mark; returns the end of the value found, or 0. */
  static int detect(Line line, int mark, Findings out) {
    int end = labelEnd(line.bytes, mark);
    return end < 0 ? 0 : labelled(line, mark, end, out);
  }

  /** Behind the label's last character, or -1 where none of our labels is before the mark. */
  private static int labelEnd(byte[] b, int mark) {
    int i = mark;
    if (b[i - 1] == ' ') {
      i--;
    }
    if (b[i - 1] == '"' || b[i - 1] == '\'') {
      i--;
      if (b[i - 1] == '\\') {
        i--;
      }
    }
    int letter = Ascii.digit(b[i - 1]) ? i - 1 : i;
    return Labels.mayEnd(b[letter - 1], b[letter - 2]) ? i : -1;
  }

  private static int labelled(Line line, int mark, int end, Findings out) {
    byte[] b = line.bytes;
    byte sign = b[mark];
    if (sign != '=' && sign != ':' && sign != '>') {
      return 0;
    }
    int start = end;
    int floor = Math.max(Line.PAD, end - Labels.MAX);
    while (start > floor && partOfLabel(b[start - 1])) {
      start--;
    }
    if (sign == '>' && b[start - 1] != '<') {
      return 0;
    }
    PiiType type = Labels.type(b, start, end);
    if (type == PiiType.SECRET) {
      return SecretValue.find(line, mark, end, out);
    }
    if (type == PiiType.SESSION_ID) {
      return SecretValue.find(line, mark, end, type, out);
    }
    return type == PiiType.PHONE ? phone(line, mark, out) : 0;
  }

  private static boolean partOfLabel(byte b) {
    return b > 0 && Ascii.wordy(b) || b == '-' || b == '.';
  }

  private static int phone(Line line, int mark, Findings out) {
    byte[] b = line.bytes;
    int from = mark + 1;
    while ((b[from] == ' ' || b[from] == '"' || b[from] == '\'' || b[from] == '\\')
        && from < mark + 4) {
      from++;
    }
    return Phones.labelled(line, from, out);
  }
}
