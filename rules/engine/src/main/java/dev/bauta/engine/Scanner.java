package dev.bauta.engine;

/** Leads every detector to the places in a line where its type could be. */
final class Scanner {

  private Scanner() {}

  static void scan(Line line, Findings out) {
    if (line.hasAt) {
      EmailDetector.detect(line, out);
    }
    NumberDetector.detect(line, out);
    if (line.hasPlus) {
      Phones.international(line, out);
    }
    Ibans.detect(line, out);
    if (line.hasMarks) {
      LabelDetector.detect(line, out);
    }
    if (line.hasColons) {
      Addresses.ipv6(line, out);
    }
    if (line.hasJ) {
      Jwts.detect(line, out);
    }
  }
}
