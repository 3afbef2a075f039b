package dev.bauta.engine;

/** Counts what became of the values found. Called on the threads that mask; must not throw. */
public interface Tally {

  /** Counts nothing. */
  Tally NONE =
      new Tally() {
        @Override
        public void masked(PiiType type) {}

        @Override
        public void revealed(PiiType type) {}

        @Override
        public void failed(Throwable failure) {}
      };

  /** A value was hidden. */
  void masked(PiiType type);

  /** A value was shown raw. */
  void revealed(PiiType type);

  /** The engine failed, and the whole text was hidden. */
  void failed(Throwable failure);
}
