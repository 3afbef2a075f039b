package dev.bauta.engine;

/**
 * Whether JSON of some origin is masked.
 *
 * @param name of the classes or of the traffic
 * @param masked false leaves it as the application wrote it
 */
record OriginRule(Kind kind, Glob name, boolean masked) {

  /** What the name of a rule's place is the name of. */
  enum Kind {
    TRAFFIC,
    CALLER,
    MAPPER,
    TARGET
  }

  boolean fits(JsonOrigin origin) {
    return switch (kind) {
      case TRAFFIC -> name.matches(origin.traffic());
      case CALLER -> fitsAny(origin.callers());
      case MAPPER -> fitsAny(origin.mappers());
      case TARGET -> fitsAny(origin.targets());
    };
  }

  private boolean fitsAny(Iterable<String> classNames) {
    for (String className : classNames) {
      if (fitsClass(className)) {
        return true;
      }
    }
    return false;
  }

  boolean fitsClass(String className) {
    return name.matches(className.replace('$', '.'));
  }
}
