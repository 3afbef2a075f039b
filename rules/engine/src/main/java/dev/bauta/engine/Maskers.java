package dev.bauta.engine;

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
          return "[" + type.label() + "]";
        }
      };

  /** Leaves what people need to recognise a value they know, by type; else as redact. */
  static final Masker PARTIAL = new PartialMasker();

  static final String NAMES = "partial, redact";

  private Maskers() {}

  /** The masker of this name, or null. */
  static Masker of(String name) {
    return switch (name) {
      case "partial" -> PARTIAL;
      case "redact" -> REDACT;
      default -> null;
    };
  }
}
