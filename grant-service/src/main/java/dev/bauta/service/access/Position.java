package dev.bauta.service.access;

/**
 * Which grants an agent should know, or does know. Compared by epoch first; within an epoch the
 * version only grows.
 *
 * @param epoch changes when the store was set back, by a restored backup
 * @param version grows with every change of the grants
 */
public record Position(long epoch, long version) implements Comparable<Position> {
  @Override
  public int compareTo(Position other) {
    int byEpoch = Long.compare(epoch, other.epoch);
    return byEpoch != 0 ? byEpoch : Long.compare(version, other.version);
  }
}
