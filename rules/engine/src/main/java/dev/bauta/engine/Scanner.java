package dev.bauta.engine;

/**
 * Leads every detector to the places in a line where its type could be: one walk over the line's
 * bits, 64 characters a step. Used by one thread at a time.
 */
final class Scanner {

  private final Line line;
  private final Findings out;

  // How far each of the detectors is done, and the end of the last number found: positions in
  // bytes.
  private int numbersDone;
  private int numbersFloor;
  private int ibansDone;
  private int labelsDone;

  Scanner(Line line, Findings out) {
    this.line = line;
    this.out = out;
  }

  /** Adds what is in the line to the findings, in no order. */
  void scan() {
    numbersDone = 0;
    numbersFloor = Line.PAD;
    ibansDone = 0;
    labelsDone = 0;
    walk(line.numbers, line.marks, line.words);
    if (line.hasAt) {
      EmailDetector.detect(line, out);
    }
    if (line.hasPlus) {
      InternationalPhones.detect(line, out);
    }
    if (line.hasJ) {
      Jwts.detect(line, out);
    }
    if (line.hasColons) {
      Addresses.colons(line, out);
    }
  }

  private void walk(long[] numbers, long[] marks, int words) {
    long before = 0;
    long n = numbers[0];
    for (int w = 0; w < words; w++) {
      long next = numbers[w + 1];
      long back1 = n << 1 | before >>> 63;
      long back2 = n << 2 | before >>> 62;
      long two = n & ~back1 & (n >>> 1 | next << 63); // a run of two or more begins
      // a time of day or a port has two digits before its colon, a label never
      long labels = marks[w] & ~(back1 & back2);
      if (labels != 0) {
        labels(labels, (w << 6) + Line.PAD);
      }
      if (two != 0) {
        long heads = two & ~back2;
        if (heads != 0) {
          ibans(heads, (w << 6) + Line.PAD);
        }
        long four = two & (n >>> 2 | next << 62) & (n >>> 3 | next << 61);
        if (four != 0) {
          numbers(four & numberShapes(before, n, next, back2), (w << 6) + Line.PAD);
        }
      }
      before = n;
      n = next;
    }
  }

  /**
   * Where a run of four may begin a number: it goes on to seven, or has the right groups before.
   */
  private static long numberShapes(long before, long n, long next, long back2) {
    long seven = (n >>> 4 | next << 60) & (n >>> 5 | next << 59) & (n >>> 6 | next << 58);
    long back3 = n << 3 | before >>> 61;
    long back4 = n << 4 | before >>> 60;
    long area = (n << 5 | before >>> 59) & (n << 6 | before >>> 58) & (n << 7 | before >>> 57);
    // three digits or more before the sign in front of the four, or two with three before them
    return seven | back2 & back3 & (back4 | area);
  }

  private void labels(long candidates, int base) {
    for (long c = candidates; c != 0; c &= c - 1) {
      int mark = base + Long.numberOfTrailingZeros(c);
      if (Labels.mayEndAt(line.bytes, mark) && mark >= labelsDone) {
        labelsDone = Math.max(labelsDone, LabelDetector.detect(line, mark, out));
      }
    }
  }

  private void ibans(long heads, int base) {
    byte[] b = line.bytes;
    for (long c = heads; c != 0; c &= c - 1) {
      int digits = base + Long.numberOfTrailingZeros(c);
      if (Ascii.capital(b[digits - 1]) && Ascii.capital(b[digits - 2]) && digits > ibansDone) {
        ibansDone = Math.max(ibansDone, Ibans.detect(b, digits - 2, out));
      }
    }
  }

  private void numbers(long candidates, int base) {
    for (long c = candidates; c != 0; c &= c - 1) {
      int at = base + Long.numberOfTrailingZeros(c);
      if (at >= numbersDone) {
        int known = out.size();
        numbersDone = NumberDetector.detect(line.bytes, at, numbersFloor, out);
        numbersFloor = out.size() > known ? out.end(known) + Line.PAD : numbersFloor;
      }
    }
  }
}
