package dev.bauta.engine;

/** The same text in place of every value. */
final class ConstantMasker implements Recognising {

  static final String DEFAULT = "***";

  private final String text;

  /**
   * @param text never null or empty
   */
  ConstantMasker(String text) {
    this.text = text;
  }

  @Override
  public String name() {
    return "constant";
  }

  @Override
  public String mask(String value, PiiType type) {
    return text;
  }

  @Override
  public boolean made(String value, PiiType type) {
    return value.equals(text);
  }
}
