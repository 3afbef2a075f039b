package dev.bauta.cli;

import dev.bauta.engine.PiiType;
import dev.bauta.engine.Tally;

/** Counts the texts that the engine could not look at, and hid whole. Used by one thread. */
final class Failures implements Tally {

  private long count;

  long count() {
    return count;
  }

  @Override
  public void masked(PiiType type) {}

  @Override
  public void revealed(PiiType type) {}

  @Override
  public void failed(Throwable failure) {
    count++;
  }
}
