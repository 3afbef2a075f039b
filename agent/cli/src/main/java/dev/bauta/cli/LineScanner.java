package dev.bauta.cli;

import dev.bauta.engine.Disclosure;
import dev.bauta.engine.Finding;
import dev.bauta.engine.PiiType;
import dev.bauta.engine.Tally;
import dev.bauta.engine.TextMasker;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** Finds personal data in a stream, line by line. Used by one thread. */
final class LineScanner {

  private final TextMasker masker;
  private final Predicate<PiiType> wanted;
  private final boolean values;
  private final TextCodec codec = new TextCodec();
  private final LongLine parts;
  private final Sight sight = new Sight();
  private FileReport report;
  private long line;

  /**
   * @param wanted the types that count
   * @param values whether the report shall have the values in it
   */
  LineScanner(TextMasker masker, Predicate<PiiType> wanted, boolean values) {
    this(masker, wanted, values, LongLine.LEAD, LongLine.TAIL);
  }

  LineScanner(TextMasker masker, Predicate<PiiType> wanted, boolean values, int lead, int tail) {
    this.masker = masker;
    this.wanted = wanted;
    this.values = values;
    this.parts = new Parts(lead, tail);
  }

  void scan(LineSource lines, FileReport into, Progress progress) throws IOException {
    report = into;
    boolean within = false;
    while (lines.next()) {
      line = lines.line();
      if (within || !lines.endsLine()) {
        String part = codec.decodePart(lines.bytes(), lines.start(), lines.end());
        parts.take(part, lines.endsLine());
        within = !lines.endsLine();
      } else {
        String text = codec.decode(lines.bytes(), lines.start(), lines.end());
        if (sight.of(masker, text)) {
          note(text, 0, 0, text.length(), masker.find(text));
        }
      }
      progress.at(line, into.count());
    }
    into.end(lines.line());
  }

  private void note(String text, long offset, int from, int to, List<Finding> found) {
    for (Finding finding : found) {
      if (finding.start() < from || finding.start() >= to || !wanted.test(finding.type())) {
        continue;
      }
      String value = values ? text.substring(finding.start(), finding.end()) : null;
      report.add(
          finding.type(),
          new FileReport.Place(
              line,
              offset + finding.start() + 1,
              offset + finding.end() + 1,
              finding.rule(),
              value));
    }
  }

  private final class Parts extends LongLine {

    Parts(int lead, int tail) {
      super(masker, lead, tail);
    }

    @Override
    void settle(String text, long offset, int from, int to, List<Finding> found) {
      note(text, offset, from, to, found);
    }
  }

  /** Whether there is anything in a text: masking allocates nothing where there is not. */
  private static final class Sight implements Disclosure {
    private boolean any;

    boolean of(TextMasker masker, String text) {
      any = false;
      String same = masker.mask(text, this, Tally.NONE);
      return any || same.equals(TextMasker.FAILED);
    }

    @Override
    public boolean reveals(PiiType type) {
      any = true;
      return true;
    }
  }
}
