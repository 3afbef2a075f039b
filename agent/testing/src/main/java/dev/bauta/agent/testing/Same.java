package dev.bauta.agent.testing;

/** Identity, where that is what is meant. */
final class Same {
  private Same() {}

  @SuppressWarnings("ReferenceEquality")
  static boolean instance(Object a, Object b) {
    return a == b;
  }
}
