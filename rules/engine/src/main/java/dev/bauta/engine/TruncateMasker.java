package dev.bauta.engine;

/**
 * The first characters of a value and a mark: {@code Lon***}. A value with no more characters than
 * that is redacted, because it would be shown as a whole.
 */
final class TruncateMasker implements Recognising {

  static final String DEFAULT_MARK = "***";

  private final int length;
  private final String mark;

  /**
   * @param length how many characters (code points) stay
   * @param mark of at least one sign, neither letters nor digits
   */
  TruncateMasker(int length, String mark) {
    this.length = length;
    this.mark = mark;
  }

  @Override
  public String name() {
    return "truncate";
  }

  @Override
  public String mask(String value, PiiType type) {
    int end = cut(value);
    if (end < 0 || RedactMasker.isRedacted(value)) {
      return Maskers.REDACT.mask(value, type);
    }
    return value.substring(0, end) + mark;
  }

  @Override
  public boolean made(String value, PiiType type) {
    int end = cut(value);
    return RedactMasker.isRedacted(value)
        || end >= 0 && value.length() == end + mark.length() && value.endsWith(mark);
  }

  /** Where the part to keep ends, or -1 where nothing comes behind it. */
  private int cut(String value) {
    int end = 0;
    for (int kept = 0; kept < length && end < value.length(); kept++) {
      end += Character.charCount(value.codePointAt(end));
    }
    return end < value.length() ? end : -1;
  }
}
