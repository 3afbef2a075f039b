package dev.bauta.engine;

/** Stub until the owner's is merged. */
final class NationalIds {
  private NationalIds() {}

  static int inContext(byte[] b, int from, int floor, long said, Findings out) {
    return -1;
  }
}
