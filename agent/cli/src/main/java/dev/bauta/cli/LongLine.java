package dev.bauta.cli;

import dev.bauta.engine.Finding;
import dev.bauta.engine.TextMasker;
import java.io.IOException;
import java.util.List;

/**
 * Looks at a line that comes in pieces. Each look takes some text again from before the place it
 * got to, for the words that say what a value is, and leaves some for the next, so that no value is
 * cut in two. Used by one thread.
 */
abstract class LongLine {

  /** Characters looked at again: a label, and the words around it. */
  static final int LEAD = 1 << 12;

  /** Characters left for the next look: no value that counts is longer. */
  static final int TAIL = 1 << 14;

  private final TextMasker masker;
  private final int lead;
  private final int tail;

  private String kept = "";
  private int from;
  private long offset;

  LongLine(TextMasker masker, int lead, int tail) {
    this.masker = masker;
    this.lead = lead;
    this.tail = tail;
  }

  /**
   * Takes the next piece of the line.
   *
   * @param last whether the line ends with it
   */
  final void take(String piece, boolean last) throws IOException {
    String text = kept + piece;
    List<Finding> found = masker.find(text);
    int to = last ? text.length() : border(text, found);
    settle(text, offset, from, to, found);
    int keep = last ? text.length() : whole(text, Math.max(0, to - lead));
    kept = text.substring(keep);
    from = to - keep;
    offset += keep;
    if (last) {
      from = 0;
      offset = 0;
    }
  }

  /**
   * Called for each stretch of the line, in order and without gap.
   *
   * @param offset of the text's first character in the line
   * @param from of the stretch in the text; a finding that starts before it was settled already
   * @param to behind the stretch; never inside a finding
   * @param found all there is in the text
   */
  abstract void settle(String text, long offset, int from, int to, List<Finding> found)
      throws IOException;

  private int border(String text, List<Finding> found) {
    int to = whole(text, Math.max(from, text.length() - tail));
    for (Finding finding : found) {
      if (finding.start() < to && to < finding.end()) {
        return finding.end();
      }
    }
    return to;
  }

  /** Not between the two halves of a character. */
  private static int whole(String text, int at) {
    boolean torn =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return torn ? at - 1 : at;
  }
}
