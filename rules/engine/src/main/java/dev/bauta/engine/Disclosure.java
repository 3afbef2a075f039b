package dev.bauta.engine;

/** Whether a found value may be shown raw. Asked once a finding, only when something was found. */
@FunctionalInterface
public interface Disclosure {

  /** Shows nothing. */
  Disclosure NOTHING = type -> false;

  /** Whether a value of this type may be shown here and now. */
  boolean reveals(PiiType type);
}
