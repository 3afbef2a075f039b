package dev.bauta.engine;

import java.util.List;
import java.util.Map;

/** The built-in maskers. */
final class Maskers {

  /** {@code [EMAIL]}: nothing of the value is left, not even its length. */
  static final Masker REDACT =
      new Masker() {
        @Override
        public String name() {
          return "redact";
        }

        @Override
        public String mask(String value, PiiType type) {
          return isMask(value) ? value : "[" + type.label() + "]";
        }
      };

  /** Leaves what people need to recognise a value they know, by type; else as redact. */
  static final Masker PARTIAL = new PartialMasker();

  static final String NAMES = "partial, redact";

  private Maskers() {}

  /** Whether a value is what redacting another one left, whatever that one's type was. */
  private static boolean isMask(String value) {
    int last = value.length() - 1;
    return last > 1
        && value.charAt(0) == '['
        && value.charAt(last) == ']'
        && (value.equals(TextMasker.FAILED) || PiiType.isLabel(value.substring(1, last)));
  }

  /** The masker of this name, or null. */
  static Masker of(String name) {
    return switch (name) {
      case "partial" -> PARTIAL;
      case "redact" -> REDACT;
      default -> null;
    };
  }

  /** Several maskers, one after the other. */
  static Masker sequence(List<Masker> maskers) {
    return new Masker() {
      @Override
      public String name() {
        return "sequence";
      }

      @Override
      public String mask(String value, PiiType type) {
        String masked = value;
        for (Masker masker : maskers) {
          masked = masker.mask(masked, type);
        }
        return masked;
      }
    };
  }

  /**
   * A masker with its settings, as a rule file names it: {@code hash: {key: main, length: 16}}.
   *
   * @throws IllegalArgumentException if there is no such masker or a setting is wrong; the message
   *     says what is and what to do
   */
  static Masker create(String name, Map<String, String> settings, MaskingKeys keys) {
    Masker masker = settings.isEmpty() ? of(name) : null;
    if (masker == null) {
      throw new IllegalArgumentException("unknown masker '" + name + "'; known: " + NAMES);
    }
    return masker;
  }
}
