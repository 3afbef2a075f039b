package dev.bauta.engine;

import dev.bauta.engine.checks.CheckDigits;
import dev.bauta.engine.pattern.LinearPattern;
import dev.bauta.engine.pattern.Matches;
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
  public void detect(String text, Line line, Findings out) {
    int to = Line.PAD + line.length;
    Search search = new Search(this, text, line, out);
    if (pattern != null) {
      pattern.each(line.bytes, Line.PAD, to, search);
    } else {
      words.each(line.bytes, Line.PAD, to, search, search);
    }
  }

  /** One line searched: takes the matches, and looks into the text where bytes say too little. */
  private record Search(ContentRule rule, String text, Line line, Findings out)
      implements Matches, WordList.Check {

    @Override
    public void match(int start, int end) {
      rule.match(this, start, end);
    }

    @Override
    public boolean isWord(WordList list, int start, int end) {
      return list.confirms(text, line.origin(start - Line.PAD), line.origin(end - Line.PAD));
    }
  }

  private void match(Search in, int start, int end) {
    byte[] b = in.line.bytes;
    Findings out = in.out;
    if (checksum != null && !checks(b, start, end)) {
      out.refuse(type, start - Line.PAD, end - Line.PAD, name, "its check digit is wrong");
    } else if (context != null && !isNear(in, start)) {
      out.refuse(type, start - Line.PAD, end - Line.PAD, name, "no word of its context is near");
    } else {
      out.add(type, start - Line.PAD, end - Line.PAD, name);
    }
  }

  private boolean isNear(Search in, int start) {
    return context.find(in.line.bytes, Math.max(Line.PAD, start - NEAR), start, in) >= 0;
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
