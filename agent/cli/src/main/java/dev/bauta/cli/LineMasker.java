package dev.bauta.cli;

import dev.bauta.engine.Disclosure;
import dev.bauta.engine.Finding;
import dev.bauta.engine.PiiType;
import dev.bauta.engine.TextMasker;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Masks a stream line by line. What is not masked keeps its bytes, line ends too. Used by one
 * thread.
 */
final class LineMasker {

  private final TextMasker masker;
  private final OutputStream out;
  private final Failures failures;
  private final TextCodec codec = new TextCodec();
  private final LongLine parts;

  /**
   * @param failures counts the lines that could not be looked at
   */
  LineMasker(TextMasker masker, OutputStream out, Failures failures) {
    this(masker, out, failures, LongLine.LEAD, LongLine.TAIL);
  }

  LineMasker(TextMasker masker, OutputStream out, Failures failures, int lead, int tail) {
    this.masker = masker;
    this.out = out;
    this.failures = failures;
    this.parts = new Parts(lead, tail);
  }

  void mask(LineSource lines) throws IOException {
    boolean within = false;
    while (lines.next()) {
      if (within || !lines.endsLine()) {
        String part = codec.decodePart(lines.bytes(), lines.start(), lines.end());
        parts.take(part, lines.endsLine());
        within = !lines.endsLine();
        out.write(lines.bytes(), lines.end(), lines.behind() - lines.end());
      } else {
        maskLine(lines);
      }
    }
    out.flush();
  }

  private void maskLine(LineSource lines) throws IOException {
    String text = codec.decode(lines.bytes(), lines.start(), lines.end());
    String masked = masker.mask(text, Disclosure.NOTHING, failures);
    if (masked == text) {
      out.write(lines.bytes(), lines.start(), lines.behind() - lines.start());
      return;
    }
    codec.encode(masked, out);
    out.write(lines.bytes(), lines.end(), lines.behind() - lines.end());
  }

  private final class Parts extends LongLine {

    // a value longer than a look reached the end of it: what follows may be the rest
    private boolean open;

    Parts(int lead, int tail) {
      super(masker, lead, tail);
    }

    @Override
    void settle(String text, long offset, int begin, int to, List<Finding> found)
        throws IOException {
      int from = open && offset > 0 ? behindToken(text, begin, to) : begin;
      open = false;
      int shown = from;
      for (Finding finding : found) {
        // one that began before was hidden up to here: hide the whole of it again
        if (finding.start() < from && from < finding.end()) {
          shown = finding.start();
        }
        open |= finding.end() == text.length() && to == text.length();
      }
      open |= from == to && from > begin; // nothing but the rest of it
      long before = failures.count();
      String masked = masker.mask(text, new Within(found, from, to), failures);
      if (failures.count() != before) {
        codec.encode(masked, out);
        return;
      }
      codec.encode(masked.substring(shown, masked.length() - (text.length() - to)), out);
    }

    private static int behindToken(String text, int from, int to) {
      int i = from;
      while (i < to && text.charAt(i) > ' ' && "\"',;<>&".indexOf(text.charAt(i)) < 0) {
        i++;
      }
      return i;
    }
  }

  /** Leaves what lies outside of a stretch as it is, so that its length is known. */
  private static final class Within implements Disclosure {
    private final List<Finding> found;
    private final int from;
    private final int to;
    private int asked;

    Within(List<Finding> found, int from, int to) {
      this.found = found;
      this.from = from;
      this.to = to;
    }

    @Override
    public boolean reveals(PiiType type) {
      Finding finding = found.get(asked++); // findings are asked for in their order
      return finding.end() <= from || finding.start() >= to;
    }
  }
}
