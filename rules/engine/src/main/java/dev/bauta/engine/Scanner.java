package dev.bauta.engine;

/**
 * Leads every detector to the places in a line where its type could be: one walk over the line's
 * bits, 64 characters a step, without a branch; what the bits leave is worth a look, and on most
 * lines nothing is. A bit stands where the shape is complete, so that a shape over two words needs
 * no more than what is carried from the one before. Used by one thread at a time.
 */
final class Scanner {

  // An address without :: has six colons at least, a MAC address five.
  private static final int IPV6_COLONS = 5;

  private final Line line;
  private final Detectors detectors;

  // Whether two marks stand side by side, and how many there are.
  private boolean adjacent;
  private int marksSeen;

  // The places of one line, in order.
  private long[] numbers = new long[16];
  private long[] tokens = new long[16];
  private long[] codes = new long[16];
  private long[] dotted = new long[16];

  Scanner(Line line, Findings out) {
    this.line = line;
    this.detectors = new Detectors(line, out);
  }

  /**
   * Adds what is in the line to the findings, in no order.
   *
   * @param learned where to write down what is done, or null
   */
  void scan(LineSteps learned) {
    int words = line.words;
    if (numbers.length < words) {
      reserve(words);
    }
    detectors.begin(learned);
    if (gather(words) != 0) {
      look(words);
    }
    labels(words);
    if (line.hasSigns) {
      detectors.look(Detectors.SIGNS, 0);
    }
    if (adjacent || marksSeen >= IPV6_COLONS && linked(words)) {
      detectors.look(Detectors.COLONS, 0);
    }
  }

  /**
   * The same for a line of this shape, of which only the bytes were taken in; false where its
   * digits make something else of it, and then what was found is void.
   */
  boolean repeat(LineShape shape) {
    if (shape.steps.length == 0) {
      return true;
    }
    shape.restore(line);
    detectors.begin(null);
    return detectors.repeat(shape.steps);
  }

  /** Sets the places of all shapes; 0 if there is none. */
  private long gather(int words) {
    long[] digits = line.digits;
    long[] letters = line.letters;
    long[] marks = line.marks;
    long any = 0;
    long pairs = 0;
    int count = 0;
    long d0 = 0; // of the word before: digits, letters, marks,
    long l0 = 0;
    long m0 = 0;
    long two0 = 0; // places that end a run of two, three, four, six, seven digits,
    long three0 = 0;
    long four0 = 0;
    long six0 = 0;
    long seven0 = 0;
    long next0 = 0; // digits behind one sign behind a digit,
    long first0 = 0; // and those of them with three digits or less before the sign
    long word0 = 0; // letters and digits, places that end two of them,
    long pair0 = 0;
    long mix0 = 0; // and where a letter and a digit meet,
    long gap0 = 0; // signs behind two of them, and such signs behind such
    long gaps0 = 0;
    for (int w = 0; w < words; w++) {
      long d = digits[w];
      long l = letters[w];
      long m = marks[w];
      long d1 = back(d, d0, 1);
      long two = d & d1;
      long three = two & back(d, d0, 2);
      long four = two & back(two, two0, 2);
      long six = four & back(two, two0, 4);
      long seven = four & back(four, four0, 3);
      long next = d & ~d1 & back(d, d0, 2) & ~back(m, m0, 1);
      long first = next & ~back(four, four0, 2);
      long second = next & near(first, first0);
      long seventh = seven & ~back(seven, seven0, 1);
      // three digits or more before the sign in front of the four, or two with three before them
      long tail =
          four
              & ~back(four, four0, 1)
              & back(two, two0, 5)
              & (back(d, d0, 7) | back(three, three0, 8));
      long lettered = back(l, l0, 7);
      long code =
          two & ~back(two, two0, 1) & back(l, l0, 2) & back(l, l0, 3)
              | seventh & lettered
              | next & back(six, six0, 2) & ~back(seven, seven0, 2)
              | next & back(next, next0, 4) & back(three, three0, 2);
      long number = seventh & ~lettered | tail;
      // four letters and digits, of which the first or the last two are one of each
      long word = d | l;
      long pair = word & back(word, word0, 1);
      long mix = pair & (d ^ d1);
      long token = pair & back(pair, pair0, 2) & (mix | back(mix, mix0, 2));
      // the fourth of signs with two letters or digits between, colons apart
      long gap = back(pair, pair0, 1) & ~(word | m | back(word, word0, 3));
      long gaps = gap & back(gap, gap0, 3);
      second |= gaps & back(gaps, gaps0, 6);
      numbers[w] = number;
      tokens[w] = token;
      codes[w] = code;
      dotted[w] = second;
      any |= number | token | code | second;
      pairs |= m & back(m, m0, 1);
      count += Long.bitCount(m);
      d0 = d;
      l0 = l;
      m0 = m;
      two0 = two;
      three0 = three;
      four0 = four;
      six0 = six;
      seven0 = seven;
      next0 = next;
      first0 = first;
      word0 = word;
      pair0 = pair;
      mix0 = mix;
      gap0 = gap;
      gaps0 = gaps;
    }
    adjacent = pairs != 0;
    marksSeen = count;
    return any;
  }

  /** Whether there are as many marks with at most four characters between as an address has. */
  private boolean linked(int words) {
    int links = 0;
    long before = 0;
    for (int w = 0; w < words; w++) {
      long m = line.marks[w];
      links += Long.bitCount(m & (near(m, before) | back(m, before, 5)));
      before = m;
    }
    return links >= IPV6_COLONS - 1;
  }

  /** The bits of so many characters before. */
  private static long back(long bits, long before, int steps) {
    return bits << steps | before >>> 64 - steps;
  }

  /** Two, three or four characters before. */
  private static long near(long bits, long before) {
    return back(bits, before, 2) | back(bits, before, 3) | back(bits, before, 4);
  }

  private void look(int words) {
    for (int w = 0; w < words; w++) {
      int base = (w << 6) + Line.PAD;
      for (long c = numbers[w] | dotted[w]; c != 0; c &= c - 1) {
        int at = base + Long.numberOfTrailingZeros(c);
        if ((dotted[w] & c & -c) != 0) {
          detectors.look(Detectors.DOTTED, at);
        }
        if ((numbers[w] & c & -c) != 0) {
          detectors.look(Detectors.NUMBER, at);
        }
      }
      for (long c = codes[w]; c != 0; c &= c - 1) {
        detectors.look(Detectors.CODE, base + Long.numberOfTrailingZeros(c));
      }
      for (long c = tokens[w]; c != 0; c &= c - 1) {
        detectors.look(Detectors.TOKEN, base + Long.numberOfTrailingZeros(c));
      }
    }
  }

  private void labels(int words) {
    long before = 0;
    for (int w = 0; w < words; w++) {
      long d = line.digits[w];
      // a time of day or a port has two digits before its colon, a label never
      long c = line.marks[w] & ~(back(d, before, 1) & back(d, before, 2));
      before = d;
      for (; c != 0; c &= c - 1) {
        int mark = (w << 6) + Line.PAD + Long.numberOfTrailingZeros(c);
        if (LabelDetector.mayBeAt(line.bytes, mark)) {
          detectors.look(Detectors.LABEL, mark);
        }
      }
    }
  }

  private void reserve(int words) {
    numbers = new long[words];
    tokens = new long[words];
    codes = new long[words];
    dotted = new long[words];
  }
}
