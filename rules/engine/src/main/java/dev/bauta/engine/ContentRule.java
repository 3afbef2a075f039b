package dev.bauta.engine;

import dev.bauta.engine.checks.CheckDigits;
import dev.bauta.engine.pattern.LinearPattern;
import dev.bauta.engine.pattern.WordList;
import java.util.Set;

/**
 * A rule for what stands in texts: a pattern or a list of words. Immutable and thread-safe.
 *
 * @param type of what is found
 * @param name shown by explain
 * @param pattern or null where there are words
 * @param words or null where there is a pattern
 * @param checksum the check-digit family a match must satisfy, or null
 * @param context words of which one must stand before a match, or null
 * @param sinks where it holds; empty for everywhere
 */
record ContentRule(
    PiiType type,
    String name,
    LinearPattern pattern,
    WordList words,
    String checksum,
    WordList context,
    Set<String> sinks)
    implements Detector {

  /** How far before a match a word of its context may begin, in characters. */
  private static final int NEAR = 40;

  private static final int LONGEST_CHECKED = 64;

  @Override
  public void detect(Line line, Findings out) {
    int to = Line.PAD + line.length;
    if (pattern != null) {
      pattern.each(line.bytes, Line.PAD, to, (start, end) -> match(line.bytes, start, end, out));
      return;
    }
    long found = words.find(line.bytes, Line.PAD, to);
    while (found >= 0) {
      int end = (int) found;
      match(line.bytes, (int) (found >>> 32), end, out);
      found = words.find(line.bytes, end, to);
    }
  }

  private void match(byte[] b, int start, int end, Findings out) {
    if (checksum != null && !checks(b, start, end)) {
      out.refuse(type, start - Line.PAD, end - Line.PAD, name, "its check digit is wrong");
    } else if (context != null && context.find(b, Math.max(Line.PAD, start - NEAR), start) < 0) {
      out.refuse(type, start - Line.PAD, end - Line.PAD, name, "no word of its context is near");
    } else {
      out.add(type, start - Line.PAD, end - Line.PAD, name);
    }
  }

  private boolean checks(byte[] b, int start, int end) {
    byte[] compact = new byte[Math.min(end - start, LONGEST_CHECKED)];
    int size = 0;
    for (int i = start; i < end; i++) {
      if (Ascii.alphanumeric(b[i])) {
        if (size == compact.length) {
          return false;
        }
        compact[size++] = b[i];
      }
    }
    return size > 0 && CheckDigits.valid(checksum, compact, 0, size);
  }
}
