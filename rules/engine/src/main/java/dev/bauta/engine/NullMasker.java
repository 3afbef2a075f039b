package dev.bauta.engine;

/** Leaves the value out: SQL NULL, JSON null. Text prints the redacted form. */
final class NullMasker extends RedactMasker {

  @Override
  public String name() {
    return "null";
  }

  @Override
  public boolean nulls() {
    return true;
  }
}
