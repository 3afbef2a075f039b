package dev.bauta.engine;

import java.util.Locale;

/** {@code [EMAIL]}: nothing of the value is left, not even its length. */
class RedactMasker implements Recognising {

  @Override
  public String name() {
    return "redact";
  }

  @Override
  public String mask(String value, PiiType type) {
    return isRedacted(value) ? value : "[" + type.label() + "]";
  }

  @Override
  public boolean made(String value, PiiType type) {
    return isRedacted(value);
  }

  /** Whether a value is what redacting another one left, whatever that one's type was. */
  static boolean isRedacted(String value) {
    int last = value.length() - 1;
    return last > 1
        && value.charAt(0) == '['
        && value.charAt(last) == ']'
        && (value.equals(TextMasker.FAILED) || PiiType.isLabel(value.substring(1, last)));
  }

  /** Whether some type has this id. */
  static boolean isTypeId(String id) {
    String label = id.toUpperCase(Locale.ROOT);
    return !label.equals(id) && PiiType.isLabel(label);
  }
}
