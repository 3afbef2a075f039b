package dev.bauta.maven;

import java.util.List;
import java.util.Set;

/**
 * What became of one folder of classes or one jar.
 *
 * @param name how people call it
 * @param woven how many classes were rewritten now
 * @param wovenBefore how many were found rewritten
 * @param libraries the instrumentations whose hooks are in it
 * @param faults the places where values go out unmasked
 * @param unsigned whether its signature had to be dropped
 */
record Part(
    String name,
    int woven,
    int wovenBefore,
    Set<String> libraries,
    List<String> faults,
    boolean unsigned) {

  /** Whether there was anything to weave. */
  boolean isTouched() {
    return woven + wovenBefore > 0 || !faults.isEmpty();
  }

  /** The same, whose signature was dropped. */
  Part withoutSignature() {
    return new Part(name, woven, wovenBefore, libraries, faults, true);
  }
}
