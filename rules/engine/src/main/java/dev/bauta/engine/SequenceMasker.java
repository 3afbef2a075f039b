package dev.bauta.engine;

/** Several maskers, each given what the one before it made. */
final class SequenceMasker implements Recognising {

  private final Masker[] maskers;
  private final String name;
  private final boolean nulls;

  SequenceMasker(Masker[] maskers) {
    this.maskers = maskers;
    StringBuilder names = new StringBuilder();
    boolean any = false;
    for (Masker masker : maskers) {
      names.append(names.length() == 0 ? "" : ", ").append(masker.name());
      any |= masker.nulls();
    }
    this.name = names.toString();
    this.nulls = any;
  }

  /** The names of all, in order. */
  @Override
  public String name() {
    return name;
  }

  @Override
  public String mask(String value, PiiType type) {
    if (made(value, type)) {
      return value;
    }
    String masked = value;
    for (Masker masker : maskers) {
      masked = masker.mask(masked, type);
    }
    return masked;
  }

  @Override
  public boolean made(String value, PiiType type) {
    return maskers[maskers.length - 1] instanceof Recognising last && last.made(value, type);
  }

  @Override
  public boolean nulls() {
    return nulls;
  }
}
