package dev.bauta.engine;

/** Whether a found value may be shown raw. Asked once a finding, only when something was found. */
@FunctionalInterface
public interface Disclosure {

  /** Shows nothing. */
  Disclosure NOTHING = new Disclosure() { // no lambda: it would be the first one of the start
        @Override
        public boolean reveals(PiiType type) {
          return false;
        }
      };

  /** Whether a value of this type may be shown here and now. */
  boolean reveals(PiiType type);
}
