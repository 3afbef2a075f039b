package dev.bauta.engine.pattern;

import java.util.Locale;
import java.util.Map;

/**
 * The classes of bytes that have a name, as in {@code \p{Alpha}} and {@code [[:alpha:]]}. Letters
 * past ASCII are those of Latin-1; the engine's texts show every other script's letter as one of
 * them.
 */
final class NamedClasses {

  private static final ByteSet UPPER = ByteSet.range('A', 'Z');
  private static final ByteSet LOWER = ByteSet.range('a', 'z');
  private static final ByteSet ALNUM = ByteSet.LETTERS.or(ByteSet.DIGITS);
  private static final ByteSet GRAPH = ByteSet.range('!', '~');
  private static final ByteSet SIGNS = ByteSet.of(0xD7).or(ByteSet.of(0xF7)); // × and ÷
  private static final ByteSet FOREIGN = ByteSet.range(0xC0, 0xFF).and(SIGNS.not());

  private static final Map<String, ByteSet> CLASSES =
      Map.ofEntries(
          Map.entry("alpha", ByteSet.LETTERS),
          Map.entry("digit", ByteSet.DIGITS),
          Map.entry("alnum", ALNUM),
          Map.entry("upper", UPPER),
          Map.entry("lower", LOWER),
          Map.entry("punct", GRAPH.and(ALNUM.not())),
          Map.entry("graph", GRAPH),
          Map.entry("print", ByteSet.range(' ', '~')),
          Map.entry("blank", ByteSet.of(' ').or(ByteSet.of('\t'))),
          Map.entry("cntrl", ByteSet.range(0, 0x1F).or(ByteSet.of(0x7F))),
          Map.entry(
              "xdigit", ByteSet.DIGITS.or(ByteSet.range('a', 'f')).or(ByteSet.range('A', 'F'))),
          Map.entry("space", ByteSet.SPACE),
          Map.entry("word", ByteSet.WORD),
          Map.entry("ascii", ByteSet.range(0, 0x7F)),
          Map.entry("l", ByteSet.LETTERS.or(FOREIGN)),
          Map.entry("isalphabetic", ByteSet.LETTERS.or(FOREIGN)),
          // The case of a letter of another script is not known, so both classes have it.
          Map.entry("lu", UPPER.or(FOREIGN)),
          Map.entry("ll", LOWER.or(FOREIGN)),
          Map.entry("n", ByteSet.DIGITS),
          Map.entry("nd", ByteSet.DIGITS));

  private NamedClasses() {}

  /** The class of this name, upper or lower case, or null. */
  static ByteSet of(String name) {
    return CLASSES.get(name.toLowerCase(Locale.ROOT));
  }
}
