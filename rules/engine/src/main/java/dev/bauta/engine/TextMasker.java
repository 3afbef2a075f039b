package dev.bauta.engine;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Hides the personal data inside free text, in one pass over it. Immutable and thread-safe; the
 * working memory is kept per thread, but not that of a text longer than 65,536 characters.
 *
 * <p>Cost: about the copy of the text and a look at each of its bytes; nothing is allocated where
 * nothing is found. Linear in the length of the text, whatever is in it.
 */
public final class TextMasker {

  /** What stands for a text that could not be looked at. */
  public static final String FAILED = "[MASKED]";

  // Nothing personal is shorter: ::1 is the shortest of all.
  private static final int SHORTEST = 3;

  // Up to here looking at the characters one by one costs less than making bits of them.
  private static final int SHORT = 24;

  private final Masker[] maskers;
  private final long[] enabled;
  private final Detector own;
  private final AllowList allowed;
  private final CleanTexts clean;
  private final LineShapes shapes;

  /**
   * @param maskers by index of the type
   * @param enabled one bit for each index, the lowest of the first word for index 0
   */
  TextMasker(Masker[] maskers, long[] enabled) {
    this(maskers, enabled, null, null, false, false);
  }

  /**
   * @param maskers by index of the type
   * @param enabled one bit for each index, the lowest of the first word for index 0
   * @param own what the rule file looks for in every text, or null
   * @param allowed what is shown although it is found, or null
   * @param constants whether the same texts come again and again, as a log's do
   * @param lines whether lines of the same shape come again and again
   */
  TextMasker(
      Masker[] maskers,
      long[] enabled,
      Detector own,
      AllowList allowed,
      boolean constants,
      boolean lines) {
    this.maskers = maskers;
    this.enabled = enabled;
    this.own = own;
    this.allowed = allowed;
    this.clean = constants ? new CleanTexts() : null;
    this.shapes = lines ? new LineShapes() : null;
  }

  /**
   * The text with what is personal in it masked: the same instance where nothing is to be hidden.
   * Never throws; a failure gives {@value #FAILED} and is told to the tally.
   *
   * @param text may be null, which gives null
   * @param disclosure asked once for each finding, never null
   * @param tally told of each finding, never null
   */
  public String mask(String text, Disclosure disclosure, Tally tally) {
    if (text == null || text.length() < SHORTEST) {
      return text;
    }
    if (clean != null && clean.know(text)) {
      return text;
    }
    try {
      return text.length() <= SHORT && own == null && harmless(text)
          ? text
          : scan(text, disclosure, tally);
    } catch (Throwable failure) { // whatever it was, the raw text does not get out
      return failed(failure, tally);
    }
  }

  /**
   * The masked text, or null where nothing is to be hidden. Otherwise as for a String, and with the
   * same result; a String is made only where something is found or a character is not ASCII.
   *
   * @param text may be null, which gives null; not changed
   * @param from where the text begins
   * @param to behind its last character
   */
  public String mask(char[] text, int from, int to, Disclosure disclosure, Tally tally) {
    if (text == null || to - from < SHORTEST) {
      return null;
    }
    try {
      Scratch scratch = Scratch.take();
      try {
        if (own == null && scratch.line.load(text, from, to) && !finds(scratch, shapes)) {
          return null;
        }
      } finally {
        scratch.give();
      }
      return changed(new String(text, from, to - from), disclosure, tally);
    } catch (Throwable failure) {
      return failed(failure, tally);
    }
  }

  /**
   * The masked text, or null where nothing is to be hidden. Otherwise as for a String, and with the
   * same result; a String is made only where something is found or a byte is not ASCII.
   *
   * @param text may be null, which gives null; not changed
   * @param from where the text begins
   * @param to behind its last byte
   * @param charset never null; bytes that mean nothing in it are searched as U+FFFD
   */
  public String mask(
      byte[] text, int from, int to, Charset charset, Disclosure disclosure, Tally tally) {
    if (text == null || to - from < SHORTEST) {
      return null;
    }
    try {
      Scratch scratch = Scratch.take();
      try {
        if (own == null && holdsAscii(charset)) {
          scratch.line.load(text, from, to);
          if (!finds(scratch, shapes) && scratch.ascii) {
            return null;
          }
        }
      } finally {
        scratch.give();
      }
      return changed(new String(text, from, to - from, charset), disclosure, tally);
    } catch (Throwable failure) {
      return failed(failure, tally);
    }
  }

  /** What is found in the text, in order and without overlap. For tools and tests: it allocates. */
  public List<Finding> find(String text) {
    List<Finding> all = new ArrayList<>();
    if (text == null || text.length() < SHORTEST) {
      return all;
    }
    Scratch scratch = new Scratch();
    look(text, scratch, null);
    scratch.findings.resolve();
    for (int i = 0; i < scratch.findings.size(); i++) {
      int start = scratch.line.origin(scratch.findings.start(i));
      int end = scratch.line.origin(scratch.findings.end(i));
      if (allowed != null && allowed.allows(scratch.findings.type(i), text, start, end)) {
        continue;
      }
      all.add(new Finding(scratch.findings.type(i), start, end, scratch.findings.rule(i)));
    }
    return all;
  }

  /**
   * All that looked like personal data, found or dropped, in the order it was looked at. For tools:
   * it allocates.
   */
  public List<Candidate> explain(String text) {
    List<Candidate> seen = new ArrayList<>();
    if (text == null || text.length() < SHORTEST) {
      return seen;
    }
    Scratch scratch = new Scratch();
    scratch.findings.trace(seen);
    look(text, scratch, null);
    seen.replaceAll(
        c ->
            new Candidate(
                c.type(),
                scratch.line.origin(c.start()),
                scratch.line.origin(c.end()),
                c.rule(),
                c.dropped()));
    return seen;
  }

  /** Whether anything may be found in any text, because a rule file brings its own patterns. */
  boolean hasOwnPatterns() {
    return own != null;
  }

  /** Letters and a few signs of which alone nothing is made: no digit, no at sign, no mark. */
  private static boolean harmless(String text) {
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      int small = (c | 0x20) - 'a';
      if ((small < 0 || small > 25) && c != ' ' && c != '-' && c != '.' && c != ',') {
        return false;
      }
    }
    return true;
  }

  private String scan(String text, Disclosure disclosure, Tally tally) {
    Scratch scratch = Scratch.take();
    try {
      look(text, scratch, shapes);
      if (scratch.findings.size() != 0) {
        return hide(text, scratch, disclosure, tally);
      }
      if (clean != null) {
        clean.add(text);
      }
      return text;
    } finally {
      scratch.give();
    }
  }

  private String changed(String text, Disclosure disclosure, Tally tally) {
    String masked = scan(text, disclosure, tally);
    return masked == text ? null : masked;
  }

  // The same byte for the same ASCII character, and no such byte for another.
  private static boolean holdsAscii(Charset charset) {
    return charset == StandardCharsets.UTF_8
        || charset == StandardCharsets.ISO_8859_1
        || charset == StandardCharsets.US_ASCII;
  }

  private void look(String text, Scratch scratch, LineShapes known) {
    scratch.line.load(text);
    finds(scratch, known);
    if (own != null) {
      own.detect(text, scratch.line, scratch.findings);
    }
  }

  /** Looks for everything of ours; where the line's shape is known, only where that leaves it. */
  private boolean finds(Scratch scratch, LineShapes known) {
    Findings findings = scratch.findings;
    findings.clear(enabled);
    LineShape shape = known == null ? null : known.of(scratch.line);
    if (shape != null) {
      if (scratch.scanner.repeat(shape)) {
        scratch.ascii = true;
        return findings.size() != 0;
      }
      findings.clear(enabled);
    }
    boolean learns = shape == null && known != null && known.meetsAgain(scratch.line);
    scratch.ascii = scratch.line.classify();
    scratch.steps.clear();
    scratch.scanner.scan(learns ? scratch.steps : null);
    if (learns && scratch.ascii) {
      known.learn(scratch.line, scratch.steps);
    }
    return findings.size() != 0;
  }

  private String hide(String text, Scratch scratch, Disclosure disclosure, Tally tally) {
    Findings findings = scratch.findings;
    findings.resolve();
    Line line = scratch.line;
    MaskedText out = scratch.out;
    out.begin(text, scratch.ascii ? line.unmoved() : null);
    for (int i = 0; i < findings.size(); i++) {
      PiiType type = findings.type(i);
      int start = line.origin(findings.start(i));
      int end = line.origin(findings.end(i));
      if (allowed != null && allowed.allows(type, text, start, end)) {
        continue;
      }
      if (disclosure.reveals(type)) {
        tally.revealed(type);
        continue;
      }
      out.replace(start, end, maskers[type.index()].mask(text.substring(start, end), type));
      tally.masked(type);
    }
    return out.end();
  }

  private static String failed(Throwable failure, Tally tally) {
    try {
      tally.failed(failure);
    } catch (Throwable second) {
      return FAILED; // a tally that throws must not put the text at risk
    }
    return FAILED;
  }
}
